package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Submits of URLs that are nearly alike. The value is the identity, and paths know their letter case (RFC 3986, section 6.2.2.1).
 *
 * @param row the requirement
 * @param conversation in which they take place
 * @param steps the requests
 */
record LikeIdentities(Requirement row, Conversation conversation, Steps steps) {
    private static final String PATH = "/Drop/Part";

    /** Submits the URL that the others are like. */
    private Exchange first() {
        return steps.submit("a URL that others are like", () -> {
            ObjectNode body = steps.fresh(conversation
                    .samples()
                    .exampleOfUrl(steps.operation(Effect.CREATE))
                    .orElseThrow());
            return steps.retitled(
                    conversation
                            .samples()
                            .identified(body, conversation.samples().freshUrl(PATH)),
                    "the first URL");
        });
    }

    /** Submits a URL like the first, with another path. */
    private Exchange second(String path) {
        Exchange first = first();
        return steps.submit("a URL like another: " + path, () -> {
            String identity = conversation.names().identity(first).replace(PATH, path);
            return steps.retitled(
                    conversation.samples().identified(conversation.names().body(first), identity), "at " + path);
        });
    }

    /** Checks that a URL with another path is another entity. */
    List<Case> toldApart(String how, String path) {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, "answered", Phase.REFUSAL, () -> answered(how, path)));
        if (conversation.has(Effect.LIST)) {
            cases.add(new Case(row, "in the list", Phase.STATE, () -> {
                Outcome answered = answered(how, path);
                return answered.kind() == Outcome.Kind.HONOURED && steps.taken(second(path)) ? listed(path) : answered;
            }));
        }
        return cases;
    }

    private Outcome answered(String how, String path) {
        Exchange first = first();
        Exchange second = second(path);
        if (!steps.taken(first)) {
            return Outcome.noTwin(first);
        }
        if (!steps.taken(second)) {
            return second.declined()
                    ? Outcome.honoured("such a value is not taken: " + second.line(), first, second)
                    : Outcome.neither(second);
        }
        return sameNumber(first, second)
                ? Outcome.broken(
                        Mismatch.of("another entity for a URL " + how, "the number of the first"), first, second)
                : Outcome.honoured("another entity", first, second);
    }

    private boolean sameNumber(Exchange first, Exchange second) {
        return conversation
                .resource()
                .filledWith(ServerValue.NUMBER)
                .filter(number ->
                        PropertyValues.answered(first, number).equals(PropertyValues.answered(second, number)))
                .isPresent();
    }

    private Outcome listed(String path) {
        Exchange list = conversation.lists().afterRefusals();
        for (Exchange created : List.of(first(), second(path))) {
            String identity = conversation.names().identity(created);
            if (!conversation.lists().holds(list, identity)) {
                return Outcome.notListed(list, identity);
            }
            List<Mismatch> differing = PropertyValues.differences(
                    conversation.names().kept(created), conversation.lists().entry(list, identity));
            if (!differing.isEmpty()) {
                return Outcome.broken(differing, created, list);
            }
        }
        return Outcome.honoured("both are listed as they were sent", first(), second(path), list);
    }

    /** Notes whether another spelling of a URL, which a page neither tells apart nor takes for the same, is another entity. */
    List<Case> noted() {
        return List.of(
                new Case(row, "a slash at the end", Phase.REFUSAL, () -> noted(PATH + "/")),
                new Case(row, "an unreserved character escaped", Phase.REFUSAL, () -> noted("/Drop/%50art")));
    }

    private Outcome noted(String path) {
        Exchange first = first();
        Exchange second = second(path);
        if (!steps.taken(first)) {
            return Outcome.noTwin(first);
        }
        if (!steps.taken(second)) {
            return Outcome.noted("not taken: " + second.line(), first, second);
        }
        JsonNode shown = PropertyValues.answered(second, conversation.resource().identity());
        Optional<String> number = conversation.resource().filledWith(ServerValue.NUMBER);
        String entity = number.isEmpty() ? "" : sameNumber(first, second) ? "the same entity, " : "another entity, ";
        boolean asSent = shown.asString("").equals(conversation.names().identity(second));
        int status = second.response().orElseThrow().status();
        return Outcome.noted(
                "answered " + status + ", " + entity + (asSent ? "as it was sent" : "in another spelling"),
                first,
                second);
    }
}
