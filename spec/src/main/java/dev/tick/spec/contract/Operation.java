package dev.tick.spec.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;

/**
 * One operation of a contract.
 *
 * @param id the contract's operationId
 * @param method the HTTP method in capitals
 * @param path the path template, such as {@code /api/things/{id}}
 * @param aliases further paths under which it is served alike ({@code x-tick-aliases})
 * @param pointer where the operation stands in the document
 * @param effect what it does to the resource; empty when the contract does not say
 * @param offer whether every server has it ({@code x-tick-offer})
 * @param requestSchema JSON pointer to the schema of the JSON request body, empty when it takes none
 * @param requestExamples sound request bodies by name, in the order of the document
 * @param responses in the order of the document
 * @param query the schemas of its query options by name, in the order of the document
 * @param tokens what it asks of a token
 * @param limits how often it may be called, beside what holds for all operations ({@code x-tick-quotas})
 */
public record Operation(
        String id,
        String method,
        String path,
        List<String> aliases,
        String pointer,
        Optional<Effect> effect,
        Offer offer,
        Optional<String> requestSchema,
        Map<String, JsonNode> requestExamples,
        List<DocumentedResponse> responses,
        Map<String, JsonNode> query,
        TokenRules tokens,
        List<RateLimit> limits) {
    /** Copies the collections. */
    public Operation {
        aliases = List.copyOf(aliases);
        requestExamples = Collections.unmodifiableMap(new LinkedHashMap<>(requestExamples));
        responses = List.copyOf(responses);
        query = Collections.unmodifiableMap(new LinkedHashMap<>(query));
        limits = List.copyOf(limits);
    }

    /** Returns a request like this one with another method and path; with another effect it is no call of this operation. */
    Operation like(String otherMethod, String otherPath, List<String> otherAliases, Optional<Effect> otherEffect) {
        boolean same = otherEffect.isEmpty() || otherEffect.equals(effect);
        return new Operation(
                same ? id : otherMethod + " " + otherPath,
                otherMethod,
                otherPath,
                otherAliases,
                pointer,
                same ? effect : otherEffect,
                offer,
                same ? requestSchema : Optional.empty(),
                Map.of(),
                responses,
                Map.of(),
                tokens,
                limits);
    }

    /** Returns the documented response of this status; empty when the contract documents none. */
    public Optional<DocumentedResponse> response(int status) {
        return responses.stream()
                .filter(response -> response.status() == status)
                .findFirst();
    }

    /**
     * Returns the first documented 2xx answer.
     *
     * @throws IllegalStateException when the contract documents none
     */
    public DocumentedResponse success() {
        return responses.stream()
                .filter(response -> response.status() / 100 == 2)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(id + " documents no 2xx answer"));
    }

    /** Returns the path with the value in place of its only parameter, percent-encoded as one segment (RFC 3986). */
    public String pathFor(String value) {
        return filled(path, value);
    }

    /** Returns the first alias with the value in place of its only parameter, encoded likewise; empty where there is none. */
    public Optional<String> aliasFor(String value) {
        return aliases.stream().findFirst().map(alias -> filled(alias, value));
    }

    private static String filled(String template, String value) {
        // A form encoder differs from a segment's rules in three characters.
        String segment = URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
        return template.replaceAll("\\{[^}]*}", Matcher.quoteReplacement(segment));
    }

    /**
     * Matches a path against this operation's template and those of its aliases; a parameter stands for one segment that is not
     * empty, percent-encoded slashes included.
     *
     * @param actual as it is sent, percent-encoded, without a query
     * @return the match; empty when the path is not of this operation
     */
    public Optional<PathMatch> match(String actual) {
        Optional<PathMatch> match = PathMatch.of(path, actual);
        for (int i = 0; match.isEmpty() && i < aliases.size(); i++) {
            match = PathMatch.of(aliases.get(i), actual);
        }
        return match;
    }

    /** Returns whether a path is one of this operation's by an alias alone. */
    public boolean isAlias(String actual) {
        return PathMatch.of(path, actual).isEmpty() && match(actual).isPresent();
    }
}
