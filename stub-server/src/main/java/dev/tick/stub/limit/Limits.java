package dev.tick.stub.limit;

import java.time.Duration;

/**
 * The limits of one request; beyond them it is refused, and but for the nesting before anybody else reads it.
 *
 * @param body bytes of a body, as it comes and as it is after decompression: 1 KiB to 256 MiB, else 413
 * @param nesting levels of JSON in a body: 1 to 500, else 400
 * @param header bytes of the request line and all headers together: 1 KiB to 1 MiB, else 431
 * @param time from the first byte of a request to the last one: a second to an hour, else 408
 */
public record Limits(int body, int nesting, int header, Duration time) {
    /** The least bytes of a body, and of headers, that can be asked for. */
    public static final int LEAST = ByteSize.KIB;

    /** The most bytes of a body; it lies in memory as a whole. */
    public static final int MOST_BODY = 256 * ByteSize.MIB;

    /** The deepest nesting; readers of JSON trees recurse. */
    public static final int MOST_NESTING = 500;

    /** The most bytes of headers; each connection has a buffer of that size while it reads them. */
    public static final int MOST_HEADER = ByteSize.MIB;

    /** The shortest time that can be asked for. */
    public static final Duration LEAST_TIME = Duration.ofSeconds(1);

    /** The longest time. */
    public static final Duration MOST_TIME = Duration.ofHours(1);

    /** Bodies of this API have some 10 KiB at most, and batches of 500 some 400 KiB. */
    private static final Limits USUAL = new Limits(ByteSize.MIB, 64, 32 * ByteSize.KIB, Duration.ofSeconds(30));

    /** Checks every value. */
    public Limits {
        within("max-body", body, MOST_BODY);
        if (nesting < 1 || nesting > MOST_NESTING) {
            throw new IllegalArgumentException(
                    "max-nesting: expected a number from 1 to " + MOST_NESTING + ", got " + nesting);
        }
        within("max-header", header, MOST_HEADER);
        if (time.compareTo(LEAST_TIME) < 0 || time.compareTo(MOST_TIME) > 0) {
            throw new IllegalArgumentException("request-timeout: expected 1s to 1h, got " + time);
        }
    }

    private static void within(String key, int bytes, int most) {
        if (bytes < LEAST || bytes > most) {
            throw new IllegalArgumentException(key + ": expected " + ByteSize.text(LEAST) + " to " + ByteSize.text(most)
                    + ", got " + ByteSize.text(bytes));
        }
    }

    /** Returns the limits that hold unless others are asked for: 1 MiB, 64 levels, 32 KiB, 30 seconds. */
    public static Limits usual() {
        return USUAL;
    }

    /** Returns a copy with another limit of bodies, in bytes. */
    public Limits withBody(int bytes) {
        return new Limits(bytes, nesting, header, time);
    }

    /** Returns a copy with another limit of nesting, in levels. */
    public Limits withNesting(int levels) {
        return new Limits(body, levels, header, time);
    }

    /** Returns a copy with another limit of headers, in bytes. */
    public Limits withHeader(int bytes) {
        return new Limits(body, nesting, bytes, time);
    }

    /** Returns a copy with another limit of time. */
    public Limits withTime(Duration value) {
        return new Limits(body, nesting, header, value);
    }
}
