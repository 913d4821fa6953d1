package dev.tick.stub.command;

import dev.tick.stub.config.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a stub is to write: it is found out before the start whether that is possible. */
final class WritableFile {
    private WritableFile() {}

    /**
     * Requires that a file can be made there.
     *
     * @param key of the setting that names it
     * @throws ConfigurationException where it is a folder, or no file can be made in its folder
     */
    static void require(String key, Path file) {
        String problem = key + ": cannot write " + file + "; ";
        if (Files.isDirectory(file)) {
            throw new ConfigurationException(problem + "it is a folder; name a file");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ConfigurationException(problem + "its folder does not exist");
        }
        try {
            Files.delete(Files.createTempFile(folder, ".tick-stub-", ".tmp"));
        } catch (IOException e) {
            throw new ConfigurationException(problem + "no file can be made in its folder; name another");
        }
    }
}
