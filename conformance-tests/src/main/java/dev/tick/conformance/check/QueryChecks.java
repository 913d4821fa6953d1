package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.check.ListCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.text.Timestamp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Checks of the query options of a list (OData V4, part 2, 5.1). */
final class QueryChecks {
    private static final String TEXT_OF_NOBODY = "tick-nobody";
    private static final String PAST = "2001-01-01T00:00:00Z";
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    /** Seconds; a server may keep a time more exactly than it shows it. */
    private static final int NEAR = 2;

    private static final String FUTURE = "2999-01-01T00:00:00Z";

    private QueryChecks() {}

    /** A condition that one entity meets, and one that it does not. */
    private record Conditions(String met, String unmet) {}

    /** Checks that a filter lists the matching entities, and no others. */
    static List<Case> filtered(Requirement row, ListCheck.Filtered check, Conversation conversation) {
        String property = check.property();
        List<Case> cases = new ArrayList<>();
        for (String example : examples(conversation, property)) {
            cases.add(new Case(row, example + " met", Phase.STATE, () -> met(conversation, property, example)));
            cases.add(new Case(row, example + " not met", Phase.STATE, () -> unmet(conversation, property, example)));
        }
        cases.addAll(NearValueChecks.cases(row, property, conversation));
        if (property.equals(conversation.resource().identity())) {
            cases.addAll(VariedFilters.cases(row, conversation));
        }
        return cases;
    }

    /** Returns the examples to filter by: one for each kind of character in the identity, else one. */
    private static List<String> examples(Conversation conversation, String property) {
        Operation create = conversation.operation(Effect.CREATE);
        List<String> examples = conversation.requests().examples(create);
        boolean submitted =
                examples.stream().anyMatch(name -> conversation.requests().sends(create, name, property));
        return examples.stream()
                .filter(name -> !submitted || conversation.requests().sends(create, name, property))
                .filter(apart(conversation, create, property))
                .toList();
    }

    /** Returns what lets pass the first example, and each whose identity holds other punctuation than those before. */
    private static Predicate<String> apart(Conversation conversation, Operation create, String property) {
        Set<String> known = new HashSet<>();
        boolean identity = property.equals(conversation.resource().identity());
        return example -> known.add(
                identity
                        ? conversation
                                .samples()
                                .identity(conversation.samples().outline(create, example))
                                .replaceAll("[\\p{L}\\p{N}-]+", "")
                                .chars()
                                .distinct()
                                .sorted()
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString()
                        : "");
    }

    private static Outcome met(Conversation conversation, String property, String example) {
        Exchange created = created(conversation, property, example);
        if (!conversation.succeeded(conversation.operation(Effect.CREATE), created)) {
            return Outcome.noTwin(created);
        }
        String condition = conditions(conversation, property, created).met();
        Exchange list = query(conversation, "$filter", condition);
        JsonNode value = PropertyValues.answered(created, property);
        Optional<JsonNode> other = condition.contains(" eq ")
                ? others(conversation, property, value, list).findFirst()
                : Optional.empty();
        if (other.isPresent()) {
            return Outcome.broken(
                    conversation.samples().identity(other.get()) + " is listed under " + condition
                            + ", which it does not meet",
                    list);
        }
        return conversation.lists().holds(list, conversation.names().identity(created))
                ? Outcome.honoured("it is listed under " + condition, created, list)
                : Outcome.broken(
                        Mismatch.of(
                                conversation.names().identity(created) + " under " + condition,
                                list.line() + " without it"),
                        created,
                        list);
    }

    private static Outcome unmet(Conversation conversation, String property, String example) {
        Exchange created = created(conversation, property, example);
        if (!conversation.succeeded(conversation.operation(Effect.CREATE), created)) {
            return Outcome.noTwin(created);
        }
        Exchange whole = conversation.sound(conversation.operation(Effect.LIST), "");
        if (!conversation.succeeded(conversation.operation(Effect.LIST), whole)) {
            return Outcome.noTwin(whole);
        }
        Conditions conditions = conditions(conversation, property, created);
        Optional<Exchange> telling = telling(conversation, property, created, conditions, whole);
        if (telling.isPresent()) {
            return Outcome.honoured("others are not listed under " + conditions.met(), created, telling.get());
        }
        String condition = conditions.unmet();
        Exchange list = query(conversation, "$filter", condition);
        if (!conversation.succeeded(conversation.operation(Effect.LIST), list)) {
            return Outcome.broken(Mismatch.of("a list under " + condition, list.line()), list);
        }
        return conversation.lists().holds(list, conversation.names().identity(created))
                ? Outcome.broken(
                        conversation.names().identity(created) + " is listed under " + condition
                                + ", which it does not meet",
                        created,
                        list)
                : Outcome.honoured("it is not listed under " + condition, created, list);
    }

