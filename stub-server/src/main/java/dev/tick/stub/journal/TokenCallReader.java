package dev.tick.stub.journal;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.text.ShortText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads of a call of the token endpoint what a journal may keep; a call that cannot be read is kept, too. */
public final class TokenCallReader {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int FIRST_ERROR = 400;

    private TokenCallReader() {}

    /** Returns a call and its response, without secrets. */
    public static TokenCall.Unnumbered of(Request request, Response response, String step) {
        TokenCall.Flow flow = flow(request);
        TokenCall.Result result = result(request, response);
        return (number, time) -> new TokenCall(number, time, flow, result, step);
    }

    /** Returns the id by which the client names itself, proven or not; empty when none can be read. */
    public static Optional<String> client(Request request) {
        return flow(request).client();
    }

    private static TokenCall.Flow flow(Request request) {
        Map<String, List<String>> form = request.mediaType().equals(FORM)
                ? URLUtils.parseParameters(request.body().text())
                : Map.of();
        Optional<String> header = request.authorization();
        Optional<String> assertion = first(form, "client_assertion");
        List<String> proofs = new ArrayList<>();
        first(form, "client_secret").ifPresent(secret -> proofs.add("client_secret_post"));
        header.ifPresent(given -> proofs.add(isBasic(given) ? "client_secret_basic" : "other_authorization"));
        assertion.ifPresent(signed -> proofs.add(kind(signed, first(form, "client_id"))));
        String endpoint = request.path().contains("/v2.0/") ? "v2" : "v1";
        return new TokenCall.Flow(
                request.method(),
                first(form, "client_id")
                        .or(() -> header.flatMap(TokenCallReader::named))
                        .or(() -> assertion.flatMap(TokenCallReader::itself))
                        .map(TokenCallReader::shown),
                first(form, "grant_type").map(TokenCallReader::shown),
                proofs.isEmpty() ? "none" : String.join(", ", proofs),
                endpoint,
                first(form, endpoint.equals("v2") ? "scope" : "resource").map(TokenCallReader::shown));
    }

    private static TokenCall.Result result(Request request, Response response) {
        if (response.status() < FIRST_ERROR) {
            return new TokenCall.Result(response.status(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        JsonNode body =
                response.body().shape() == Body.Shape.OBJECT ? response.json() : JsonNodeFactory.instance.objectNode();
        JsonNode error = body.path("error");
        String code =
                error.isString() ? error.asString() : error.path("code").asString(Integer.toString(response.status()));
        String cause = error.isString()
                ? body.path("error_description").asString("")
                : error.path("message")
                        .asString(request.method() + " is not offered here: allowed "
                                + response.headers().first("Allow").orElse("POST"));
        return new TokenCall.Result(
                response.status(), Optional.of(code), Optional.of(shown(cause)), response.header("Retry-After"));
    }

    private static Optional<String> first(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Optional<String> named(String authorization) {
        try {
            return Optional.of(
                    ClientSecretBasic.parse(authorization).getClientID().getValue());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static boolean isBasic(String authorization) {
        return authorization.strip().toLowerCase(Locale.ROOT).startsWith("basic ");
    }

    /** Returns the kind of an assertion: a client makes its own in its own name, and another authority in that one's. */
    private static String kind(String assertion, Optional<String> client) {
        return claims(assertion)
                .map(claims -> String.valueOf(claims.getIssuer()))
                .map(issuer -> issuer.equals(client.or(() -> itself(assertion)).orElse(""))
                        ? "private_key_jwt"
                        : "federated_jwt")
                .orElse("unreadable_jwt");
    }

    /** Returns the client that issued an assertion about itself; the subject of another authority's is no client. */
    private static Optional<String> itself(String assertion) {
        return claims(assertion)
                .flatMap(claims ->
                        Optional.ofNullable(claims.getSubject()).filter(subject -> subject.equals(claims.getIssuer())));
    }

    private static Optional<JWTClaimsSet> claims(String assertion) {
        try {
            return Optional.ofNullable(SignedJWT.parse(assertion).getJWTClaimsSet());
        } catch (java.text.ParseException e) {
            return Optional.empty();
        }
    }

    private static String shown(String text) {
        return ShortText.beginning(JournalRedaction.removed(text), JournalEntry.MAX_GOT);
    }
}
