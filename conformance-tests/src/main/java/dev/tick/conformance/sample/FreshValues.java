package dev.tick.conformance.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Values shaped like a given one, from what is reserved for documentation; no other run uses them, but for IPv4 addresses,
 * of which only 762 are reserved.
 */
final class FreshValues {
    /** RFC 5737. */
    private static final List<String> NETWORKS = List.of("192.0.2.", "198.51.100.", "203.0.113.");

    private static final int HOSTS = 254;

    private final String run;
    private final int start;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger addresses = new AtomicInteger();

    FreshValues(String run) {
        this.run = run;
        start = Math.floorMod(run.hashCode(), NETWORKS.size() * HOSTS);
    }

    /** Returns candidates for a value like the example, the likeliest first; the last is plain text. */
    List<String> like(String example) {
        int number = count.incrementAndGet();
        String digest = digest(number);
        String name = "tick-" + run + "-" + number;
        List<String> candidates = new ArrayList<>();
        if (example.matches("[0-9A-Fa-f]{32,64}")) {
            candidates.add(digest.substring(0, example.length()));
        }
        if (example.matches("[0-9.]+")) {
            int host = (start + addresses.incrementAndGet()) % (NETWORKS.size() * HOSTS);
            candidates.add(NETWORKS.get(host / HOSTS) + (host % HOSTS + 1));
        }
        if (example.matches("[0-9A-Fa-f:.]+")) {
            // RFC 3849; each group in its shortest form, so that a server which normalises changes nothing.
            candidates.add("2001:db8::" + group(digest, 0) + ":" + group(digest, 4));
        }
        if (example.contains("://")) {
            candidates.add("https://" + name + ".example/drop?file=1&step=a%20b+c");
        }
        candidates.add(name + ".example");
        candidates.add(name);
        return candidates;
    }

    private static String group(String digest, int at) {
        return Integer.toHexString(Integer.parseInt(digest.substring(at, at + 4), 16) | 1);
    }

    private String digest(int number) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((run + number).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
