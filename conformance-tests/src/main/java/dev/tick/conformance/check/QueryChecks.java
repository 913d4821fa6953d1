package dev.tick.conformance.check;

import dev.tick.spec.check.ListCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.source.YamlSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The kinds of checks on the query options of a list (OData V4, part 2, 5.1). */
final class QueryChecks {
    private static final String TEXT_OF_NOBODY = "tick-nobody";
    private static final String PAST = "2001-01-01T00:00:00Z";
    private static final String FUTURE = "2999-01-01T00:00:00Z";

    private QueryChecks() {}

    /** A condition that one entity meets, and one that it does not. */
    private record Conditions(String met, String unmet) {}

    /** What meets the condition is listed, and what does not is not. */
    static List<Case> filtered(Requirement row, ListCheck.Filtered check, Session session) {
        String property = check.property();
        List<Case> cases = new ArrayList<>();
        for (String example : examples(session, property)) {
            cases.add(new Case(row, example + " met", Phase.STATE, () -> met(session, property, example)));
            cases.add(new Case(row, example + " not met", Phase.STATE, () -> unmet(session, property, example)));
        }
        return cases;
    }

    /** Of the identity, every example, since a value may hold any character; of all else one. */
    private static List<String> examples(Session session, String property) {
        Operation create = session.operation(Effect.CREATE);
        List<String> examples = session.examples(create);
        boolean submitted = examples.stream().anyMatch(name -> session.sends(create, name, property));
        return examples.stream()
                .filter(name -> !submitted || session.sends(create, name, property))
                .limit(property.equals(session.resource().identity()) ? examples.size() : 1)
                .toList();
    }

    private static Outcome met(Session session, String property, String example) {
        Exchange created = session.create(example);
        if (!session.succeeded(session.operation(Effect.CREATE), created)) {
            return RefusalChecks.noTwin(created);
        }
        String condition = conditions(session, property, created).met();
        Exchange list = query(session, "$filter", condition);
        JsonNode value = SoundChecks.value(created, property);
        Optional<JsonNode> other = condition.contains(" eq ")
                ? session.entities(list)
                        .filter(entity -> !Properties.same(value, entity.path(property)))
                        .findFirst()
                : Optional.empty();
        if (other.isPresent()) {
            return Outcome.broken(
                    session.samples().identity(other.get()) + " is listed under " + condition
                            + ", which it does not meet",
                    list);
        }
        return ListChecks.lists(session, list, session.names().identity(created))
                ? Outcome.honoured("it is listed under " + condition, created, list)
                : Outcome.broken(
                        Contrast.of(
                                session.names().identity(created) + " under " + condition, list.line() + " without it"),
                        created,
                        list);
    }

    private static Outcome unmet(Session session, String property, String example) {
        Exchange created = session.create(example);
        if (!session.succeeded(session.operation(Effect.CREATE), created)) {
            return RefusalChecks.noTwin(created);
        }
        Exchange whole = session.sound(session.operation(Effect.LIST), "");
        if (!session.succeeded(session.operation(Effect.LIST), whole)) {
            return RefusalChecks.noTwin(whole);
        }
        String condition = conditions(session, property, created).unmet();
        Exchange list = query(session, "$filter", condition);
        if (!session.succeeded(session.operation(Effect.LIST), list)) {
            return Outcome.broken(Contrast.of("a list under " + condition, list.line()), list);
        }
        return ListChecks.lists(session, list, session.names().identity(created))
                ? Outcome.broken(
                        session.names().identity(created) + " is listed under " + condition
                                + ", which it does not meet",
                        created,
                        list)
                : Outcome.honoured("it is not listed under " + condition, created, list);
    }

    private static Conditions conditions(Session session, String property, Exchange created) {
        JsonNode value = SoundChecks.value(created, property);
        String schema = session.operation(Effect.CREATE).success().schema().orElseThrow();
        boolean time = session.contract()
                .at(schema + "/properties/" + YamlSource.segment(property) + "/format")
                .asString("")
                .equals("date-time");
        if (time) {
            return new Conditions(property + " gt " + PAST, property + " gt " + FUTURE);
        }
        if (value.isBoolean()) {
            return new Conditions(property + " eq " + value, property + " eq " + !value.asBoolean());
        }
        return new Conditions(
                property + " eq '" + value.asString("").replace("'", "''") + "'",
                property + " eq '" + TEXT_OF_NOBODY + "'");
    }

    /** A list that is asked for one entity holds one. */
    static List<Case> limited(Requirement row, ListCheck.Limited check, Session session) {
        return List.of(new Case(row, "one of several", Phase.STATE, () -> {
            Optional<Outcome> fewer = fewer(session);
            if (fewer.isPresent()) {
                return fewer.get();
            }
            Exchange list = query(session, "$top", "1");
            long entries = entities(list).size();
            return session.succeeded(session.operation(Effect.LIST), list) && entries == 1
                    ? Outcome.honoured("one is listed", list)
                    : Outcome.broken(Contrast.of("one", list.line() + " with " + entries), list);
        }));
    }

    /** A list that passes over the first begins with another. */
    static List<Case> skipped(Requirement row, ListCheck.Skipped check, Session session) {
        return List.of(new Case(row, "the second of several", Phase.STATE, () -> {
            Optional<Outcome> fewer = fewer(session);
            if (fewer.isPresent()) {
                return fewer.get();
            }
            Exchange first = query(session, "$top", "1");
            if (entities(first).isEmpty()) {
                return RefusalChecks.noTwin(first);
            }
            Exchange second = query(session, "$skip", "1");
            List<JsonNode> left = entities(second);
            if (!session.succeeded(session.operation(Effect.LIST), second) || left.isEmpty()) {
                return Outcome.broken(Contrast.of("a list of the others", second.line()), first, second);
            }
            String skipped = session.samples().identity(entities(first).get(0));
            return session.samples().identity(left.get(0)).equals(skipped)
                    ? Outcome.broken(
                            Contrast.of("another entity first than without $skip", skipped + " again"), first, second)
                    : Outcome.honoured("another comes first", first, second);
        }));
    }

    /** What is in the way of a list of several. */
    private static Optional<Outcome> fewer(Session session) {
        session.another();
        session.another();
        Exchange whole =
                session.exchange("list before it is cut", () -> session.message(session.operation(Effect.LIST), ""));
        return session.succeeded(session.operation(Effect.LIST), whole)
                        && session.entities(whole).limit(2).count() == 2
                ? Optional.empty()
                : Optional.of(RefusalChecks.noTwin(whole));
    }

    /** On the first page alone. */
    private static List<JsonNode> entities(Exchange list) {
        return list.response().map(answer -> Bodies.items(answer.json())).orElse(List.of());
    }

    private static Exchange query(Session session, String option, String text) {
        Operation operation = session.operation(Effect.LIST);
        String query = "?" + option + "="
                + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return session.exchange(
                "query " + option + " " + text,
                () -> session.message(operation, "").to(operation.path() + query));
    }
}
