package dev.tick.conformance.report.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The build of the kit.
 *
 * @param version as in the pom
 * @param commit what it was built from, with {@code -dirty} behind it where files were changed since; {@code unknown} outside a
 *     repository
 */
public record BuildInfo(String version, String commit) {
    private static final String FILE = "kit.properties";

    /** Reads the build that runs. */
    public static BuildInfo current() {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(
                        FILE + " is not beside " + BuildInfo.class + "; build the kit with Maven");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String changed = properties.getProperty("dirty", "").equals("true") ? "-dirty" : "";
        return new BuildInfo(properties.getProperty("version", ""), properties.getProperty("commit", "") + changed);
    }
}
