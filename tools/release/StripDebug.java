import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Writes jars anew without the line numbers and the names of local variables in classes that are not ours, a fifth of their size. Order
 * and times of the entries stay, so that the same jar gives the same bytes.
 */
final class StripDebug {
    private static final String OURS = "dev/tick/";

    private StripDebug() {}

    /** Strips the jars with these paths. */
    public static void main(String[] jars) throws IOException {
        for (String jar : jars) {
            strip(Path.of(jar));
        }
    }

    private static void strip(Path jar) throws IOException {
        Path stripped = jar.resolveSibling(jar.getFileName() + ".stripped");
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(stripped))) {
            to.setLevel(9);
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                to.putNextEntry(copy);
                to.write(entry.getName().endsWith(".class") && !entry.getName().startsWith(OURS) ? stripped(content) : content);
                to.closeEntry();
            }
        }
        long before = Files.size(jar);
        Files.move(stripped, jar, StandardCopyOption.REPLACE_EXISTING);
        System.out.printf("%s: %d bytes, %d before%n", jar.getFileName(), Files.size(jar), before);
    }

    private static byte[] stripped(byte[] content) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(content).accept(writer, ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }
}
