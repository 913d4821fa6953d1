package dev.tick.stub.fault;

import dev.tick.spec.http.Body;
import dev.tick.spec.register.Check;
import dev.tick.spec.register.Requirement;
import dev.tick.stub.token.TokenFlaw;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which requests a row of the register speaks of. */
final class Triggers {
    private static final Map<String, Trigger> DEFECTS = Map.ofEntries(
            Map.entry("no-token", new Trigger.Token(TokenFlaw.MISSING)),
            Map.entry("other-scheme", new Trigger.Token(TokenFlaw.OTHER_SCHEME)),
            Map.entry("malformed-token", new Trigger.Token(TokenFlaw.MALFORMED)),
            Map.entry("tampered-token", new Trigger.Token(TokenFlaw.TAMPERED)),
            Map.entry("unsigned-token", new Trigger.Token(TokenFlaw.UNSIGNED)),
            Map.entry("expired-token", new Trigger.Token(TokenFlaw.EXPIRED)),
            Map.entry("token-without-role", new Trigger.Token(TokenFlaw.WITHOUT_ROLE)),
            Map.entry("delegated-token", new Trigger.Token(TokenFlaw.DELEGATED)),
            Map.entry("token-for-other-audience", new Trigger.Token(TokenFlaw.OTHER_AUDIENCE)),
            Map.entry("malformed-body", new Trigger.Body(Body.Shape.MALFORMED)),
            Map.entry("empty-body", new Trigger.Body(Body.Shape.EMPTY)),
            Map.entry("array-body", new Trigger.Body(Body.Shape.ARRAY)),
            Map.entry("scalar-body", new Trigger.Body(Body.Shape.SCALAR)),
            Map.entry("deep-body", new Trigger.Body(Body.Shape.DEEP)),
            Map.entry("no-content-type", new Trigger.MediaType("")),
            Map.entry("other-content-type", new Trigger.MediaType("text/plain")),
            Map.entry("form-content-type", new Trigger.MediaType("application/x-www-form-urlencoded")));

    /** A probe's word for what follows from the row's own pointer. */
    private static final String OF_SCHEMA = "schema";

    /** What a row says of its check, and not of the request. */
    private static final Set<String> OF_THE_CHECK =
            Set.of("kind", "operation", "observe", "example", "status", "codes", "envelope", "property", "kept");

    private Triggers() {}

    /** The requests with the defect that a row names, with the alteration that it asks for, or that break what it points at. */
    static Trigger of(Requirement row, Check check) {
        Optional<String> defect = check.text("defect").filter(name -> !name.equals(OF_SCHEMA));
        if (defect.isPresent()) {
            return Optional.ofNullable(DEFECTS.get(defect.get()))
                    .orElseThrow(() -> new IllegalArgumentException(
                            row.id() + ": no fault is known for the defect '" + defect.get() + "'"));
        }
        return !check.data().has("defect") && like(check) instanceof Trigger.Like altered
                ? altered
                : new Trigger.Broken(row.schema().orElseThrow());
    }

    /** The requests with the alteration that a row asks for; every sound one where it asks for none. */
    static Trigger like(Check check) {
        boolean plain = check.data().propertyStream().allMatch(word -> OF_THE_CHECK.contains(word.getKey()));
        return plain ? new Trigger.Sound() : new Trigger.Like(words(check.data()));
    }

    private static JsonNode words(JsonNode data) {
        ObjectNode words = (ObjectNode) data.deepCopy();
        words.remove(OF_THE_CHECK);
        return words;
    }
}
