package dev.tick.stub.mappings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes mappings where WireMock finds them: into the folder {@code mappings} of its root. */
public final class MappingFolder {
    private static final String MAPPINGS = "mappings";

    /** Writes the same bytes on every system. */
    private static final ObjectWriter JSON = JsonMapper.shared()
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private MappingFolder() {}

    /**
     * Removes the files of an earlier contract.
     *
     * @throws IOException when one cannot be removed
     */
    public static void clear(Path root) throws IOException {
        for (Path file : files(root)) {
            Files.delete(file);
        }
    }

    /**
     * Writes one file for each mapping.
     *
     * @param root what WireMock is to be given as {@code --root-dir}; made where it is missing
     * @throws IOException when it cannot be written, or has files that are not among these
     */
    public static void write(Path root, List<PortableMapping> mappings) throws IOException {
        Path folder = Files.createDirectories(root.resolve(MAPPINGS));
        List<Path> ours =
                mappings.stream().map(mapping -> folder.resolve(mapping.file())).toList();
        List<Path> others =
                files(root).stream().filter(file -> !ours.contains(file)).toList();
        if (!others.isEmpty()) {
            throw new IOException(folder + ": has other files, which WireMock would serve as well: " + others
                    + "; remove them, or name another folder");
        }
        for (PortableMapping mapping : mappings) {
            Files.writeString(folder.resolve(mapping.file()), JSON.writeValueAsString(mapping.json()) + "\n");
        }
    }

    private static List<Path> files(Path root) throws IOException {
        Path folder = root.resolve(MAPPINGS);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
