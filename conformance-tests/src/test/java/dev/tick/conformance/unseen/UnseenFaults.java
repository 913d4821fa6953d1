package dev.tick.conformance.unseen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The rows that tell a server's faults, as the tables of the test resources have them. */
final class UnseenFaults {
    private UnseenFaults() {}

    /** Returns the ids of the rows that tell each fault of a server; none for one that no row tells. */
    static Map<String, List<String>> of(UnseenServer server) {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        text("/unseen/" + server.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" [|] ", 2))
                .forEach(
                        parts -> faults.put(parts[0], parts[1].equals("-") ? List.of() : List.of(parts[1].split(" "))));
        return faults;
    }

    private static String text(String resource) {
        try (InputStream in = UnseenFaults.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
