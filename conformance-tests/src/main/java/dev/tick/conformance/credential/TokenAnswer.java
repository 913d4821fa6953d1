package dev.tick.conformance.credential;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.tick.conformance.credential.UnissuedTokenException.Origin;
import dev.tick.conformance.evidence.Secrets;
import dev.tick.spec.document.InvalidJsonException;
import dev.tick.spec.document.Json;
import dev.tick.spec.text.ShortText;
import dev.tick.spec.text.VisibleText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The answer of a token endpoint, which is a token (RFC 6749, section 5.1), or the reason why there is none (section 5.2).
 *
 * @param endpoint who answered
 * @param response what came
 * @param asked when it was asked for, by our clock
 * @param hiding replaces every secret in a text
 */
record TokenAnswer(URI endpoint, HTTPResponse response, Instant asked, Secrets hiding) {
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SHOWN = 300;

    /** A token of more than ten years is as good as one that does not say. */
    private static final long LONGEST_SECONDS = 10L * 365 * 24 * 3600;

    private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d+)");

    /** By the number that the vendor's documentation of sign-in errors gives to each. */
    private static final Map<String, String> NUMBERED = Map.of(
            "7000215", "use the secret's value, not its id",
            "7000222", "the secret has expired; make a new one in the application's registration",
            "700016", "correct the client id or the tenant",
            "90002", "correct the tenant",
            "500011", "correct the audience, or let an administrator of the tenant consent to the API",
            "700027", "is this certificate in the application's registration, and the clock of this machine right?",
            "700213", "add the issuer and subject of the assertion to the application's federated credentials",
            "53003", "a policy of the tenant forbids it from here; ask its administrator");

    private static final Map<String, String> NAMED = Map.of(
            "invalid_client", "is the client id right, and its secret or certificate the current one?",
            "unauthorized_client", "correct the client id or the tenant",
            "invalid_scope", "correct the audience",
            "invalid_resource", "correct the audience",
            "invalid_target", "correct the audience",
            "temporarily_unavailable", "try again later");

    /** Returns the token. */
    IssuedToken token() {
        if (response.getStatusCode() != OK) {
            throw failed(response.getStatusCode() < CLIENT_ERROR ? elsewhere() : refusal());
        }
        JsonNode body = body().orElseThrow(() -> failed("answered 200 and no JSON object" + type()
                + "; is the authority's URL right, or does a proxy or a sign-in page answer in its place?"));
        String token = body.path("access_token").asString("");
        if (token.isBlank() || !token.chars().allMatch(one -> one > ' ' && one <= '~')) {
            throw failed(
                    "answered 200 without a usable access_token; is the authority's URL that of a token endpoint?");
        }
        return new IssuedToken(token, life(body.path("expires_in")).map(asked::plusSeconds));
    }

    /** The vendor's form v1 writes the number as a text. */
    private static Optional<Long> life(JsonNode seconds) {
        String text = seconds.asString("");
        return text.matches("\\d{1,9}")
                ? Optional.of(Long.parseLong(text)).filter(one -> one > 0 && one <= LONGEST_SECONDS)
                : Optional.empty();
    }

    private String elsewhere() {
        String place = Optional.ofNullable(response.getHeaderValue("Location")).orElse("nowhere");
        return response.getStatusCode() >= REDIRECT
                ? "answered " + response.getStatusCode() + " with Location " + quoted(place.replaceFirst("[?#].*", ""))
                        + "; no redirect is followed with a secret: name the authority that answers by itself"
                : "answered " + response.getStatusCode() + ", where 200 is expected; is the authority's URL right?";
    }

    private String refusal() {
        String error = body().map(one -> one.path("error").asString("")).orElse("");
        String description =
                body().map(one -> one.path("error_description").asString("")).orElse("");
        String said = (error + (description.isEmpty() ? "" : " (" + quoted(description) + ")")).strip();
        return "answered " + response.getStatusCode() + " "
                + (said.isEmpty() ? "without a reason" + type() : quoted(said)) + "; " + remedy(error, description);
    }

    private String remedy(String error, String description) {
        Matcher number = NUMBER.matcher(description);
        if (number.find() && NUMBERED.containsKey(number.group(1))) {
            return NUMBERED.get(number.group(1));
        }
        if (response.getStatusCode() == TOO_MANY_REQUESTS) {
            return "it has too many requests; try again "
                    + Optional.ofNullable(response.getHeaderValue("Retry-After"))
                            .filter(one -> one.matches("\\d{1,9}"))
                            .map(one -> "after " + one + " s")
                            .orElse("later");
        }
        return response.getStatusCode() >= SERVER_ERROR
                ? "it is down, or what stands before it; try again later"
                : NAMED.getOrDefault(error, "are authority, tenant, client id and audience right?");
    }

    private String type() {
        return Optional.ofNullable(response.getHeaderValue("Content-Type"))
                .map(one -> " (" + quoted(one) + ")")
                .orElse("");
    }

    private Optional<JsonNode> body() {
        try {
            return Optional.ofNullable(response.getBody())
                    .map(text -> Json.read(text.getBytes(StandardCharsets.UTF_8)))
                    .filter(JsonNode::isObject);
        } catch (InvalidJsonException e) {
            return Optional.empty();
        }
    }

    private String quoted(String text) {
        return VisibleText.line(ShortText.of(hiding.apply(text).replaceAll("\\s+", " "), SHOWN));
    }

    private UnissuedTokenException failed(String reason) {
        boolean busy = response.getStatusCode() == TOO_MANY_REQUESTS || response.getStatusCode() >= SERVER_ERROR;
        return new UnissuedTokenException(busy ? Origin.AUTHORITY : Origin.REQUEST, endpoint + " " + reason);
    }
}
