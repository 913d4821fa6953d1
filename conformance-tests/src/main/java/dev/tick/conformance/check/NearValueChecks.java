package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.sample.Neighbours;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Checks of filters by a value that others nearly have. */
final class NearValueChecks {
    private NearValueChecks() {}

    /** Returns the cases of a property whose values the neighbours differ in; none for any other. */
    static List<Case> cases(Requirement row, String property, Conversation conversation) {
        Operation create = conversation.operation(Effect.CREATE);
        Neighbours neighbours = conversation.samples().neighbours();
        if (neighbours.texts(create).contains(property)) {
            return List.of(asked(
                    row,
                    "a text that others begin or end with",
                    conversation,
                    scene -> scene.texts().contains(property)
                            ? Optional.of(FilterQuestions.near(scene, property))
                            : Optional.empty()));
        }
        if (neighbours.times(create).contains(property)) {
            return List.of(
                    asked(
                            row,
                            "between two times",
                            conversation,
                            scene -> scene.times().contains(property)
                                    ? Optional.of(FilterQuestions.between(scene, property))
                                    : Optional.empty()),
                    asked(
                            row,
                            "from and up to one time",
                            conversation,
                            scene -> scene.times().contains(property)
                                    ? Optional.of(FilterQuestions.within(scene, property))
                                    : Optional.empty()));
        }
        return beginning(conversation, property)
                .map(value -> List.of(new Case(
                        row,
                        value + ", which others begin with",
                        Phase.STATE,
                        () -> only(conversation, property, value))))
                .orElse(List.of());
    }

    private static Case asked(
            Requirement row,
            String name,
            Conversation conversation,
            Function<QueryScene, Optional<Question>> question) {
        return new Case(row, name, Phase.STATE, () -> QuestionChecks.asked(conversation, question));
    }

    /** Returns a value of the examples with which another of their values begins. */
    private static Optional<String> beginning(Conversation conversation, String property) {
        if (!conversation.samples().isListed(property)) {
            return Optional.empty();
        }
        List<String> values = conversation.operation(Effect.CREATE).requestExamples().values().stream()
                .map(example -> example.path(property).asString(""))
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        return values.stream()
                .filter(value -> values.stream().anyMatch(other -> !other.equals(value) && other.startsWith(value)))
                .findFirst();
    }

    /** Asks for one value; of what this run made, all that is listed must have it. */
    private static Outcome only(Conversation conversation, String property, String value) {
        List<Exchange> created = conversation.createAll();
        Optional<Exchange> like = created.stream()
                .filter(exchange -> conversation
                        .names()
                        .body(exchange)
                        .path(property)
                        .asString("")
                        .equals(value))
                .findFirst();
        Optional<Exchange> longer = created.stream()
                .filter(exchange -> conversation
                        .names()
                        .body(exchange)
                        .path(property)
                        .asString("")
                        .startsWith(value))
                .filter(exchange -> !conversation
                        .names()
                        .body(exchange)
                        .path(property)
                        .asString("")
                        .equals(value))
                .findFirst();
        if (like.isEmpty() || longer.isEmpty()) {
            return Outcome.notTestable("the target takes no two values of which one begins with the other");
        }
        String condition = property + " eq '" + value + "'";
        Exchange list = QueryChecks.query(conversation, "$filter", condition);
        String longerOne = conversation.names().identity(longer.get());
        if (!conversation.lists().holds(list, conversation.names().identity(like.get()))) {
            return Outcome.broken(
                    Mismatch.of("what meets " + condition, list.line() + " without it"), like.get(), list);
        }
        return conversation.lists().holds(list, longerOne)
                ? Outcome.broken(
                        longerOne + " is listed under " + condition + ", which it does not meet", longer.get(), list)
                : Outcome.honoured("nothing else is listed under " + condition, list);
    }
}
