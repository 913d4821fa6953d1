package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.sample.Neighbour;
import dev.tick.spec.check.ListCheck;
import dev.tick.spec.check.QueryForm;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Requirement;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks of queries about the neighbours, whose answers are known. */
final class QuestionChecks {
    private static final int NOT_IMPLEMENTED = 501;

    private QuestionChecks() {}

    /** Checks that a query of one form lists what it asks for, and nothing else. */
    static List<Case> queried(Requirement row, ListCheck.Queried check, Conversation conversation) {
        return switch (check.form()) {
            case LINKED_PAGES -> PageChecks.linked(row, check, conversation);
            case TOP_OVER_PAGES -> PageChecks.topOverPages(row, check, conversation);
            case SKIP_OVER_PAGES -> PageChecks.skipOverPages(row, check, conversation);
            case PARTS ->
                List.of(new Case(row, "one by one", Phase.STATE, () -> parts(conversation, check.declined())));
            case TOP_ZERO, TOP_ABOVE_ALL, SKIP_TO_LAST, SKIP_ALL, FILTER_AND_TOP, FILTER_AND_SKIP, TOP_AND_SKIP ->
                List.of(new Case(row, "three of many", Phase.STATE, () -> cut(conversation, check)));
            default ->
                List.of(new Case(
                        row,
                        "one of many",
                        Phase.STATE,
                        () -> asked(conversation, scene -> FilterQuestions.of(check.form(), scene), check.declined())));
        };
    }

    /** Asks a question that the scene knows, if it does. */
    static Outcome asked(Conversation conversation, Function<QueryScene, Optional<Question>> question) {
        return asked(conversation, question, ListCheck.Declined.BREACH);
    }

    private static Outcome asked(
            Conversation conversation, Function<QueryScene, Optional<Question>> question, ListCheck.Declined declined) {
        QueryScene scene = QueryScene.of(conversation);
        return scene.missing()
                .orElseGet(() -> question.apply(scene)
                        .map(one -> judged(conversation, scene, one, declined))
                        .orElseGet(
                                () -> Outcome.notTestable("no property of the contract can be asked for in this way")));
    }

    /** A part of a list tells something only where the filter that it is cut from is understood. */
    private static Outcome cut(Conversation conversation, ListCheck.Queried check) {
        QueryScene scene = QueryScene.of(conversation);
        Optional<Outcome> unmet = scene.missing().or(() -> unfiltered(conversation, scene, check.declined()));
        if (unmet.isPresent()) {
            return unmet.get();
        }
        Question all = FilterQuestions.shared(scene).orElseThrow();
        int count = all.met().size();
        Question question = switch (check.form()) {
            case FILTER_AND_TOP -> all.top(count - 1);
            case FILTER_AND_SKIP -> all.skip(1);
            case TOP_AND_SKIP -> all.top(1).skip(1);
            case SKIP_TO_LAST -> all.skip(count - 1);
            case SKIP_ALL -> all.skip(count);
            case TOP_ZERO -> all.top(0);
            default -> all.top(count + 1);
        };
        Exchange list = sent(conversation, question);
        // No page speaks of a list of nothing.
        return check.form() == QueryForm.TOP_ZERO && list.declined()
                ? Outcome.noted("declined under " + question.title() + ": " + list.line(), list)
                : judged(conversation, scene, question, check.declined());
    }

    /** Returns the outcome where the filter alone does not list what it should; empty where it does. */
    private static Optional<Outcome> unfiltered(
            Conversation conversation, QueryScene scene, ListCheck.Declined declined) {
        Optional<Question> all = FilterQuestions.shared(scene);
        if (all.isEmpty()) {
            return Optional.of(Outcome.notTestable("the list cannot be filtered by any text"));
        }
        Outcome alone = judged(conversation, scene, all.get(), declined);
        if (alone.kind() == Outcome.Kind.NOTED) {
            return Optional.of(alone);
        }
        return alone.kind() == Outcome.Kind.HONOURED
                ? Optional.empty()
                : Optional.of(Outcome.notTestable(
                        "the filter alone does not list what it asks for: " + alone.detail(),
                        alone.exchanges().toArray(new Exchange[0])));
    }

