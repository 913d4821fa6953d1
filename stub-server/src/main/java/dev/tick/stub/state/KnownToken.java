package dev.tick.stub.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The token of a connection, whose client sends the same one with each request. It is three quarters of a head, and to read it
 * character by character took a fifth of the time of a submit; to see that it is the same takes less than a hundredth.
 *
 * @param <F> a header as the web server has it
 */
public final class KnownToken<F> {
    /** In characters; shorter values are read as quickly. */
    private static final int SHORTEST = 128;

    private static final String HEADER = "Authorization";
    private static final byte[] NAME = bytes("authorization");
    /** Jetty remembers short headers of a connection, so this is one that nobody sends. */
    private static final String PLACEHOLDER = "(known-token)";

    private static final byte[] STAND_IN = bytes("Authorization: " + PLACEHOLDER + "\r\n");
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_OF_ASCII = 0x7E;

    private final int longestHead;
    private byte[] line = {};
    private Optional<F> field = Optional.empty();
    private boolean isAtHead;
    private boolean isTakenOut;

    /**
     * Knows no token yet.
     *
     * @param longestHead so many bytes of headers are read; what may be more is read as it is
     */
    public KnownToken(int longestHead) {
        this.longestHead = longestHead;
    }

    /** Expects the headers of a request. */
    public void begin() {
        isAtHead = true;
        isTakenOut = false;
    }

    /** Puts a stand-in for the token into the headers that a buffer begins with, where it is there as before. */
    public void takeOut(ByteBuffer buffer) {
        if (!isAtHead) {
            return;
        }
        isAtHead = false;
        if (field.isEmpty() || !buffer.hasArray() || buffer.remaining() > longestHead) {
            return;
        }
        byte[] bytes = buffer.array();
        int from = buffer.arrayOffset() + buffer.position();
        int at = find(bytes, from, buffer.arrayOffset() + buffer.limit());
        if (at >= 0) {
            int saved = line.length - STAND_IN.length;
            System.arraycopy(bytes, from, bytes, from + saved, at - from);
            System.arraycopy(STAND_IN, 0, bytes, at + saved, STAND_IN.length);
            buffer.position(buffer.position() + saved);
            isTakenOut = true;
        }
    }

    /** Returns where the line of the token begins; negative unless it is the first header of its name, whole and not continued. */
    private int find(byte[] bytes, int from, int to) {
        int at = from;
        while (at + line.length < to) {
            if (Arrays.equals(bytes, at, at + line.length, line, 0, line.length)) {
                byte next = bytes[at + line.length];
                return next == ' ' || next == '\t' ? -1 : at;
            }
            if (isOfName(bytes, at)) {
                return -1;
            }
            while (at < to && bytes[at] != '\n') {
                at++;
            }
            at++;
            if (at < to && (bytes[at] == '\r' || bytes[at] == '\n')) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isOfName(byte[] bytes, int at) {
        for (int i = 0; i < NAME.length; i++) {
            if ((bytes[at + i] | FIRST_PRINTABLE) != NAME[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the header that a client sent, in place of the one that was read; remembers a token. */
    public F sent(String name, String value, F read) {
        if (!name.equalsIgnoreCase(HEADER)) {
            return read;
        }
        if (isTakenOut && value.equals(PLACEHOLDER)) {
            isTakenOut = false;
            return field.orElse(read);
        }
        if (value.length() >= SHORTEST && isPrintable(value)) {
            line = bytes(name + ": " + value + "\r\n");
            field = Optional.of(read);
        }
        return read;
    }

    private static boolean isPrintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < FIRST_PRINTABLE || value.charAt(i) > LAST_OF_ASCII) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        // Never the token.
        return String.format(Locale.ROOT, "token of %d bytes", line.length);
    }
}
