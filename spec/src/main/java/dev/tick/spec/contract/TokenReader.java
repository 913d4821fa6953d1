package dev.tick.spec.contract;

import dev.tick.spec.document.LocatedDocument;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads what a contract asks of a token: OpenAPI's {@code security}, and {@code x-tick-token} of the schemes. */
final class TokenReader {
    private final LocatedDocument source;

    TokenReader(LocatedDocument source) {
        this.source = source;
    }

    /** Returns the rules for operations without rules of their own. */
    TokenRules ofDocument() {
        return rules(source.root().path("security"));
    }

    TokenRules of(JsonNode operation) {
        return operation.has("security") ? rules(operation.path("security")) : ofDocument();
    }

    private TokenRules rules(JsonNode alternatives) {
        Set<String> roles = new LinkedHashSet<>();
        Set<String> scopes = new LinkedHashSet<>();
        Set<String> tenantWideRoles = new LinkedHashSet<>();
        Set<String> audiences = new LinkedHashSet<>();
        for (JsonNode alternative : alternatives) {
            for (Map.Entry<String, JsonNode> scheme : alternative.properties()) {
                String at = "/components/securitySchemes/" + LocatedDocument.segment(scheme.getKey()) + "/x-tick-token";
                JsonNode token = source.root().at(at);
                boolean ofUser = token.path("context").asString("").equals("user");
                add(scheme.getValue(), ofUser ? scopes : roles);
                add(token.path("tenant-wide"), tenantWideRoles);
                add(token.path("audiences"), audiences);
            }
        }
        return new TokenRules(
                List.copyOf(roles), List.copyOf(scopes), List.copyOf(tenantWideRoles), List.copyOf(audiences));
    }

    private static void add(JsonNode words, Set<String> to) {
        words.forEach(word -> to.add(word.asString("")));
    }
}
