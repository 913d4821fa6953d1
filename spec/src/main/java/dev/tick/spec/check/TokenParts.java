package dev.tick.spec.check;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Forgeries of a JWT, each with parts of a sound one. */
final class TokenParts {
    private static final int PARTS = 3;

    private TokenParts() {}

    /** Changes one character in the middle of the last part, the signature of a JWT; its last character may be padding. */
    static String tampered(String token) {
        int at = (token.lastIndexOf('.') + token.length()) / 2;
        if (token.isEmpty()) {
            return "x";
        }
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    /** Returns the token's claims under a header with the algorithm {@code none} and without a signature. */
    static String unsigned(String token) {
        String[] parts = token.split("\\.", -1);
        return encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + (parts.length > 1 ? parts[1] : "") + ".";
    }

    /** Returns the token with one more claim, under its own header and signature; a text that is no JWT gets one more letter. */
    static String claimingMore(String token) {
        String[] parts = token.split("\\.", -1);
        Optional<String> read = parts.length == PARTS ? decoded(parts[1]) : Optional.empty();
        return read.map(claims -> parts[0] + "." + encoded(withOneMore(claims)) + "." + parts[2])
                .orElse(token + "x");
    }

    private static String withOneMore(String claims) {
        String others =
                claims.substring(0, Math.max(0, claims.lastIndexOf('}'))).stripTrailing();
        String separator = others.endsWith("{") ? "" : ",";
        return others + separator + "\"tick\":\"changed\"}";
    }

    private static Optional<String> decoded(String part) {
        try {
            return Optional.of(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