    /** Asks for three entities one by one: each comes once. */
    private static Outcome parts(Conversation conversation, ListCheck.Declined declined) {
        QueryScene scene = QueryScene.of(conversation);
        Optional<Outcome> unmet = scene.missing().or(() -> unfiltered(conversation, scene, declined));
        if (unmet.isPresent()) {
            return unmet.get();
        }
        Question all = FilterQuestions.shared(scene).orElseThrow();
        List<Exchange> lists = new ArrayList<>();
        List<Neighbour> seen = new ArrayList<>();
        for (int i = 0; i < all.met().size(); i++) {
            Exchange list = sent(conversation, i == 0 ? all.top(1) : all.top(1).skip(i));
            lists.add(list);
            seen.addAll(scene.listed(list));
        }
        Exchange[] evidence = lists.toArray(new Exchange[0]);
        return seen.size() == all.met().size() && new HashSet<>(seen).equals(all.met())
                ? Outcome.honoured("each comes once", evidence)
                : Outcome.broken(
                        Mismatch.of("each of " + names(all.met()) + " once, one by one", names(seen)), evidence);
    }

    private static Outcome judged(
            Conversation conversation, QueryScene scene, Question question, ListCheck.Declined declined) {
        Exchange list = sent(conversation, question);
        if (declined == ListCheck.Declined.NOTED && isUnserved(list)) {
            return Outcome.noted("not served under " + question.title() + ": " + list.line(), list);
        }
        if (!conversation.succeeded(conversation.operation(Effect.LIST), list)) {
            return Outcome.broken(Mismatch.of("a list under " + question.title(), list.line()), list);
        }
        List<Neighbour> listed = scene.listed(list);
        Set<Neighbour> wrong = EnumSet.noneOf(Neighbour.class);
        listed.stream().filter(question.unmet()::contains).forEach(wrong::add);
        if (!wrong.isEmpty()) {
            return Outcome.broken(
                    names(wrong) + " is listed under " + question.title() + ", which it does not meet", list);
        }
        long right = listed.stream().filter(question.met()::contains).count();
        return right == question.count()
                ? Outcome.honoured("listed as asked under " + question.title(), list)
                : Outcome.broken(
                        Mismatch.of(
                                question.count() + " of " + names(question.met()) + " under " + question.title(),
                                right == 0 ? "none" : right + ": " + names(listed)),
                        list);
    }

    /** Returns whether a query was declined, or named as one that is not implemented (OData V4, part 1, 9.3.1). */
    static boolean isUnserved(Exchange list) {
        return list.declined()
                || list.response()
                        .filter(response -> response.status() == NOT_IMPLEMENTED)
                        .isPresent();
    }

    private static String names(Iterable<Neighbour> neighbours) {
        List<String> names = new ArrayList<>();
        for (Neighbour neighbour : neighbours) {
            names.add(neighbour.toString());
        }
        return names.stream().sorted().collect(Collectors.joining(", "));
    }

    /** Asks once more at the end of a run, when others have removed and changed what they do. */
    static void askAtEnd(Conversation conversation, Function<QueryScene, Optional<Question>> question) {
        QueryScene scene = QueryScene.of(conversation);
        if (scene.missing().isEmpty()) {
            question.apply(scene)
                    .ifPresent(one ->
                            conversation.exchange("query at the end " + one.title(), () -> request(conversation, one)));
        }
    }

    private static Exchange sent(Conversation conversation, Question question) {
        return conversation.exchange("query " + question.title(), () -> request(conversation, question));
    }

    private static Request request(Conversation conversation, Question question) {
        Operation operation = conversation.operation(Effect.LIST);
        String query = "?$filter="
                + URLEncoder.encode(question.filter(), StandardCharsets.UTF_8).replace("+", "%20")
                + question.top().map(number -> "&$top=" + number).orElse("")
                + question.skip().map(number -> "&$skip=" + number).orElse("");
        return conversation.requests().bare(operation, "").to(operation.path() + query);
    }
}
