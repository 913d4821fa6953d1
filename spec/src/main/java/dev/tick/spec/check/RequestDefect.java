package dev.tick.spec.check;

import dev.tick.spec.document.FieldType;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A defect of a request that no constraint of a body names ({@code defect}). */
public enum RequestDefect implements RequestChange {
    /** There is no header Authorization. */
    NO_TOKEN,
    /** The scheme is Basic. */
    OTHER_SCHEME,
    /** The sound token stands behind another scheme. */
    TOKEN_UNDER_OTHER_SCHEME,
    /** The sound token stands there without a scheme. */
    TOKEN_WITHOUT_SCHEME,
    /** Nothing follows the scheme. */
    EMPTY_TOKEN,
    /** The token is no JWT. */
    MALFORMED_TOKEN,
    /** The token's signature does not fit. */
    TAMPERED_TOKEN,
    /** The claims of the sound token are others, under its own header and signature. */
    CHANGED_CLAIMS_TOKEN,
    /** The token says that nobody signed it. */
    UNSIGNED_TOKEN,
    /** The token is expired. */
    EXPIRED_TOKEN,
    /** The token's application lacks the role. */
    TOKEN_WITHOUT_ROLE,
    /** The token is of a signed-in user. */
    DELEGATED_TOKEN,
    /** The token is of a signed-in user who lacks the scope. */
    DELEGATED_TOKEN_WITHOUT_SCOPE,
    /** The token is meant for another API. */
    TOKEN_FOR_OTHER_AUDIENCE,
    /** There is no header Content-Type. */
    NO_CONTENT_TYPE,
    /** The media type is text/plain. */
    OTHER_CONTENT_TYPE,
    /** The media type is that of a form. */
    FORM_CONTENT_TYPE,
    /** The body is no JSON. */
    MALFORMED_BODY,
    /** There is no body. */
    EMPTY_BODY,
    /** The body is a JSON array. */
    ARRAY_BODY,
    /** The body is a JSON string. */
    SCALAR_BODY,
    /** The body is nested more deeply than is read. */
    DEEP_BODY,
    /** The body names a property twice. */
    REPEATED_NAME;

    /** A parser that recurses would need as many frames. */
    private static final int DEPTH = 5000;

    private static final String AUTHORIZATION = "Authorization";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String BEARER = "Bearer ";
    private static final String OTHER_TYPE = "text/plain";
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";

    /** Returns the register's word. */
    public String word() {
        return FieldType.spelled(this);
    }

    /** Returns the defect of this word; empty when there is none. */
    static Optional<RequestDefect> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** Returns whether the body has it: a request with such a body names nothing that it could be found by. */
    public boolean isOfBody() {
        return switch (this) {
            case MALFORMED_BODY, EMPTY_BODY, ARRAY_BODY, SCALAR_BODY, DEEP_BODY -> true;
            case NO_TOKEN,
                    OTHER_SCHEME,
                    TOKEN_UNDER_OTHER_SCHEME,
                    TOKEN_WITHOUT_SCHEME,
                    EMPTY_TOKEN,
                    MALFORMED_TOKEN,
                    TAMPERED_TOKEN,
                    CHANGED_CLAIMS_TOKEN,
                    UNSIGNED_TOKEN,
                    EXPIRED_TOKEN,
                    TOKEN_WITHOUT_ROLE,
                    DELEGATED_TOKEN,
                    DELEGATED_TOKEN_WITHOUT_SCOPE,
                    TOKEN_FOR_OTHER_AUDIENCE,
                    NO_CONTENT_TYPE,
                    OTHER_CONTENT_TYPE,
                    FORM_CONTENT_TYPE,
                    REPEATED_NAME -> false;
        };
    }

    /** Returns whether the header Authorization has it: such a request is refused before anybody looks at what it is aimed at. */
    public boolean isOfToken() {
        return !isOfBody() && compareTo(TOKEN_FOR_OTHER_AUDIENCE) <= 0;
    }

    /** Returns whether it can be made only of a token whose claims can be read. */
    public boolean readsClaims() {
        return this == CHANGED_CLAIMS_TOKEN;
    }

    /** Returns the token that the defect needs, beside the sound one. */
    public Optional<AlternateToken> needs() {
        return switch (this) {
            case EXPIRED_TOKEN -> Optional.of(AlternateToken.EXPIRED);
            case TOKEN_WITHOUT_ROLE -> Optional.of(AlternateToken.WITHOUT_ROLE);
            case DELEGATED_TOKEN -> Optional.of(AlternateToken.DELEGATED);
            case DELEGATED_TOKEN_WITHOUT_SCOPE -> Optional.of(AlternateToken.DELEGATED_WITHOUT_SCOPE);
            case TOKEN_FOR_OTHER_AUDIENCE -> Optional.of(AlternateToken.OTHER_AUDIENCE);
            case NO_TOKEN,
                    OTHER_SCHEME,
                    TOKEN_UNDER_OTHER_SCHEME,
                    TOKEN_WITHOUT_SCHEME,
                    EMPTY_TOKEN,
                    MALFORMED_TOKEN,
                    TAMPERED_TOKEN,
                    CHANGED_CLAIMS_TOKEN,
                    UNSIGNED_TOKEN,
                    NO_CONTENT_TYPE,
                    OTHER_CONTENT_TYPE,
                    FORM_CONTENT_TYPE,
                    MALFORMED_BODY,
                    EMPTY_BODY,
                    ARRAY_BODY,
                    SCALAR_BODY,
                    DEEP_BODY,
                    REPEATED_NAME -> Optional.empty();
        };
    }

