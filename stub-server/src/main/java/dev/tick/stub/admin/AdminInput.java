package dev.tick.stub.admin;

import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.document.Json;
import dev.tick.spec.http.Request;
import dev.tick.spec.text.NearestWord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The keys that an admin call brings. One that is unknown or ill-typed is refused: left out, its sender would not learn so. */
final class AdminInput {
    private static final String TENANT = "tenant";

    private AdminInput() {}

    /** Reads a query of these keys, each once at most, percent-decoded. */
    static Map<String, String> query(Request request, List<String> known) throws AdminException {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : request.query().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            String key = PathMatch.decoded(parts[0]);
            if (pair.isEmpty()) {
                continue;
            }
            if (!known.contains(key)) {
                List<String> near =
                        Stream.concat(known.stream(), Stream.of(TENANT)).toList();
                throw refusal("unknown key '" + key + "'" + NearestWord.hint(key, near) + "; the query takes "
                        + (known.isEmpty() ? "none" : known));
            }
            if (query.put(key, parts.length < 2 ? "" : PathMatch.decoded(parts[1])) != null) {
                throw refusal("the key '" + key + "' is repeated; remove one");
            }
        }
        return query;
    }

    /** Returns the tenant that a call is for; empty for the default one. */
    static Optional<String> tenant(Request request) throws AdminException {
        List<String> given = Stream.of(request.query().split("&", -1))
                .filter(AdminInput::isTenant)
                .map(pair -> PathMatch.decoded(pair.substring(Math.min(pair.length(), TENANT.length() + 1))))
                .toList();
        if (given.size() > 1) {
            throw refusal("the key '" + TENANT + "' is repeated; remove one");
        }
        return given.stream().findFirst();
    }

    /** Returns a call without the key that says which tenant it is for. */
    static Request withoutTenant(Request request) {
        String query = Stream.of(request.query().split("&", -1))
                .filter(pair -> !isTenant(pair))
                .collect(Collectors.joining("&"));
        return new Request(
                request.origin(),
                request.method(),
                request.path() + (query.isEmpty() ? "" : "?" + query),
                request.headers(),
                request.body());
    }

    private static boolean isTenant(String pair) {
        return pair.split("=", 2)[0].equals(TENANT);
    }

    /** Refuses a body with a key that is none of these. */
    static void hold(JsonNode body, List<String> known) throws AdminException {
        for (String key : body.propertyNames()) {
            if (!known.contains(key)) {
                throw refusal("unknown key '" + key + "'" + NearestWord.hint(key, known) + "; "
                        + (known.isEmpty() ? "the call takes none" : "expected one of " + known));
            }
        }
    }

    /** Returns the text of a key; empty where the key is not there. */
    static Optional<String> text(JsonNode body, String key, String example) throws AdminException {
        return text(body.path(key), key + ": expected a text such as \"" + example + "\"");
    }

    /** Returns a text of which no message gives an example. */
    static Optional<String> secret(JsonNode body, String key) throws AdminException {
        return text(body.path(key), key + ": expected a text");
    }

    private static Optional<String> text(JsonNode value, String expected) throws AdminException {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isString() || value.asString().isBlank()) {
            throw refusal(expected + ", got " + Json.kind(value) + "; leave the key out for the default");
        }
        return Optional.of(value.asString());
    }

    /** Returns a refusal, to be thrown, of what a call brings. */
    static AdminException refusal(String problem) {
        return new AdminException(400, "BadRequest", problem + ".");
    }
}
