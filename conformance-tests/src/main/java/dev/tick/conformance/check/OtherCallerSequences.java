package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sequences in which another caller, whose role reaches all, updates what the first caller created.
 *
 * @param row the requirement
 * @param conversation in which they take place
 * @param steps the requests
 */
record OtherCallerSequences(Requirement row, Conversation conversation, Steps steps) {
    /**
     * Two callers, the second of whom reaches what the first created.
     *
     * @param creator the token of the first
     * @param updater the token of the second
     */
    private record Callers(String creator, String updater) {}

    /** Returns the callers; where no third application is at hand, another one creates for the sound token that reaches all. */
    private Callers callers() {
        boolean sound = conversation.target().token(TokenKind.TENANT_WIDE).isEmpty();
        return sound && unmet().isEmpty()
                ? new Callers(token(TokenKind.OTHER_APPLICATION), token(TokenKind.SOUND))
                : new Callers(token(TokenKind.SOUND), token(TokenKind.TENANT_WIDE));
    }

    private String token(TokenKind kind) {
        return conversation.target().token(kind).orElse("");
    }

    private Optional<Outcome> unmet() {
        Operation create = steps.operation(Effect.CREATE);
        return TokenNeeds.isMetBySound(conversation, create, TokenKind.TENANT_WIDE)
                ? TokenNeeds.unmet(conversation, create, TokenKind.OTHER_APPLICATION)
                : TokenNeeds.unmet(conversation, create, TokenKind.TENANT_WIDE);
    }

    private Exchange created() {
        String creator = callers().creator();
        Exchange full =
                steps.submit("submit of every property, for others", creator, () -> FullBodies.fresh(conversation));
        return full.declined()
                ? steps.submit("submit for others", creator, () -> steps.fresh(conversation.mainExample()))
                : full;
    }

    private Exchange byOthers(Exchange first) {
        return steps.submit(
                "update by another caller",
                callers().updater(),
                () -> steps.retitled(conversation.names().body(first), "by another caller"));
    }

    /** Updates with what is required and no more, by the first caller. */
    private Exchange leavingOut(Exchange first) {
        return steps.submit("update that leaves properties out", callers().creator(), () -> {
            ObjectNode body = steps.retitled(conversation.names().body(first), "leaving out");
            Operation create = steps.operation(Effect.CREATE);
            List<String> needed = new ArrayList<>(conversation
                    .contract()
                    .at(create.requestSchema().orElseThrow() + "/required")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList());
            body.retain(needed);
            return body;
        });
    }

    /** Checks that the creator, its kind and the time of creation stay. */
    List<Case> updated() {
        List<Case> cases = new ArrayList<>();
        for (ServerValue kind : List.of(ServerValue.CALLER, ServerValue.TIME)) {
            String property = conversation.resource().filledWith(kind).orElseThrow();
            cases.add(new Case(row, property, Phase.REFUSAL, () -> kept(property)));
            if (conversation.has(Effect.LIST)) {
                cases.add(new Case(row, property + " in the list", Phase.END, () -> keptInList(property)));
            }
        }
        cases.addAll(new UserUpdates(row, conversation, steps).updated());
        return cases;
    }

    private Outcome kept(String property) {
        Optional<Outcome> unmet = unmet();
        if (unmet.isPresent()) {
            return unmet.get();
        }
        Exchange first = created();
        if (!steps.taken(first)) {
            return Outcome.noTwin(first);
        }
        Exchange update = byOthers(first);
        return apart(first, update)
                .orElseGet(() -> same(property, first, PropertyValues.answered(update, property), update));
    }

    private Outcome keptInList(String property) {
        Optional<Outcome> unmet = unmet();
        if (unmet.isPresent()) {
            return unmet.get();
        }
        Exchange first = created();
        if (!steps.taken(first)) {
            return Outcome.noTwin(first);
        }
        byOthers(first);
        leavingOut(first);
        return listed(property, first);
    }

    /** Judges a property of an entity in the last list by the answer to its submit. */
    private Outcome listed(String property, Exchange first) {
        Exchange list = conversation.lists().last();
        List<JsonNode> entries = steps.listed(list, steps.address(first));
        return entries.isEmpty()
                ? Outcome.notListed(list, conversation.names().identity(first))
                : same(property, first, entries.get(0).path(property), list);
    }

