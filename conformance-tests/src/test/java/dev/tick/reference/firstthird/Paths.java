package dev.tick.reference.firstthird;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of paths and queries. */
final class Paths {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private Paths() {}

    /** The identity that stands behind the collection's path. */
    static String identity(String raw, String method, FirstThirdFault fault) {
        if (fault == FirstThirdFault.DELETE_STOPS_AT_SLASH && method.equals("DELETE")) {
            String whole = decode(raw, false, StandardCharsets.UTF_8);
            return whole.substring(whole.lastIndexOf('/') + 1);
        }
        if (fault == FirstThirdFault.PATCH_PATH_IN_LATIN1 && method.equals("PATCH")) {
            return decode(raw, false, StandardCharsets.ISO_8859_1);
        }
        if (fault == FirstThirdFault.PLUS_IN_PATH_IS_SPACE) {
            return decode(raw, false, StandardCharsets.UTF_8).replace('+', ' ');
        }
        String once = decode(raw, false, StandardCharsets.UTF_8);
        if (fault == FirstThirdFault.PATH_DECODED_TWICE && once.matches("(?s).*%[0-9A-Fa-f]{2}.*")) {
            return decode(once, false, StandardCharsets.UTF_8);
        }
        return once;
    }

    static String decode(String text, boolean plusIsSpace, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
                int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new Refusal(400, "BadRequest", "The request's address is not percent-encoded correctly.");
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(plusIsSpace && raw[i] == '+' ? ' ' : raw[i]);
            }
        }
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(400, "BadRequest", "The request's address is not UTF-8.");
        }
    }

    static String encode(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
                out.append((char) b);
            } else {
                out.append('%').append(String.format("%02X", b & 0xff));
            }
        }
        return out.toString();
    }
}
