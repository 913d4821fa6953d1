package dev.tick.stub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The archive of classes that the launcher asked the JVM to start with. The JVM leaves one out in silence that does not fit, so the
 * launcher's word is not enough.
 *
 * @param told its file, or the reason why there is none, after {@link #NONE}; empty without the launcher
 * @param maps the list of the files that this process has mapped, as Linux keeps it
 */
record StartArchive(String told, Path maps) {
    /** The property with which the launcher tells. */
    static final String PROPERTY = "tick.archive";

    static final String NONE = "none: ";
    private static final Path MAPS = Path.of("/proc/self/maps");

    static StartArchive told(String told) {
        return new StartArchive(told, MAPS);
    }

    /** Says which archive is used, or why none is. */
    String sentence() {
        if (told.isEmpty()) {
            return NONE + "started without the launcher tick-stub";
        }
        if (told.startsWith(NONE)) {
            return told;
        }
        try (Stream<String> lines = Files.lines(maps)) {
            return lines.anyMatch(line -> line.endsWith(" " + told))
                    ? told + " (mapped)"
                    : NONE + "the JVM refused " + told + "; it was made with other flags, or by another java or jar";
        } catch (IOException e) {
            return told + " (this system does not tell whether it is mapped)";
        }
    }
}
