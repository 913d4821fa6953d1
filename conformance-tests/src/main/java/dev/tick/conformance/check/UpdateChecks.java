package dev.tick.conformance.check;

import dev.tick.spec.check.ChangeCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of checks on what a second submit of the same identity does. */
final class UpdateChecks {
    private UpdateChecks() {}

    /** A submit, and a second one of the same identity with another value for one property. */
    private record Update(Exchange first, Exchange second) {}

    /** The other value is answered, and listed. */
    static List<Case> updates(Requirement row, ChangeCheck.ResubmitUpdates check, Session session) {
        String property = check.property();
        return cases(
                row,
                session,
                property,
                update -> session.names().body(update.second()).path(property));
    }

    /** What was answered at first is answered and listed as before, whatever is submitted again. */
    static List<Case> keeps(Requirement row, ChangeCheck.ResubmitKeeps check, Session session) {
        String property = check.property();
        return cases(row, session, property, update -> SoundChecks.value(update.first(), property));
    }

    private static List<Case> cases(
            Requirement row, Session session, String property, Function<Update, JsonNode> expected) {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(row, property, Phase.STATE, () -> {
            Update update = update(session, property);
            Optional<Outcome> missing = missing(session, update);
            return missing.orElseGet(() -> judged(
                    property,
                    expected.apply(update),
                    SoundChecks.value(update.second(), property),
                    update.first(),
                    update.second()));
        }));
        if (session.has(Effect.LIST)) {
            cases.add(new Case(row, property + " in the list", Phase.END, () -> {
                Update update = update(session, property);
                Optional<Outcome> missing = missing(session, update);
                Exchange list = ListChecks.lastList(session);
                String identity = session.names().identity(update.first());
                if (missing.isPresent() || !ListChecks.lists(session, list, identity)) {
                    return missing.orElseGet(() -> ListChecks.notListed(list, identity));
                }
                JsonNode got = ListChecks.entry(session, list, identity).path(property);
                return judged(property, expected.apply(update), got, update.second(), list);
            }));
        }
        return cases;
    }

    private static Outcome judged(String property, JsonNode expected, JsonNode got, Exchange before, Exchange after) {
        return Properties.same(expected, got)
                ? Outcome.honoured(property + " is " + got, before, after)
                : Outcome.broken(Contrast.of(property, expected, got), before, after);
    }

    private static Optional<Outcome> missing(Session session, Update update) {
        Operation create = session.operation(Effect.CREATE);
        return List.of(update.first(), update.second()).stream()
                .filter(exchange -> !session.succeeded(create, exchange))
                .findFirst()
                .map(RefusalChecks::noTwin);
    }

    /** Of a property that no request names, any other is given another value. */
    private static Update update(Session session, String property) {
        Operation create = session.operation(Effect.CREATE);
        boolean named = session.contract()
                .at(create.requestSchema().orElseThrow() + "/properties")
                .has(property);
        String example = session.examples(create).stream()
                .filter(name -> !named || session.sends(create, name, property))
                .findFirst()
                .orElse(session.samples().firstExample());
        Exchange first = session.create("for updating " + property, example);
        Exchange second = session.exchange("update of " + property, () -> {
            ObjectNode body = session.names().body(first).deepCopy();
            String other = named ? property : session.freeText(create);
            body.set(other, session.samples().other(create, body, other));
            return first.request().withBody(body);
        });
        return new Update(first, second);
    }
}
