package dev.tick.conformance.subject;

import dev.tick.spec.document.InvalidJsonException;
import dev.tick.spec.document.Json;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The claims of a token, read without verifying its signature.
 *
 * @param application the application's id: {@code appid}, or {@code azp} in a token of version 2; empty where it names none
 * @param tenant the tenant's id ({@code tid}); empty where it names none
 * @param roles the application roles; none where it has no such claim
 * @param scopes the scopes ({@code scp}), which only the token of a signed-in user has
 * @param audiences whom it is meant for ({@code aud}); none where it has no such claim
 * @param expiry when its life ends ({@code exp}); empty where it does not say
 */
public record TokenClaims(
        Optional<String> application,
        Optional<String> tenant,
        List<String> roles,
        List<String> scopes,
        List<String> audiences,
        Optional<Instant> expiry) {
    private static final int PARTS = 3;

    /** 9999-12-31, the last day that a date has four digits for the year. */
    private static final double LATEST = 253_402_300_799.0;

    /** Copies the lists. */
    public TokenClaims {
        roles = List.copyOf(roles);
        scopes = List.copyOf(scopes);
        audiences = List.copyOf(audiences);
    }

    /** Returns the claims of a token; empty where it is no JWT (RFC 7519) whose claims are an object. */
    public static Optional<TokenClaims> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            JsonNode claims = Json.read(Base64.getUrlDecoder().decode(parts[1]));
            return claims.isObject() ? Optional.of(of(claims)) : Optional.empty();
        } catch (IllegalArgumentException | InvalidJsonException e) {
            return Optional.empty();
        }
    }

    private static TokenClaims of(JsonNode claims) {
        return new TokenClaims(
                text(claims, "appid").or(() -> text(claims, "azp")),
                text(claims, "tid"),
                texts(claims.path("roles")),
                texts(claims.path("scp")).stream()
                        .flatMap(words -> List.of(words.split(" ", -1)).stream())
                        .filter(word -> !word.isEmpty())
                        .toList(),
                texts(claims.path("aud")),
                expiry(claims.path("exp")));
    }

    /** Returns the end; one beyond all times is none (RFC 7519, section 2, allows fractions). */
    private static Optional<Instant> expiry(JsonNode exp) {
        return exp.isNumber() && Math.abs(exp.asDouble(Double.MAX_VALUE)) <= LATEST
                ? Optional.of(Instant.ofEpochSecond((long) exp.asDouble()))
                : Optional.empty();
    }

    private static Optional<String> text(JsonNode claims, String name) {
        return claims.path(name).isString() ? Optional.of(claims.path(name).asString()) : Optional.empty();
    }

    private static List<String> texts(JsonNode claim) {
        return claim.isString()
                ? List.of(claim.asString())
                : claim.valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .toList();
    }
}
