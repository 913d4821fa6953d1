package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.spec.check.ListCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Requirement;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Checks of lists that a target gives in pages of its own. They come last, when there is the most to list; a target whose page holds
 * all of it gives one page.
 */
final class PageChecks {
    /** Of every entity of a run; the offset is there because a link must escape its plus sign. */
    private static final String LONG_AGO = "2001-01-01T00:00:00+02:00";

    private PageChecks() {}

    /** A filter that many entities meet: those of one property's most frequent value. */
    private record Common(String property, JsonNode value, String filter, List<JsonNode> met) {}

    /** Checks that the pages of a filtered list hold each entity that meets the filter once, and no other. */
    static List<Case> linked(Requirement row, ListCheck.Queried check, Conversation conversation) {
        return List.of(new Case(
                row,
                "the most frequent value",
                Phase.END,
                () -> judged(conversation, common -> {
                    Exchange list = sent(conversation, common.filter(), "");
                    return unfit(conversation, check, common, list)
                            .orElseGet(() -> complete(conversation, common, list));
                })));
    }

    /** Checks that all pages together hold no more than {@code $top} asks for. */
    static List<Case> topOverPages(Requirement row, ListCheck.Queried check, Conversation conversation) {
        return List.of(new Case(
                row,
                "all but one",
                Phase.END,
                () -> judged(conversation, common -> {
                    Exchange whole = sent(conversation, common.filter(), "");
                    Optional<Outcome> unfit = unfit(conversation, check, common, whole);
                    if (unfit.isPresent()) {
                        return unfit.get().kind() == Outcome.Kind.NOTED ? unfit.get() : Outcome.noTwin(whole);
                    }
                    int top = common.met().size() - 1;
                    Exchange list = sent(conversation, common.filter(), "&$top=" + top);
                    return unfit(conversation, check, common, list).orElseGet(() -> {
                        long entries = conversation.lists().entities(list).count();
                        return entries <= top
                                ? Outcome.honoured("there are no more than asked for", list)
                                : Outcome.broken(
                                        Mismatch.of("at most all but one", entries + " of " + (top + 1)), list);
                    });
                })));
    }

    /** Checks that the pages of a list that begins late hold all that is left, where the last page holds one entity. */
    static List<Case> skipOverPages(Requirement row, ListCheck.Queried check, Conversation conversation) {
        return List.of(new Case(
                row,
                "one more than a page",
                Phase.END,
                () -> judged(conversation, common -> {
                    Exchange whole = sent(conversation, common.filter(), "");
                    Optional<Outcome> unfit = unfit(conversation, check, common, whole);
                    if (unfit.isPresent()) {
                        return unfit.get().kind() == Outcome.Kind.NOTED ? unfit.get() : Outcome.noTwin(whole);
                    }
                    Outcome complete = complete(conversation, common, whole);
                    return complete.kind() == Outcome.Kind.HONOURED
                            ? late(conversation, check, common, again(conversation, common, "before a late beginning"))
                            : complete;
                })));
    }

    private static Outcome late(Conversation conversation, ListCheck.Queried check, Common common, Exchange whole) {
        long all = conversation.lists().entities(whole).count();
        long left = conversation.lists().firstPage(whole).size() + 1L;
        if (left > all) {
            return Outcome.honoured("one page holds all", whole);
        }
        Exchange list = sent(conversation, common.filter(), "&$skip=" + (all - left));
        return unfit(conversation, check, common, list).orElseGet(() -> {
            long entries = conversation.lists().entities(list).count();
            if (entries == left) {
                return Outcome.honoured("all that is left is there", whole, list);
            }
            Exchange after = again(conversation, common, "after a late beginning");
            return conversation.lists().entities(after).count() == all
                    ? Outcome.broken(Mismatch.of(left + " of " + all, entries + " on all pages"), whole, list)
                    : Outcome.notTestable("what meets the filter changes meanwhile", whole, list, after);
        });
    }

    /** Reads a filtered list once more: others may have come, or ended. */
    private static Exchange again(Conversation conversation, Common common, String moment) {
        Request request = sent(conversation, common.filter(), "").request();
        return conversation.exchange("pages " + moment + " " + common.filter(), () -> request);
    }

