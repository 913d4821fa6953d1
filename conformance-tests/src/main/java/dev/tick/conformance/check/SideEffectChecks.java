package dev.tick.conformance.check;

import dev.tick.conformance.check.RefusalChecks.Attempt;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.spec.check.Alteration;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Checks for side effects of refused requests. */
final class SideEffectChecks {
    private static final Set<Effect> CREATING = EnumSet.of(Effect.CREATE, Effect.CREATE_MANY);
    private static final Set<Effect> REMOVING = EnumSet.of(Effect.REMOVE, Effect.REMOVE_MANY);

    private static final int CREATED = 201;

    private SideEffectChecks() {}

    /** Returns whether an operation creates. */
    static boolean creates(Conversation conversation, Operation operation) {
        return CREATING.contains(Conversation.effect(operation));
    }

    /** Returns whether an operation removes. */
    static boolean removes(Operation operation) {
        return REMOVING.contains(Conversation.effect(operation));
    }

    /** Returns the case that a refused request had no effect; empty where the target has no operation to see one by. */
    static Optional<Case> of(Requirement row, Conversation conversation, Operation operation, Attempt attempt) {
        if (creates(conversation, operation) && conversation.has(Effect.LIST)) {
            String name = attempt.name() + " creates nothing";
            return Optional.of(
                    new Case(row, name, Phase.STATE, () -> createsNothing(conversation, operation, attempt)));
        }
        if (Conversation.effect(operation) == Effect.CHANGE && conversation.has(Effect.READ)) {
            String name = attempt.name() + " changes nothing";
            return Optional.of(new Case(row, name, Phase.END, () -> changesNothing(conversation, operation, attempt)));
        }
        if (removes(operation) && conversation.has(Effect.LIST)) {
            String name = attempt.name() + " removes nothing";
            return Optional.of(
                    new Case(row, name, Phase.STATE, () -> removesNothing(conversation, operation, attempt)));
        }
        return Optional.empty();
    }

    /** Checks that a request creates nothing, by its response and by the list; whatever else it is answered is sound. */
    static List<Case> withoutEffect(
            Requirement row, Operation operation, Alteration alteration, Conversation conversation) {
        Attempt attempt = new Attempt(
                alteration.toString(),
                conversation.requests().examples(operation),
                Optional.empty(),
                example -> alteration.apply(conversation.soundRequest(operation, example), conversation::token));
        List<Case> cases = new ArrayList<>();
        cases.add(new Case(
                row, attempt.name(), Phase.REFUSAL, () -> saysNothingCreated(conversation, operation, attempt)));
        if (conversation.has(Effect.LIST)) {
            String name = attempt.name() + " creates nothing";
            cases.add(new Case(row, name, Phase.STATE, () -> listsNothing(conversation, operation, attempt)));
        }
        return cases;
    }

