package dev.tick.conformance.check;

import dev.tick.conformance.target.TokenKind;
import dev.tick.spec.check.RemovalCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of checks on what a removal does. */
final class RemovalChecks {
    private RemovalChecks() {}

    /** What a removal named is not listed any more, and something else is. */
    static List<Case> removed(Requirement row, RemovalCheck.Removed check, Session session) {
        Operation operation = session.operation(check);
        return session.examples(operation).stream()
                .limit(operation.requestExamples().isEmpty() ? 1 : Integer.MAX_VALUE)
                .map(example -> new Case(row, example, Phase.STATE, () -> {
                    Exchange removal = session.sound(operation, example);
                    if (!session.succeeded(operation, removal)) {
                        return RefusalChecks.noTwin(removal);
                    }
                    return gone(session, session.names().addresses(operation, removal), removal);
                }))
                .toList();
    }

    private static Outcome gone(Session session, List<String> addresses, Exchange removal) {
        Exchange list = ListChecks.listAfterRefusals(session);
        String own = session.names().identity(session.reach());
        if (!ListChecks.lists(session, list, own)) {
            return ListChecks.notListed(list, own);
        }
        Set<String> listed = listed(session, list);
        List<String> left = addresses.stream().filter(listed::contains).toList();
        return left.isEmpty()
                ? Outcome.honoured("it is not listed any more", removal, list)
                : Outcome.broken(Contrast.of("a list without " + left, "it there"), removal, list);
    }

    /** What one application created is not removed by another whose role does not reach it. */
    static List<Case> guarded(Requirement row, RemovalCheck.NotRemovedByOthers check, Session session) {
        Operation operation = session.operation(check);
        String example = session.examples(operation).get(0);
        return List.of(new Case(row, "from another application", Phase.STATE, () -> {
            Optional<String> other = session.target().token(TokenKind.OTHER_APPLICATION);
            if (other.isEmpty()) {
                return Outcome.notTestable(TokenKind.OTHER_APPLICATION.variable() + " is not set");
            }
            Exchange twin = session.sound(operation, example);
            if (!session.succeeded(operation, twin)) {
                return RefusalChecks.noTwin(twin);
            }
            Exchange tried = session.exchange(
                    operation.id() + " of another application",
                    () -> session.soundMessage(operation, example).with("Authorization", "Bearer " + other.get()));
            List<String> addresses = session.names().addresses(operation, tried);
            List<Exchange> seen = new ArrayList<>(session.past().creations(addresses));
            seen.add(tried);
            if (!tried.declined()) {
                return Outcome.broken(Contrast.of("a refusal", tried.line()), seen.toArray(new Exchange[0]));
            }
            Exchange list = session.exchange(
                    "list after " + operation.id() + " of another application",
                    () -> session.message(session.operation(Effect.LIST), ""));
            seen.add(list);
            return listed(session, list).containsAll(addresses)
                    ? Outcome.honoured("refused with " + tried.line() + ", and still listed", tried, list)
                    : Outcome.broken("it was refused and is gone all the same", seen.toArray(new Exchange[0]));
        }));
    }

    /** What stands in paths for the entities of a list. */
    static Set<String> listed(Session session, Exchange list) {
        return session.entities(list)
                .map(entity -> entity.path(session.resource().address()).asString(""))
                .collect(Collectors.toSet());
    }
}