    private static Outcome judged(Conversation conversation, Function<Common, Outcome> judgement) {
        QueryScene.of(conversation);
        conversation.createAll();
        Exchange whole = conversation.lists().last();
        if (!conversation.succeeded(conversation.operation(Effect.LIST), whole)) {
            return Outcome.noTwin(whole);
        }
        return common(conversation, whole)
                .map(judgement)
                .orElseGet(() -> Outcome.notTestable("the list holds too little that is alike", whole));
    }

    private static Optional<Common> common(Conversation conversation, Exchange whole) {
        List<JsonNode> own = conversation
                .lists()
                .entities(whole)
                .filter(conversation.lists()::answersFor)
                .filter(entity -> !AftermathChecks.endsSoon(conversation, entity))
                .toList();
        return conversation.resource().filterable().stream()
                .filter(property -> conversation.samples().isListed(property))
                .findFirst()
                .flatMap(property -> own.stream()
                        .map(entity -> entity.path(property))
                        .filter(JsonNode::isString)
                        .collect(Collectors.groupingBy(value -> value, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .max(Comparator.comparingLong(Map.Entry::getValue))
                        .filter(most -> most.getValue() > 1)
                        .map(most -> new Common(
                                property,
                                most.getKey(),
                                property + " eq '" + most.getKey().asString() + "'" + ever(conversation),
                                own.stream()
                                        .filter(entity -> entity.path(property).equals(most.getKey()))
                                        .toList())));
    }

    private static String ever(Conversation conversation) {
        return conversation
                .resource()
                .filledWith(ServerValue.TIME)
                .filter(conversation.resource().filterable()::contains)
                .map(time -> " and " + time + " gt " + LONG_AGO)
                .orElse("");
    }

    /** Returns what is wrong with a list as far as it goes: it is none, or holds what was not asked for, or something twice. */
    private static Optional<Outcome> unfit(
            Conversation conversation, ListCheck.Queried check, Common common, Exchange list) {
        if (check.declined() == ListCheck.Declined.NOTED && QuestionChecks.isUnserved(list)) {
            return Optional.of(Outcome.noted("not served under " + common.filter() + ": " + list.line(), list));
        }
        if (!conversation.succeeded(conversation.operation(Effect.LIST), list)) {
            return Optional.of(Outcome.broken(Mismatch.of("a list under " + common.filter(), list.line()), list));
        }
        Optional<JsonNode> other = conversation
                .lists()
                .entities(list)
                .filter(conversation.lists()::answersFor)
                .filter(entity -> !entity.path(common.property()).equals(common.value()))
                .findFirst();
        if (other.isPresent()) {
            return Optional.of(Outcome.broken(
                    conversation.samples().identity(other.get()) + " is on a page under " + common.filter()
                            + ", which it does not meet",
                    list));
        }
        // A caller that reaches what others submitted may see an entity of each.
        Set<String> shared = conversation.history().namedByOthers(list.request().authorization());
        Set<List<JsonNode>> seen = new HashSet<>();
        return conversation
                .lists()
                .entities(list)
                .filter(entity -> !shared.contains(conversation.samples().identity(entity)))
                .filter(entity -> !seen.add(ListChecks.key(conversation, entity)))
                .filter(conversation.lists()::answersFor)
                .findFirst()
                .map(twice -> Outcome.broken(
                        conversation.samples().identity(twice) + " is on the pages twice under " + common.filter(),
                        list));
    }

    private static Outcome complete(Conversation conversation, Common common, Exchange list) {
        Set<String> listed = conversation
                .lists()
                .entities(list)
                .map(conversation.samples()::identity)
                .collect(Collectors.toSet());
        return common.met().stream()
                .map(conversation.samples()::identity)
                .filter(identity -> !listed.contains(identity))
                .findFirst()
                .map(lost -> Outcome.broken(
                        Mismatch.of(lost + " under " + common.filter(), "pages without it, and a whole list with it"),
                        list))
                .orElseGet(() -> Outcome.honoured("each is there once", list));
    }

    private static Exchange sent(Conversation conversation, String filter, String more) {
        Operation operation = conversation.operation(Effect.LIST);
        String query =
                "?$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8).replace("+", "%20") + more;
        return conversation.exchange(
                "pages " + filter + more,
                () -> conversation.requests().bare(operation, "").to(operation.path() + query));
    }
}