    private static Outcome saysNothingCreated(Conversation conversation, Operation operation, Attempt attempt) {
        Optional<Outcome> untestable = RefusalChecks.untestable(conversation, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange exchange = RefusalChecks.sent(conversation, operation, attempt);
        if (exchange.response().isEmpty()) {
            return Outcome.notTestable("no response came: " + exchange.failure(), exchange);
        }
        Response response = exchange.response().get();
        String named = conversation.samples().identity(response.json());
        boolean created = response.status() == CREATED
                || (exchange.accepted()
                        && conversation.names().identities(exchange.request()).contains(named));
        return created
                ? Outcome.broken(Mismatch.of("nothing to be created", exchange.line()), exchange)
                : Outcome.honoured("answered " + response.status(), exchange);
    }

    private static Outcome listsNothing(Conversation conversation, Operation operation, Attempt attempt) {
        Optional<Outcome> untestable = RefusalChecks.untestable(conversation, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange sent = RefusalChecks.sent(conversation, operation, attempt);
        Exchange list = conversation.lists().afterRefusals();
        String own = conversation.names().identity(conversation.own());
        if (!conversation.lists().holds(list, own)) {
            return Outcome.notListed(list, own);
        }
        List<String> identities = conversation.names().identities(sent.request());
        Set<String> before = conversation.lists().there();
        List<String> created = conversation
                .lists()
                .entities(list)
                .map(conversation.samples()::identity)
                .filter(identities::contains)
                .filter(identity -> !before.contains(identity))
                .toList();
        return created.isEmpty()
                ? Outcome.honoured("it is not listed", sent, list)
                : Outcome.broken(Mismatch.of("a list without " + created, "it there"), sent, list);
    }

    private static Outcome createsNothing(Conversation conversation, Operation operation, Attempt attempt) {
        Optional<Outcome> untestable = RefusalChecks.untestable(conversation, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange refused = RefusalChecks.sent(conversation, operation, attempt);
        List<String> identities = conversation.names().identities(refused.request());
        if (identities.isEmpty()) {
            return Outcome.honoured("the request named nothing that could be created", refused);
        }
        if (refused.accepted()) {
            return Outcome.notTestable("it was not refused: " + refused.line(), refused);
        }
        Set<String> known = conversation.lists().acceptedOrThere();
        List<String> there = identities.stream().filter(known::contains).toList();
        if (!there.isEmpty()) {
            return Outcome.notTestable(there + " was listed before, or another request created it", refused);
        }
        Exchange list = conversation.lists().afterRefusals();
        String own = conversation.names().identity(conversation.own());
        if (!conversation.lists().holds(list, own)) {
            return Outcome.notListed(list, own);
        }
        List<String> created = conversation
                .lists()
                .entities(list)
                .map(conversation.samples()::identity)
                .filter(identities::contains)
                .toList();
        return created.isEmpty()
                ? Outcome.honoured("it is not listed", refused, list)
                : Outcome.broken(
                        created + " was refused with " + refused.line() + " and is listed all the same", refused, list);
    }

    /** Judges whether the entities of a refused removal, which are its own, are still listed. */
    private static Outcome removesNothing(Conversation conversation, Operation operation, Attempt attempt) {
        Optional<Outcome> untestable = RefusalChecks.untestable(conversation, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange refused = RefusalChecks.sent(conversation, operation, attempt);
        if (refused.accepted()) {
            return Outcome.notTestable("it was not refused: " + refused.line(), refused);
        }
        Set<String> created = conversation.history().created();
        List<String> aimedAt = conversation.names().addresses(operation, refused).stream()
                .filter(created::contains)
                .toList();
        Optional<Exchange> accepted = conversation.exchanges().stream()
                .filter(Exchange::accepted)
                .filter(other -> other.request().method().equals(operation.method()))
                .filter(other -> operation.match(other.request().path()).isPresent())
                .filter(other -> conversation.names().addresses(operation, other).stream()
                        .anyMatch(aimedAt::contains))
                .findFirst();
        if (accepted.isPresent()) {
            return Outcome.notTestable(
                    "another request with this aim was not refused: "
                            + accepted.get().line(),
                    refused,
                    accepted.get());
        }
        Exchange list = conversation.lists().afterRefusals();
        String own = conversation.names().identity(conversation.own());
        if (!conversation.lists().holds(list, own)) {
            return Outcome.notListed(list, own);
        }
        return RemovalChecks.listed(conversation, list).containsAll(aimedAt)
                ? Outcome.honoured("it is still listed", refused, list)
                : Outcome.broken(
                        "was refused with " + refused.line() + " and removed " + aimedAt + " all the same",
                        refused,
                        list);
    }

    /** Judges, at the end, whether the entity of all refused changes has the values of this one. */
    private static Outcome changesNothing(Conversation conversation, Operation operation, Attempt attempt) {
        Optional<Outcome> untestable = RefusalChecks.untestable(conversation, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange refused = RefusalChecks.sent(conversation, operation, attempt);
        if (refused.accepted()) {
            return Outcome.notTestable("it was not refused: " + refused.line(), refused);
        }
        Operation read = conversation.operation(Effect.READ);
        Exchange after = conversation.exchange(
                "read after refused changes",
                () -> conversation.requests().bare(read, conversation.names().identity(conversation.forChanges())));
        if (!conversation.succeeded(read, after)) {
            return Outcome.noTwin(after);
        }
        JsonNode before = conversation.names().kept(conversation.forChanges());
        JsonNode expected =
                conversation.names().body(conversation.sound(operation, attempt.example(conversation, operation)));
        JsonNode found = after.response().orElseThrow().json();
        JsonNode sent = refused.request().body().meant().orElse(before);
        List<String> changed = sent.propertyNames().stream()
                .filter(name -> !PropertyValues.same(
                        sent.path(name), expected.has(name) ? expected.path(name) : before.path(name)))
                .toList();
        List<String> kept = changed.stream()
                .filter(name -> PropertyValues.same(sent.path(name), found.path(name)))
                .toList();
        // Of the requests that share the entity, only one names all of these values, or this text.
        boolean own = kept.equals(changed) || kept.stream().anyMatch(name -> isOwn(conversation, refused, name));
        return !kept.isEmpty() && own
                ? Outcome.broken(
                        "was refused with " + refused.line() + " and changed " + kept + " all the same", refused, after)
                : Outcome.honoured("it is not kept", refused, after);
    }

    /** Returns whether no other request of the run named this value of a property. */
    private static boolean isOwn(Conversation conversation, Exchange refused, String property) {
        JsonNode value = refused.request().body().meant().orElseThrow().path(property);
        return conversation.exchanges().stream()
                .filter(exchange -> conversation.number(exchange) != conversation.number(refused))
                .flatMap(exchange -> exchange.request().body().meant().stream())
                .noneMatch(body -> body.path(property).equals(value));
    }
}