    /**
     * Returns the list under the condition that an entity meets, where it leaves out another one for its other value: then the filter is
     * looked at, and need not be asked for what nobody meets.
     */
    private static Optional<Exchange> telling(
            Conversation conversation, String property, Exchange created, Conditions conditions, Exchange whole) {
        if (!conditions.met().contains(" eq ")) {
            return Optional.empty();
        }
        Exchange list = query(conversation, "$filter", conditions.met());
        JsonNode value = PropertyValues.answered(created, property);
        return conversation.lists().holds(list, conversation.names().identity(created))
                        && others(conversation, property, value, whole)
                                .findAny()
                                .isPresent()
                        && others(conversation, property, value, list).findAny().isEmpty()
                ? Optional.of(list)
                : Optional.empty();
    }

    /** Returns what a list holds of the run's own that has another value. */
    private static Stream<JsonNode> others(Conversation conversation, String property, JsonNode value, Exchange list) {
        return conversation
                .lists()
                .entities(list)
                .filter(entity -> !PropertyValues.same(value, entity.path(property)))
                .filter(conversation.lists()::answersFor);
    }

    /** Creates an entity like an example, or like another that sends the property as well. */
    private static Exchange created(Conversation conversation, String property, String example) {
        Operation create = conversation.operation(Effect.CREATE);
        boolean sent = conversation.requests().sends(create, example, property);
        return conversation.create(conversation.standIn(
                create, example, other -> !sent || conversation.requests().sends(create, other, property)));
    }

    private static Conditions conditions(Conversation conversation, String property, Exchange created) {
        JsonNode value = PropertyValues.answered(created, property);
        String schema = conversation.operation(Effect.CREATE).success().schema().orElseThrow();
        boolean time = conversation
                .contract()
                .at(schema + "/properties/" + LocatedDocument.segment(property) + "/format")
                .asString("")
                .equals("date-time");
        if (time) {
            Optional<OffsetDateTime> shown =
                    Timestamp.read(value).map(moment -> moment.withOffsetSameInstant(ZoneOffset.UTC));
            return new Conditions(
                    property + " gt "
                            + shown.map(moment -> SECONDS.format(moment.minusSeconds(NEAR)))
                                    .orElse(PAST),
                    property + " gt "
                            + shown.map(moment -> SECONDS.format(moment.plusSeconds(NEAR)))
                                    .orElse(FUTURE));
        }
        if (value.isBoolean()) {
            return new Conditions(property + " eq " + value, property + " eq " + !value.asBoolean());
        }
        return new Conditions(
                property + " eq '" + value.asString("").replace("'", "''") + "'",
                property + " eq '" + TEXT_OF_NOBODY + "'");
    }

    /** Checks that {@code $top=1} lists one entity. */
    static List<Case> limited(Requirement row, ListCheck.Limited check, Conversation conversation) {
        return List.of(new Case(row, "one of several", Phase.STATE, () -> {
            Optional<Outcome> fewer = fewer(conversation);
            if (fewer.isPresent()) {
                return fewer.get();
            }
            Exchange list = query(conversation, "$top", "1");
            long entries = conversation.lists().firstPage(list).size();
            return conversation.succeeded(conversation.operation(Effect.LIST), list) && entries == 1
                    ? Outcome.honoured("one is listed", list)
                    : Outcome.broken(Mismatch.of("one", list.line() + " with " + entries), list);
        }));
    }

    /** Checks that {@code $skip=1} lists another entity first. */
    static List<Case> skipped(Requirement row, ListCheck.Skipped check, Conversation conversation) {
        return List.of(new Case(row, "the second of several", Phase.STATE, () -> {
            Optional<Outcome> fewer = fewer(conversation);
            if (fewer.isPresent()) {
                return fewer.get();
            }
            Exchange first = query(conversation, "$top", "1");
            if (conversation.lists().firstPage(first).isEmpty()) {
                return Outcome.noTwin(first);
            }
            Exchange second = query(conversation, "$skip", "1");
            List<JsonNode> left = conversation.lists().firstPage(second);
            if (!conversation.succeeded(conversation.operation(Effect.LIST), second) || left.isEmpty()) {
                return Outcome.broken(Mismatch.of("a list of the others", second.line()), first, second);
            }
            String skipped = conversation
                    .samples()
                    .identity(conversation.lists().firstPage(first).get(0));
            return conversation.samples().identity(left.get(0)).equals(skipped)
                    ? Outcome.broken(
                            Mismatch.of("another entity first than without $skip", skipped + " again"), first, second)
                    : Outcome.honoured("another comes first", first, second);
        }));
    }

    /** Creates an entity like each example; returns the outcome if fewer than two are listed, else empty. */
    private static Optional<Outcome> fewer(Conversation conversation) {
        conversation.createAll();
        Exchange whole = conversation.sound(conversation.operation(Effect.LIST), "");
        return conversation.succeeded(conversation.operation(Effect.LIST), whole)
                        && conversation.lists().entities(whole).limit(2).count() == 2
                ? Optional.empty()
                : Optional.of(Outcome.noTwin(whole));
    }

    static Exchange query(Conversation conversation, String option, String text) {
        return query(conversation, "query", option, text);
    }

    /** Sends a query once under a purpose. */
    static Exchange query(Conversation conversation, String purpose, String option, String text) {
        Operation operation = conversation.operation(Effect.LIST);
        String query = "?" + option + "="
                + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return conversation.exchange(
                purpose + " " + option + " " + text,
                () -> conversation.requests().bare(operation, "").to(operation.path() + query));
    }
}
