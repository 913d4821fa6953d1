package dev.tick.conformance.check;

import dev.tick.spec.http.Request;
import dev.tick.conformance.target.Target;
import dev.tick.conformance.target.TokenKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The defects that no constraint of a body names, in the register's words. */
enum NamedDefect {
    NO_TOKEN,
    OTHER_SCHEME,
    MALFORMED_TOKEN,
    TAMPERED_TOKEN,
    UNSIGNED_TOKEN,
    EXPIRED_TOKEN,
    TOKEN_WITHOUT_ROLE,
    DELEGATED_TOKEN,
    TOKEN_FOR_OTHER_AUDIENCE,
    NO_CONTENT_TYPE,
    OTHER_CONTENT_TYPE,
    MALFORMED_BODY,
    EMPTY_BODY,
    ARRAY_BODY,
    SCALAR_BODY,
    DEEP_BODY,
    FORM_CONTENT_TYPE,
    REPEATED_NAME;

    /** A parser that recurses would need as many frames. */
    private static final int DEPTH = 5000;

    private static final String AUTHORIZATION = "Authorization";
    private static final String CONTENT_TYPE = "Content-Type";

    /**
     * The defect of this name.
     *
     * @throws IllegalArgumentException when there is none, naming those there are
     */
    static NamedDefect of(String name) {
        return Arrays.stream(values())
                .filter(defect -> defect.title().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown defect '" + name + "'; expected one of "
                        + Arrays.stream(values()).map(NamedDefect::title).toList()));
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The token that the defect needs, besides the sound one. */
    Optional<TokenKind> needs() {
        return switch (this) {
            case EXPIRED_TOKEN -> Optional.of(TokenKind.EXPIRED);
            case TOKEN_WITHOUT_ROLE -> Optional.of(TokenKind.WITHOUT_ROLE);
            case DELEGATED_TOKEN -> Optional.of(TokenKind.DELEGATED);
            case TOKEN_FOR_OTHER_AUDIENCE -> Optional.of(TokenKind.OTHER_AUDIENCE);
            case NO_TOKEN,
                    OTHER_SCHEME,
                    MALFORMED_TOKEN,
                    TAMPERED_TOKEN,
                    UNSIGNED_TOKEN,
                    NO_CONTENT_TYPE,
                    OTHER_CONTENT_TYPE,
                    MALFORMED_BODY,
                    EMPTY_BODY,
                    ARRAY_BODY,
                    SCALAR_BODY,
                    DEEP_BODY,
                    FORM_CONTENT_TYPE,
                    REPEATED_NAME -> Optional.empty();
        };
    }

    /** The sound request with this defect; the tokens that it needs must be at hand. */
    Request in(Request sound, Target target) {
        return switch (this) {
            case NO_TOKEN -> sound.without(AUTHORIZATION);
            case OTHER_SCHEME -> sound.with(AUTHORIZATION, "Basic " + basic());
            case MALFORMED_TOKEN -> bearer(sound, "not-a-token");
            case TAMPERED_TOKEN ->
                bearer(sound, tampered(target.token(TokenKind.SOUND).orElse("")));
            case UNSIGNED_TOKEN ->
                bearer(sound, unsigned(target.token(TokenKind.SOUND).orElse("")));
            case EXPIRED_TOKEN, TOKEN_WITHOUT_ROLE, DELEGATED_TOKEN, TOKEN_FOR_OTHER_AUDIENCE ->
                bearer(sound, needs().flatMap(target::token).orElseThrow());
            case NO_CONTENT_TYPE -> sound.without(CONTENT_TYPE);
            case OTHER_CONTENT_TYPE -> sound.with(CONTENT_TYPE, "text/plain");
            case MALFORMED_BODY ->
                sound.withText(
                        sound.body().isEmpty() ? "{" : cut(sound.body().text()));
            case EMPTY_BODY -> sound.withText("");
            case FORM_CONTENT_TYPE -> sound.with(CONTENT_TYPE, "application/x-www-form-urlencoded");
            case SCALAR_BODY -> sound.withText("\"tick\"");
            case DEEP_BODY -> sound.withText("[".repeat(DEPTH) + "]".repeat(DEPTH));
            case REPEATED_NAME ->
                sound.withText(sound.body().meant().map(NamedDefect::repeated).orElse(""));
            case ARRAY_BODY -> sound.withText("[" + sound.body().text() + "]");
        };
    }

    private static String cut(String text) {
        return text.substring(0, text.length() - 1);
    }

    /** Names the last property twice, the second time with another text. */
    private static String repeated(JsonNode body) {
        String text = body.toString();
        String last =
                body.propertyNames().stream().reduce((one, other) -> other).orElse("");
        return text.substring(0, text.length() - 1) + ",\"" + last + "\":\"named again\"}";
    }

    /** The same claims under a header that says that nobody signed them. */
    private static String unsigned(String token) {
        String[] parts = token.split("\\.", -1);
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + (parts.length > 1 ? parts[1] : "") + ".";
    }

    private static Request bearer(Request sound, String token) {
        return sound.with(AUTHORIZATION, "Bearer " + token);
    }

    private static String basic() {
        return Base64.getEncoder().encodeToString("tick:tick".getBytes(StandardCharsets.UTF_8));
    }

    /** Changes one character in the middle of the last part, the signature of a JWT; its last character may be padding. */
    private static String tampered(String token) {
        int at = (token.lastIndexOf('.') + token.length()) / 2;
        if (token.isEmpty()) {
            return "x";
        }
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }
}
