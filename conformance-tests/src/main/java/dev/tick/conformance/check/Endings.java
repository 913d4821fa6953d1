package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.exchange.HttpDate;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ResubmitRule;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.text.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sequences about entities that end within seconds.
 *
 * @param row the requirement
 * @param conversation in which they take place
 * @param steps the requests
 */
record Endings(Requirement row, Conversation conversation, Steps steps) {
    /** Enough for a submit to arrive before it, and soon enough to be waited for. */
    private static final Duration SOON = Duration.ofSeconds(4);

    /** Enough for a submit that did not arrive before it. */
    private static final Duration LATER = Duration.ofSeconds(15);

    /** The header {@code Date} has whole seconds, and a target's clocks may differ a little. */
    static final Duration SLACK = Duration.ofSeconds(2);

    String property() {
        return conversation
                .resource()
                .expiration()
                .orElseThrow(() -> new IllegalArgumentException(row.id() + ": no property has x-tick-expires"));
    }

    /** Checks that what has ended is neither listed nor found nor read. */
    List<Case> gone() {
        property();
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, "before it ends", Phase.SOUND, () -> ofAll(ending(), this::before)));
        cases.add(new Case(
                row, "after its end", Phase.END, () -> ofAll(ended(), created -> after(created, this::ended))));
        if (!conversation.resource().filterable().isEmpty()) {
            cases.add(new Case(row, "under a filter", Phase.END, () -> after(submitted(), this::notFound)));
        }
        return cases;
    }

    /** Judges what was submitted, and what was imported where that is sound. */
    private Outcome ofAll(List<Exchange> all, Function<Exchange, Outcome> judgement) {
        Outcome outcome = Outcome.noTwin(submitted());
        for (Exchange created : all) {
            outcome = judgement.apply(created);
            if (outcome.kind() != Outcome.Kind.HONOURED) {
                break;
            }
        }
        return outcome;
    }

    /** Returns the same, and one that is submitted at last, so that no write lies between its end and the list. */
    private List<Exchange> ended() {
        return Stream.concat(ending().stream(), Stream.of(late())).toList();
    }

    private Exchange late() {
        ending();
        return soon("submit of what ends soon, at last", this::submitted);
    }

    /** Returns what creates an entity that ends soon, in each way that the target has. */
    private List<Exchange> ending() {
        return conversation.has(Effect.CREATE_MANY) ? List.of(submitted(), imported()) : List.of(submitted());
    }

    /** Checks that a submit of what has ended creates it. */
    List<Case> createdAnew() {
        property();
        return List.of(
                new Case(row, "before it ends", Phase.SOUND, () -> before(submitted())),
                new Case(row, "after its end", Phase.END, () -> after(submitted(), this::anew)));
    }

    Outcome before(Exchange created) {
        return taken(created)
                ? Outcome.honoured("it is taken", created)
                : Outcome.noted("an end within seconds is not taken: " + created.line(), created);
    }

    private boolean taken(Exchange created) {
        return isImport(created) ? steps.takenTogether(created) : steps.taken(created);
    }

    private boolean isImport(Exchange created) {
        return conversation.has(Effect.CREATE_MANY)
                && created.request()
                        .path()
                        .equals(steps.operation(Effect.CREATE_MANY).path());
    }

    /** Submits what ends soon. */
    private Exchange submitted() {
        conversation.create(example());
        return soon("create what ends soon", this::submitted);
    }

    private Exchange imported() {
        submitted();
        return soon(
                "import of what ends soon", (name, end) -> steps.together(name, () -> List.of(endingAt(end.get()))));
    }

    /** Submits an entity that ends soon. */
    Exchange submitted(String name, Supplier<String> end) {
        return steps.submit(name, () -> endingAt(end.get()));
    }

    /** A way to send an end that a run can wait for. */
    interface Ending {
        /**
         * Sends it, once under a name.
         *
         * @param end gives the end, by the target's clock at the time of the call
         */
        Exchange send(String name, Supplier<String> end);
    }

    /** Sends an end that a run can wait for; once more, with more time, where it had passed before the target declined it. */
    Exchange soon(String name, Ending ending) {
        Exchange first = decided(ending.send(name, () -> in(SOON)));
        return first.declined() && hasPassed(first)
                ? decided(ending.send(name + ", with more time", () -> in(LATER)))
                : first;
    }

    /** Has it decided whether a request was sound as long as it is. */
    private Exchange decided(Exchange created) {
        conversation.history().creations();
        return created;
    }

    private boolean hasPassed(Exchange created) {
        return created.response()
                .flatMap(HttpDate::of)
                .filter(date -> !date.isBefore(end(created)))
                .isPresent();
    }

    String example() {
        Operation create = steps.operation(Effect.CREATE);
        return conversation.example(create, name -> conversation.requests().sends(create, name, property()));
    }

    private ObjectNode endingAt(String end) {
        ObjectNode body = steps.fresh(example());
        body.put(property(), end);
        return body;
    }

    private String in(Duration time) {
        Instant end = conversation.targetNow().plus(time);
        return Instant.ofEpochSecond(end.getEpochSecond()).toString();
    }

    private interface Judge {
        Outcome of(Exchange created, Exchange list);
    }

    private Outcome after(Exchange created, Judge judge) {
        if (!taken(created)) {
            return before(created);
        }
        Exchange list = list();
        String own = conversation.names().identity(conversation.own());
        if (!conversation.lists().holds(list, own)) {
            return Outcome.notListed(list, own);
        }
        Instant end = end(created);
        if (list.response().flatMap(HttpDate::of).filter(end::isBefore).isEmpty()) {
            return Outcome.notTestable("by the target's clock, it has not ended yet", list);
        }
        return judge.of(created, list);
    }

    /** Lists what is there when both have ended. */
    private Exchange list() {
        List<Exchange> ending = ended();
        return conversation.exchange("list after an end", () -> {
            ending.stream()
                    .filter(this::taken)
                    .map(this::end)
                    .max(Instant::compareTo)
                    .ifPresent(end -> conversation.waitUntil(
                            end.plus(SLACK), "the end of an entity that was submitted to end soon"));
            return conversation.requests().bare(steps.operation(Effect.LIST), "");
        });
    }

    private JsonNode sent(Exchange created) {
        return isImport(created)
                ? steps.items(created).get(0)
                : conversation.names().body(created);
    }

    private Instant end(Exchange created) {
        return Timestamp.read(sent(created).path(property())).orElseThrow().toInstant();
    }

    private String identity(Exchange created) {
        return conversation.samples().identity(sent(created));
    }

    private Outcome notListed(Exchange created, Exchange list) {
        return conversation.lists().holds(list, identity(created))
                ? Outcome.broken(Mismatch.of("a list without what ended at " + end(created), "it there"), created, list)
                : Outcome.honoured("it is gone", created, list);
    }

    private Outcome ended(Exchange created, Exchange list) {
        Optional<Exchange> read = conversation.has(Effect.READ) && created.equals(submitted())
                ? Optional.of(conversation.exchange(
                        "read after an end",
                        () -> conversation.requests().bare(steps.operation(Effect.READ), steps.address(created))))
                : Optional.empty();
        return read.filter(Exchange::accepted)
                .map(shown -> Outcome.broken(
                        Mismatch.of("404 for what ended at " + end(created), shown.line()), created, shown))
                .orElseGet(() -> notListed(created, list));
    }

    private Outcome notFound(Exchange created, Exchange list) {
        Exchange found = steps.filtered("filter by what has ended", identity(created));
        return conversation.lists().holds(found, identity(created))
                ? Outcome.broken(
                        Mismatch.of("nothing that ended at " + end(created), "it under a filter"), created, found)
                : Outcome.honoured("no filter finds it", created, found);
    }

    private Outcome anew(Exchange created, Exchange list) {
        // The other cases look at what is there before it is submitted again.
        ended(created, list);
        if (!conversation.resource().filterable().isEmpty()) {
            notFound(created, list);
        }
        // Another value of a property that makes another entity would tell nothing.
        Recreation recreation = new Recreation(conversation, steps);
        return recreation.judged(
                created,
                created,
                recreation.otherwise(
                        "submit after an end", created, EnumSet.of(ResubmitRule.CONFLICT, ResubmitRule.KEPT)));
    }
}
