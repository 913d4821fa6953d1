package dev.tick.stub.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text of the files that a user names. */
public final class TextFile {
    private TextFile() {}

    /**
     * Reads a file of UTF-8.
     *
     * @throws IllegalArgumentException naming the file, what is wrong with it, and a remedy; not what stands in it
     */
    public static String read(Path file) {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("cannot read the file " + file + "; it is a folder; name a file");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "cannot use the file " + file
                            + "; it is not text (UTF-8); store it as such (a key or certificate as PEM, not DER)",
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot read the file " + file + "; correct the path", e);
        }
    }
}
