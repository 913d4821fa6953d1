package dev.tick.conformance.client;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The place of a program: a path, or a name that is looked for along the variable {@code PATH}. */
final class ProgramPath {
    private ProgramPath() {}

    /**
     * Returns why a program cannot be started, and the remedy; empty where it can, as far as files tell.
     *
     * @param word as it stands in the command
     * @param folder in which it is started
     * @param path the value of {@code PATH}; empty where nobody knows it
     */
    static Optional<String> problem(String word, Path folder, String path) {
        boolean isPath = word.contains("/") || word.contains(File.separator);
        if (!isPath) {
            return path.isEmpty() || along(word, path).anyMatch(Files::exists)
                    ? Optional.empty()
                    : Optional.of("there is no program '" + word + "' along the PATH; install it, or name its path");
        }
        Path program = folder.resolve(word);
        if (!Files.exists(program)) {
            return Optional.of("there is no file '" + word + "'; is its path right?");
        }
        if (Files.isDirectory(program)) {
            return Optional.of("'" + word + "' is a folder; name the program in it");
        }
        return Files.isExecutable(program)
                ? Optional.empty()
                : Optional.of("'" + word + "' is not executable; make it so by chmod +x, or name what runs it,"
                        + " such as 'sh " + word + "'");
    }

    /** Windows adds an ending to names. */
    private static Stream<Path> along(String word, String path) {
        return Stream.of(path.split(File.pathSeparator))
                .flatMap(
                        folder -> List.of("", ".exe", ".cmd", ".bat").stream().map(end -> Path.of(folder, word + end)));
    }
}
