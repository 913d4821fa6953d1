package dev.tick.stub.limit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The only reader and writer of sizes as people write them. */
public final class ByteSize {
    /** The bytes of a KiB. */
    static final int KIB = 1024;

    /** The bytes of a MiB. */
    static final int MIB = 1024 * KIB;

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})(B|KiB|MiB)");

    private ByteSize() {}

    /**
     * Reads a size such as {@code 512B}, {@code 64KiB} or {@code 1MiB}, in bytes.
     *
     * @throws IllegalArgumentException naming what was expected, and what was got
     */
    public static long read(String text) {
        Matcher parts = SIZE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected a size such as 64KiB or 1MiB, got '" + text + "'");
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "B" -> number;
            case "KiB" -> number * KIB;
            default -> number * MIB;
        };
    }

    /** Writes a number of bytes as {@link #read} reads it, in the largest unit that holds it. */
    public static String text(long bytes) {
        if (bytes > 0 && bytes % MIB == 0) {
            return bytes / MIB + "MiB";
        }
        return bytes > 0 && bytes % KIB == 0 ? bytes / KIB + "KiB" : bytes + "B";
    }
}
