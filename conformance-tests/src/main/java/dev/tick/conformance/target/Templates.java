package dev.tick.conformance.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The targets' files that come with the kit, to be copied and filled in. */
final class Templates {
    private static final String FOLDER = "dev/tick/conformance/target/";
    private static final String TENANT = "tenant";
    private static final List<String> OTHERS = List.of("emulator", "stub-server");

    private Templates() {}

    /** Returns the names of all: one for the tenants of each region, and the others. */
    static List<String> names() {
        return Stream.concat(Region.all().stream().map(region -> TENANT + "-" + region.name()), OTHERS.stream())
                .toList();
    }

    /** Returns the text of a template; empty where there is none of this name. */
    static Optional<String> text(String name) {
        if (!names().contains(name)) {
            return Optional.empty();
        }
        return Optional.of(
                OTHERS.contains(name)
                        ? resource(name)
                        : resource(TENANT).replace("${region}", name.substring(TENANT.length() + 1)));
    }

    private static String resource(String name) {
        try (InputStream in = Templates.class.getClassLoader().getResourceAsStream(FOLDER + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the kit lacks its own file " + FOLDER + name + ".yaml");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
