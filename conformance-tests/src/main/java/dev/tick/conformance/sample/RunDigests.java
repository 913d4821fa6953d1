package dev.tick.conformance.sample;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests that are derived from a run's id: nobody else comes upon them. */
public final class RunDigests {
    private RunDigests() {}

    /** Returns the digest of this number, in 64 hexadecimal digits. */
    public static String of(String run, int number) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((run + number).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
