package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.check.CallerCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Checks of what an application can do to the entities of another one. */
final class CallerChecks {
    private CallerChecks() {}

    /** Checks that another application's request leaves an entity as it was; what becomes of the request itself is open. */
    static List<Case> notUpdatedByOthers(
            Requirement row, CallerCheck.NotUpdatedByOthers check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        List<Case> cases = new ArrayList<>();
        Supplier<Optional<Outcome>> unmet =
                () -> TokenNeeds.unmetForOwnReach(conversation, operation, TokenKind.OTHER_APPLICATION)
                        .or(() -> untestable(conversation, operation));
        ForeignUpdate update = new ForeignUpdate(conversation, operation, Callers.OTHER);
        cases.add(new Case(row, "answered", Phase.STATE, () -> unmet.get().orElseGet(() -> answered(update))));
        if (ForeignUpdate.canBeLookedUp(conversation)) {
            cases.add(
                    new Case(row, "left as it was", Phase.END, () -> unmet.get().orElseGet(update::judgeKept)));
        }
        return cases;
    }

    /** A refusal is a sound answer, and so is an entity of the other application's own. */
    private static Outcome answered(ForeignUpdate update) {
        Exchange second = update.second();
        return second.accepted() || second.declined()
                ? Outcome.honoured("answered " + second.line(), update.first(), second)
                : Outcome.neither(second);
    }

    /** Checks that a tenant-wide role updates or removes what another application created. */
    static List<Case> reachesOthers(Requirement row, CallerCheck.ReachesOthers check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        return switch (Conversation.effect(operation)) {
            case REMOVE, REMOVE_MANY -> removesOthers(row, operation, conversation);
            case CREATE, CREATE_MANY, LIST, READ, CHANGE -> updatesOthers(row, operation, conversation);
        };
    }

    private static List<Case> updatesOthers(Requirement row, Operation operation, Conversation conversation) {
        Supplier<ForeignUpdate> update =
                () -> new ForeignUpdate(conversation, operation, Callers.reaching(conversation, operation));
        Supplier<Optional<Outcome>> unmet = () -> Callers.reaching(conversation, operation)
                .unmet(conversation, operation)
                .or(() -> untestable(conversation, operation));
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(
                row,
                "answered",
                Phase.STATE,
                () -> unmet.get().orElseGet(() -> update.get().judgeTaken())));
        if (ForeignUpdate.canBeLookedUp(conversation)) {
            cases.add(new Case(
                    row,
                    "updated",
                    Phase.END,
                    () -> unmet.get().orElseGet(() -> update.get().judgeUpdated())));
        }
        return cases;
    }

    private static List<Case> removesOthers(Requirement row, Operation operation, Conversation conversation) {
        return List.of(new Case(row, "of another application", Phase.STATE, () -> {
            Callers callers = Callers.reaching(conversation, operation);
            Optional<Outcome> unmet =
                    callers.unmet(conversation, operation).or(() -> untestable(conversation, operation));
            if (unmet.isPresent()) {
                return unmet.get();
            }
            Exchange removal = removal(conversation, operation, callers);
            if (!conversation.succeeded(operation, removal)) {
                return Outcome.broken(Mismatch.of("it to be removed", removal.line()), removal);
            }
            Exchange list = conversation.exchange(
                    "list after removals by a role that reaches all, " + operation.id(),
                    () -> conversation.requests().bare(conversation.operation(Effect.LIST), ""));
            String own = conversation.names().identity(conversation.own());
            if (!conversation.lists().holds(list, own)) {
                return Outcome.notListed(list, own);
            }
            Set<String> listed = RemovalChecks.listed(conversation, list);
            List<String> left = conversation.names().addresses(operation, removal).stream()
                    .filter(listed::contains)
                    .toList();
            return left.isEmpty()
                    ? Outcome.honoured("it is not listed any more", removal, list)
                    : Outcome.broken(Mismatch.of("a list without " + left, "it there"), removal, list);
        }));
    }

    /** Sends a removal of another application's entities, once; where the row on the role itself sends one, that one. */
    private static Exchange removal(Conversation conversation, Operation operation, Callers callers) {
        if (callers.actor().isPresent()) {
            return ProbeChecks.asOther(conversation, operation, callers.actor().get());
        }
        return conversation.exchange(
                operation.id() + " of what another application created",
                () -> conversation.removalOf(
                        operation,
                        conversation.example(operation),
                        number -> callers.created(conversation, "for " + operation.id() + " " + number)));
    }

    private static Optional<Outcome> untestable(Conversation conversation, Operation operation) {
        Exchange twin = conversation.sound(operation, conversation.example(operation));
        return conversation.succeeded(operation, twin) ? Optional.empty() : Optional.of(Outcome.noTwin(twin));
    }
}
