package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.check.AlternateToken;
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

/** Checks of removals. */
final class RemovalChecks {
    private RemovalChecks() {}

    /** Checks that a removed entity is no longer listed, and another one still is. */
    static List<Case> removed(Requirement row, RemovalCheck.Removed check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        List<Case> cases = new ArrayList<>();
        conversation.requests().examples(operation).stream()
                .limit(operation.requestExamples().isEmpty() ? 1 : Integer.MAX_VALUE)
                .map(example -> new Case(row, example, Phase.STATE, () -> {
                    Exchange removal =
                            conversation.sound(operation, conversation.standIn(operation, example, other -> true));
                    if (!conversation.succeeded(operation, removal)) {
                        return Outcome.noTwin(removal);
                    }
                    List<String> addresses = conversation.names().addresses(operation, removal);
                    return gone(
                            conversation,
                            addresses,
                            removal,
                            conversation.lists().afterRefusals());
                }))
                .forEach(cases::add);
        if (conversation.has(Effect.LIST)) {
            cases.add(new Case(row, "at the end", Phase.END, () -> {
                Exchange removal = conversation.last(operation, conversation.example(operation));
                return conversation.succeeded(operation, removal)
                        ? gone(
                                conversation,
                                conversation.names().addresses(operation, removal),
                                removal,
                                conversation.lists().last())
                        : Outcome.noTwin(removal);
            }));
        }
        return cases;
    }

    private static Outcome gone(Conversation conversation, List<String> addresses, Exchange removal, Exchange list) {
        String own = conversation.names().identity(conversation.own());
        if (!conversation.lists().holds(list, own)) {
            return Outcome.notListed(list, own);
        }
        Set<String> listed = listed(conversation, list);
        List<String> left = addresses.stream().filter(listed::contains).toList();
        return left.isEmpty()
                ? Outcome.honoured("it is not listed any more", removal, list)
                : Outcome.broken(Mismatch.of("a list without " + left, "it there"), removal, list);
    }

    /** Checks that an application without a tenant-wide role cannot remove another's entity. */
    static List<Case> notRemovedByOthers(
            Requirement row, RemovalCheck.NotRemovedByOthers check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        return List.of(new Case(row, "from another application", Phase.STATE, () -> {
            String example = conversation.example(operation);
            Optional<Outcome> unmet = TokenNeeds.unmetForOwnReach(conversation, operation, TokenKind.OTHER_APPLICATION);
            if (unmet.isPresent()) {
                return unmet.get();
            }
            String other = conversation.token(AlternateToken.OTHER_APPLICATION);
            Exchange twin = conversation.sound(operation, example);
            if (!conversation.succeeded(operation, twin)) {
                return Outcome.noTwin(twin);
            }
            Exchange tried = conversation.exchange(
                    operation.id() + " of another application",
                    () -> conversation.soundRequest(operation, example).with("Authorization", "Bearer " + other));
            List<String> addresses = conversation.names().addresses(operation, tried);
            List<Exchange> seen = new ArrayList<>(conversation.history().creations(addresses));
            seen.add(tried);
            if (!tried.declined()) {
                return Outcome.broken(Mismatch.of("a refusal", tried.line()), seen.toArray(new Exchange[0]));
            }
            Exchange list = conversation.exchange(
                    "list after " + operation.id() + " of another application",
                    () -> conversation.requests().bare(conversation.operation(Effect.LIST), ""));
            seen.add(list);
            return listed(conversation, list).containsAll(addresses)
                    ? Outcome.honoured("refused with " + tried.line() + ", and still listed", tried, list)
                    : Outcome.broken("it was refused and is gone all the same", seen.toArray(new Exchange[0]));
        }));
    }

    /** Returns the path parameters of the listed entities. */
    static Set<String> listed(Conversation conversation, Exchange list) {
        return conversation
                .lists()
                .entities(list)
                .map(entity -> entity.path(conversation.resource().address()).asString(""))
                .collect(Collectors.toSet());
    }
}
