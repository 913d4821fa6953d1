package dev.tick.conformance.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build of the kit this is.
 *
 * @param version as in the pom
 * @param commit what it was built from, with {@code -dirty} behind it where files were changed since; {@code unknown} outside a
 *     repository
 */
record Kit(String version, String commit) {
    private static final String FILE = "kit.properties";

    static Kit current() {
        Properties properties = new Properties();
        try (InputStream in = Kit.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not beside " + Kit.class + "; build the kit with Maven");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String changed = properties.getProperty("dirty", "").equals("true") ? "-dirty" : "";
        return new Kit(properties.getProperty("version", ""), properties.getProperty("commit", "") + changed);
    }
}
