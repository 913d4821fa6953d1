package dev.tick.spec.preparation;

import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.tree.LocatedTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Prepares the documents that come with the kit, so that no start has to parse YAML. */
public final class PreparedDocuments {
    private PreparedDocuments() {}

    /** Writes a prepared tree beside each YAML document below the folders that are given. */
    public static void main(String[] folders) throws IOException {
        for (String folder : folders) {
            for (Path file : documents(Path.of(folder))) {
                prepare(file);
            }
        }
    }

    private static List<Path> documents(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    private static void prepare(Path file) throws IOException {
        LocatedDocument document = LocatedDocument.read(file);
        Path beside = file.resolveSibling(file.getFileName() + LocatedTree.SUFFIX);
        byte[] tree = new LocatedTree(document.root(), document.lines()).prepared(Files.readAllBytes(file));
        // A file that is written anew makes a new jar, and that makes Maven compile all modules behind it.
        if (!Files.exists(beside) || !Arrays.equals(tree, Files.readAllBytes(beside))) {
            Files.write(beside, tree);
        }
    }
}
