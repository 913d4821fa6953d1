package dev.tick.conformance.check;

import dev.tick.conformance.check.RefusalChecks.Attempt;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether requests that were refused left traces behind. */
final class TraceChecks {
    private static final Set<Effect> CREATING = EnumSet.of(Effect.CREATE, Effect.CREATE_MANY);
    private static final Set<Effect> REMOVING = EnumSet.of(Effect.REMOVE, Effect.REMOVE_MANY);

    private TraceChecks() {}

    /** Whether an operation creates. */
    static boolean creates(Session session, Operation operation) {
        return CREATING.contains(session.effect(operation));
    }

    /** That a refused request left nothing behind, where the target has a way to look. */
    static Optional<Case> of(Requirement row, Session session, Operation operation, Attempt attempt) {
        if (creates(session, operation) && session.has(Effect.LIST)) {
            String name = attempt.name() + " creates nothing";
            return Optional.of(new Case(row, name, Phase.STATE, () -> createsNothing(session, operation, attempt)));
        }
        if (session.effect(operation) == Effect.CHANGE && session.has(Effect.READ)) {
            String name = attempt.name() + " changes nothing";
            return Optional.of(new Case(row, name, Phase.END, () -> changesNothing(session, operation, attempt)));
        }
        if (REMOVING.contains(session.effect(operation)) && session.has(Effect.LIST)) {
            String name = attempt.name() + " removes nothing";
            return Optional.of(new Case(row, name, Phase.STATE, () -> removesNothing(session, operation, attempt)));
        }
        return Optional.empty();
    }

    private static Outcome createsNothing(Session session, Operation operation, Attempt attempt) {
        Optional<Outcome> untestable = RefusalChecks.untestable(session, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange refused = RefusalChecks.sent(session, operation, attempt);
        List<String> identities = session.names().identities(refused.request());
        if (identities.isEmpty()) {
            return Outcome.honoured("the request named nothing that could be created", refused);
        }
        if (refused.accepted()) {
            return Outcome.notTestable("it was not refused: " + refused.line(), refused);
        }
        Set<String> known = session.past().acceptedOrThere();
        List<String> there = identities.stream().filter(known::contains).toList();
        if (!there.isEmpty()) {
            return Outcome.notTestable(there + " was listed before, or another request created it", refused);
        }
        Exchange list = ListChecks.listAfterRefusals(session);
        String own = session.names().identity(session.reach());
        if (!ListChecks.lists(session, list, own)) {
            return ListChecks.notListed(list, own);
        }
        List<String> created = session.entities(list)
                .map(session.samples()::identity)
                .filter(identities::contains)
                .toList();
        return created.isEmpty()
                ? Outcome.honoured("it is not listed", refused, list)
                : Outcome.broken(
                        created + " was refused with " + refused.line() + " and is listed all the same", refused, list);
    }

    /** Each request with a defect is aimed at entities of its own, which must all be listed afterwards. */
    private static Outcome removesNothing(Session session, Operation operation, Attempt attempt) {
        Optional<Outcome> untestable = RefusalChecks.untestable(session, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange refused = RefusalChecks.sent(session, operation, attempt);
        if (refused.accepted()) {
            return Outcome.notTestable("it was not refused: " + refused.line(), refused);
        }
        Set<String> created = session.past().created();
        List<String> aimedAt = session.names().addresses(operation, refused).stream()
                .filter(created::contains)
                .toList();
        Exchange list = ListChecks.listAfterRefusals(session);
        String own = session.names().identity(session.reach());
        if (!ListChecks.lists(session, list, own)) {
            return ListChecks.notListed(list, own);
        }
        return RemovalChecks.listed(session, list).containsAll(aimedAt)
                ? Outcome.honoured("it is still listed", refused, list)
                : Outcome.broken(
                        "was refused with " + refused.line() + " and removed " + aimedAt + " all the same",
                        refused,
                        list);
    }

    /** Reads, at the end, the entity that all refused changes were aimed at. */
    private static Outcome changesNothing(Session session, Operation operation, Attempt attempt) {
        Optional<Outcome> untestable = RefusalChecks.untestable(session, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange refused = RefusalChecks.sent(session, operation, attempt);
        if (refused.accepted()) {
            return Outcome.notTestable("it was not refused: " + refused.line(), refused);
        }
        Operation read = session.operation(Effect.READ);
        Exchange after = session.exchange(
                "read after refused changes",
                () -> session.message(read, session.names().identity(session.forChanges())));
        if (!session.succeeded(read, after)) {
            return RefusalChecks.noTwin(after);
        }
        JsonNode before = session.names().kept(session.forChanges());
        JsonNode expected = session.names().body(session.sound(operation, attempt.example()));
        JsonNode found = after.response().orElseThrow().json();
        JsonNode sent = refused.request().body().meant().orElse(before);
        List<String> changed = sent.propertyNames().stream()
                .filter(name ->
                        !Properties.same(sent.path(name), expected.has(name) ? expected.path(name) : before.path(name)))
                .toList();
        // Of the requests that share the entity, one alone names all of these values.
        boolean kept = !changed.isEmpty()
                && changed.stream().allMatch(name -> Properties.same(sent.path(name), found.path(name)));
        return kept
                ? Outcome.broken(
                        "was refused with " + refused.line() + " and changed " + changed + " all the same",
                        refused,
                        after)
                : Outcome.honoured("it is not kept", refused, after);
    }
}
