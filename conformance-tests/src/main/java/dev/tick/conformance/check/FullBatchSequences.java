package dev.tick.conformance.check;

import dev.tick.conformance.conversation.BatchAnswer;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The sequence that imports as many items as the contract allows, and removes them together before any list is read.
 *
 * @param row the requirement
 * @param conversation in which it takes place
 * @param steps the requests
 */
record FullBatchSequences(Requirement row, Conversation conversation, Steps steps) {
    private Exchange batch() {
        return batch("import of as many as are allowed", most());
    }

    private Exchange batch(String name, int items) {
        return steps.together(
                name,
                () -> IntStream.range(0, items)
                        .mapToObj(i -> steps.fresh(conversation.mainExample()))
                        .toList());
    }

    /** Returns how many items an import takes at most. */
    private int most() {
        String schema = steps.operation(Effect.CREATE_MANY).requestSchema().orElseThrow();
        return conversation
                .contract()
                .at(schema + "/properties")
                .valueStream()
                .map(property -> property.path("maxItems"))
                .filter(JsonNode::isNumber)
                .mapToInt(JsonNode::asInt)
                .findFirst()
                .orElse(1);
    }

    /** Looks for the last item, by a filter: the whole list may take many pages now. */
    private Optional<Exchange> seen(Exchange batch) {
        return conversation.has(Effect.LIST)
                ? Optional.of(steps.filtered("filter by the last of many", last(batch)))
                : Optional.empty();
    }

    private String last(Exchange batch) {
        List<JsonNode> items = steps.items(batch);
        return conversation.samples().identity(items.get(items.size() - 1));
    }

    /** Returns the numbers of what the target says that it created; a refusal says so of none, whatever its body names. */
    private List<String> numbers(Exchange batch) {
        if (!batch.accepted()) {
            return List.of();
        }
        return BatchAnswer.of(conversation.contract(), batch).results().stream()
                .map(BatchAnswer.Result::number)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }

    /** Removes what the import created, when it was looked for. */
    private Optional<Exchange> removal(Exchange batch) {
        seen(batch);
        return removal("removal of as many as are allowed", numbers(batch));
    }

    private Optional<Exchange> removal(String name, List<String> numbers) {
        return numbers.isEmpty() ? Optional.empty() : Optional.of(steps.removeTogether(name, () -> numbers));
    }

    /** Imports and removes a number that no likely part of a batch divides. */
    private Optional<Exchange> oddRemoval() {
        removal(batch());
        return removal("removal of an odd number", numbers(oddBatch()));
    }

    private Exchange oddBatch() {
        return batch("import of an odd number", most() / 2 + 1);
    }

    /** Checks that as many items as are allowed are taken, the last as the first. */
    List<Case> imported() {
        return List.of(new Case(row, "as many as are allowed", Phase.REFUSAL, () -> {
            Exchange batch = batch();
            Optional<Exchange> seen = seen(batch);
            removal(batch);
            if (!steps.takenTogether(batch)) {
                // A tenant that is full takes no single one either.
                Exchange twin =
                        steps.submit("submit after an import of many", () -> steps.fresh(conversation.mainExample()));
                return new ImportSequences(row, conversation, steps).taken(batch, twin);
            }
            int items = steps.items(batch).size();
            if (numbers(batch).size() != items) {
                return Outcome.broken(
                        Mismatch.of(
                                "a number for each of " + items, numbers(batch).size()),
                        batch);
            }
            return seen.filter(list -> conversation.succeeded(steps.operation(Effect.LIST), list))
                    .map(list -> lastSeen(batch, list))
                    .orElseGet(() -> Outcome.honoured("each is reported as taken", batch));
        }));
    }

    private Outcome lastSeen(Exchange batch, Exchange list) {
        return conversation.lists().holds(list, last(batch))
                ? Outcome.honoured("each is reported as taken, and the last is there", batch, list)
                : Outcome.broken(Mismatch.of(last(batch) + " in the list", "a list without it"), batch, list);
    }

    /** Checks that as many as are allowed are removed. */
    List<Case> removed() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, "answered", Phase.REFUSAL, () -> answered(batch(), removal(batch()))));
        cases.add(new Case(row, "an odd number, answered", Phase.REFUSAL, () -> answered(oddBatch(), oddRemoval())));
        if (conversation.has(Effect.LIST)) {
            cases.add(new Case(row, "in the list", Phase.STATE, () -> gone(batch(), removal(batch()))));
            cases.add(new Case(row, "an odd number, in the list", Phase.STATE, () -> gone(oddBatch(), oddRemoval())));
        }
        return cases;
    }

    private Outcome answered(Exchange batch, Optional<Exchange> removal) {
        if (!steps.takenTogether(batch) || removal.isEmpty()) {
            return Outcome.noTwin(batch);
        }
        return steps.answered(Effect.REMOVE_MANY, removal.get())
                ? Outcome.honoured("answered " + removal.get().line(), batch, removal.get())
                : Outcome.broken(Mismatch.of("all to be removed", removal.get().line()), batch, removal.get());
    }

    private Outcome gone(Exchange batch, Optional<Exchange> removal) {
        Outcome answered = answered(batch, removal);
        if (answered.kind() != Outcome.Kind.HONOURED) {
            return answered;
        }
        Exchange list = conversation.lists().afterRefusals();
        String own = conversation.names().identity(conversation.own());
        if (!conversation.lists().holds(list, own)) {
            return Outcome.notListed(list, own);
        }
        Set<String> listed = RemovalChecks.listed(conversation, list);
        Set<String> left = numbers(batch).stream().filter(listed::contains).collect(Collectors.toSet());
        return left.isEmpty()
                ? Outcome.honoured("none of them is listed any more", batch, list)
                : Outcome.broken(Mismatch.of("a list without them", left.size() + " of them"), batch, list);
    }
}
