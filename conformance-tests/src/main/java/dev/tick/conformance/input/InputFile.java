package dev.tick.conformance.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a setting names.
 *
 * @param name as it was given, for messages
 * @param path where it lies
 */
public record InputFile(String name, Path path) {
    /**
     * Returns the text of the file, read as UTF-8.
     *
     * @param key the setting that names it
     * @throws InvalidSettingException when it cannot be read
     */
    public String read(String key) {
        requireFile(key);
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InvalidSettingException(key + ": '" + name + "' cannot be read as UTF-8 text (" + e + ")");
        }
    }

    /**
     * Requires that there is a file.
     *
     * @param key the setting that names it
     * @throws InvalidSettingException when there is none
     */
    public void requireFile(String key) {
        if (Files.isDirectory(path)) {
            throw new InvalidSettingException(key + ": '" + name + "' is a folder; name a file in it");
        }
        if (!Files.isRegularFile(path)) {
            throw new InvalidSettingException(
                    key + ": there is no file '" + name + "' (looked for " + path + "); correct the path");
        }
    }
}