    /**
     * Returns a sound request with this defect.
     *
     * @param tokens gives the token that the defect {@linkplain #needs needs}
     */
    public Request apply(Request sound, Function<AlternateToken, String> tokens) {
        return switch (this) {
            case NO_TOKEN -> sound.without(AUTHORIZATION);
            case OTHER_SCHEME -> sound.with(AUTHORIZATION, "Basic " + basic());
            // Digest, since the base64 of Basic holds no dots: a server would refuse it for that alone.
            case TOKEN_UNDER_OTHER_SCHEME -> sound.with(AUTHORIZATION, "Digest " + token(sound));
            case TOKEN_WITHOUT_SCHEME -> sound.with(AUTHORIZATION, token(sound));
            case EMPTY_TOKEN -> bearer(sound, "");
            case MALFORMED_TOKEN -> bearer(sound, "not-a-token");
            case TAMPERED_TOKEN -> bearer(sound, TokenParts.tampered(token(sound)));
            case CHANGED_CLAIMS_TOKEN -> bearer(sound, TokenParts.claimingMore(token(sound)));
            case UNSIGNED_TOKEN -> bearer(sound, TokenParts.unsigned(token(sound)));
            case EXPIRED_TOKEN,
                    TOKEN_WITHOUT_ROLE,
                    DELEGATED_TOKEN,
                    DELEGATED_TOKEN_WITHOUT_SCOPE,
                    TOKEN_FOR_OTHER_AUDIENCE -> bearer(sound, tokens.apply(needs().orElseThrow()));
            case NO_CONTENT_TYPE -> sound.without(CONTENT_TYPE);
            case OTHER_CONTENT_TYPE -> sound.with(CONTENT_TYPE, OTHER_TYPE);
            case FORM_CONTENT_TYPE -> sound.with(CONTENT_TYPE, FORM_TYPE);
            case MALFORMED_BODY -> sound.withText(cut(sound.body()));
            case EMPTY_BODY -> sound.withText("");
            case ARRAY_BODY -> sound.withText("[" + sound.body().text() + "]");
            case SCALAR_BODY -> sound.withText("\"tick\"");
            case DEEP_BODY -> sound.withText("[".repeat(DEPTH) + "]".repeat(DEPTH));
            case REPEATED_NAME -> sound.withText(repeated(sound.body()));
        };
    }

    @Override
    public boolean matches(RequestFacts facts) {
        Request request = facts.request();
        return switch (this) {
            case NO_TOKEN,
                    OTHER_SCHEME,
                    TOKEN_UNDER_OTHER_SCHEME,
                    TOKEN_WITHOUT_SCHEME,
                    EMPTY_TOKEN,
                    MALFORMED_TOKEN,
                    TAMPERED_TOKEN,
                    CHANGED_CLAIMS_TOKEN,
                    UNSIGNED_TOKEN,
                    EXPIRED_TOKEN,
                    TOKEN_WITHOUT_ROLE,
                    DELEGATED_TOKEN,
                    DELEGATED_TOKEN_WITHOUT_SCOPE,
                    TOKEN_FOR_OTHER_AUDIENCE -> facts.tokenDefect().equals(Optional.of(this));
            case NO_CONTENT_TYPE -> request.mediaType().isEmpty();
            case OTHER_CONTENT_TYPE -> request.mediaType().equals(OTHER_TYPE);
            case FORM_CONTENT_TYPE -> request.mediaType().equals(FORM_TYPE);
            case MALFORMED_BODY -> request.body().shape() == Body.Shape.MALFORMED;
            case EMPTY_BODY -> request.body().shape() == Body.Shape.EMPTY;
            case ARRAY_BODY -> request.body().shape() == Body.Shape.ARRAY;
            case SCALAR_BODY -> request.body().shape() == Body.Shape.SCALAR;
            case DEEP_BODY -> request.body().shape() == Body.Shape.DEEP;
            case REPEATED_NAME ->
                request.body()
                        .problem()
                        .filter(problem -> problem.startsWith("Duplicate"))
                        .isPresent();
        };
    }

    private static String cut(Body body) {
        String text = body.text();
        return text.isEmpty() ? "{" : text.substring(0, text.length() - 1);
    }

    /** Names the last property twice, the second time with another text. */
    private static String repeated(Body body) {
        JsonNode object = body.json();
        if (!object.isObject()) {
            return "";
        }
        String text = object.toString();
        String last =
                object.propertyNames().stream().reduce((one, other) -> other).orElse("");
        return text.substring(0, text.length() - 1) + ",\"" + last + "\":\"named again\"}";
    }

    private static String token(Request sound) {
        String authorization = sound.authorization().orElse("");
        return authorization.substring(Math.min(authorization.length(), BEARER.length()));
    }

    private static Request bearer(Request sound, String token) {
        return sound.with(AUTHORIZATION, BEARER + token);
    }

    private static String basic() {
        return Base64.getEncoder().encodeToString("tick:tick".getBytes(StandardCharsets.UTF_8));
    }
}