    private static Outcome same(String property, Exchange first, JsonNode got, Exchange shown) {
        JsonNode before = PropertyValues.answered(first, property);
        return PropertyValues.same(before, got)
                ? Outcome.honoured(property + " is as it was", first, shown)
                : Outcome.broken(Mismatch.of(property, before + " as before", PropertyValues.shown(got)), first, shown);
    }

    /** Returns what is to be said where the submit of the other caller was no update: no page decides that. */
    private Optional<Outcome> apart(Exchange first, Exchange update) {
        if (update.declined()) {
            return Optional.of(Outcome.honoured("another caller may not update it: " + update.line(), first, update));
        }
        if (!steps.taken(update)) {
            return Optional.of(Outcome.neither(update));
        }
        return steps.address(first).equals(steps.address(update))
                ? Optional.empty()
                : Optional.of(Outcome.honoured("another caller's submit makes an entity of its own", first, update));
    }

    /** Notes whether the one who updated last is told from the one before: pages show an id and a name there. */
    List<Case> updaterNamed() {
        String property =
                conversation.resource().filledWith(ServerValue.UPDATER).orElseThrow();
        return List.of(new Case(row, property, Phase.REFUSAL, () -> {
            Optional<Outcome> unmet = unmet();
            if (unmet.isPresent()) {
                return unmet.get();
            }
            Exchange first = created();
            if (!steps.taken(first)) {
                return Outcome.noTwin(first);
            }
            Exchange theirs = byOthers(first);
            Exchange own = leavingOut(first);
            return apart(first, theirs).or(() -> apart(first, own)).orElseGet(() -> differing(property, theirs, own));
        }));
    }

    private static Outcome differing(String property, Exchange theirs, Exchange own) {
        JsonNode before = PropertyValues.answered(theirs, property);
        JsonNode after = PropertyValues.answered(own, property);
        return Outcome.noted(
                property + " after an update by another caller: "
                        + (before.equals(after) ? "the same" : before.isString() ? "another" : "none"),
                theirs,
                own);
    }

    /** Notes what becomes of the properties that an update leaves out. */
    List<Case> leftOut() {
        return List.of(new Case(row, "probe", Phase.REFUSAL, () -> {
            Exchange first = created();
            if (!steps.taken(first)) {
                return Outcome.noTwin(first);
            }
            if (unmet().isEmpty()) {
                byOthers(first);
            }
            Exchange update = leavingOut(first);
            if (!steps.taken(update)) {
                return Outcome.noted("answered " + update.line(), first, update);
            }
            ObjectNode sent = conversation.names().body(update);
            List<String> kept = conversation.names().body(first).properties().stream()
                    .filter(one -> !sent.has(one.getKey()))
                    .filter(one -> PropertyValues.same(one.getValue(), PropertyValues.answered(update, one.getKey())))
                    .map(Map.Entry::getKey)
                    .toList();
            return Outcome.noted("of what was left out, kept: " + kept, first, update);
        }));
    }

    /** Checks that an import by another caller leaves the creator and the time of creation as they were. */
    List<Case> imported() {
        List<Case> cases = new ArrayList<>();
        for (ServerValue kind : List.of(ServerValue.CALLER, ServerValue.TIME)) {
            String property = conversation.resource().filledWith(kind).orElseThrow();
            cases.add(new Case(row, property + " by another caller", Phase.END, () -> {
                Outcome taken = importedByOthers();
                return taken.kind() == Outcome.Kind.HONOURED ? listed(property, created()) : taken;
            }));
        }
        cases.add(new Case(row, "import by another caller", Phase.REFUSAL, this::importedByOthers));
        cases.addAll(new UserUpdates(row, conversation, steps).imported());
        return cases;
    }

    private Outcome importedByOthers() {
        Optional<Outcome> unmet = unmet();
        if (unmet.isPresent()) {
            return unmet.get();
        }
        Exchange first = created();
        if (!steps.taken(first)) {
            return Outcome.noTwin(first);
        }
        Exchange batch = steps.together(
                "import by another caller",
                callers().updater(),
                () -> List.of(steps.retitled(conversation.names().body(first), "imported by another caller")));
        return batch.declined() || steps.answered(Effect.CREATE_MANY, batch)
                ? Outcome.honoured("answered " + batch.line(), first, batch)
                : Outcome.neither(batch);
    }
}
