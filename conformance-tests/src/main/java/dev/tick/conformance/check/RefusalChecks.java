package dev.tick.conformance.check;

import dev.tick.conformance.exchange.Exchange;
import dev.tick.conformance.exchange.Message;
import dev.tick.conformance.exchange.Response;
import dev.tick.conformance.sample.Defect;
import dev.tick.conformance.target.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Check;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.validation.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The kinds of checks on the answers to requests with one defect. */
final class RefusalChecks {
    /** A probe's word for what a refusal needs no word for: the defects follow from the row's schema. */
    private static final String OF_SCHEMA = "schema";

    private static final Set<Effect> CREATING = EnumSet.of(Effect.CREATE, Effect.CREATE_MANY);
    private static final Set<Effect> REMOVING = EnumSet.of(Effect.REMOVE, Effect.REMOVE_MANY);

    private RefusalChecks() {}

    /** A request with one defect, and the example whose sound twin must have succeeded. */
    private record Attempt(String name, String example, Optional<TokenKind> needs, Supplier<Message> message) {}

    static List<Case> refused(Requirement row, Check check, Session session) {
        Operation operation =
                session.contract().operation(check.text("operation").orElseThrow());
        List<Case> cases = new ArrayList<>();
        for (Attempt attempt : attempts(row, check, session, operation)) {
            cases.add(new Case(row, attempt.name(), Phase.REFUSAL, () -> judge(check, session, operation, attempt)));
            if (!check.data().has("status")) {
                without(row, session, operation, attempt).ifPresent(cases::add);
            }
        }
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("no request with the defect at '"
                    + row.schema().orElse("") + "' can be made from the examples of " + operation.id());
        }
        return cases;
    }

    /** That a refused request left nothing behind, where the target has a way to look. */
    private static Optional<Case> without(Requirement row, Session session, Operation operation, Attempt attempt) {
        if (CREATING.contains(session.effect(operation)) && session.has(Effect.LIST)) {
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

    /** The exchange of the first request with the defect that a row asks for; shared by every row that asks for it. */
    static Exchange exchange(Requirement row, Check check, Session session, Operation operation) {
        return sent(session, operation, attempts(row, check, session, operation).get(0));
    }

    private static List<Attempt> attempts(Requirement row, Check check, Session session, Operation operation) {
        Optional<String> name = check.text("defect").filter(defect -> !defect.equals(OF_SCHEMA));
        if (name.isPresent()) {
            return List.of(named(session, operation, NamedDefect.of(name.get())));
        }
        Alteration alteration = Alteration.of(check.data());
        if (!alteration.isNone()) {
            String example = ProbeCheck.example(session, operation, alteration);
            return List.of(new Attempt(
                    alteration.toString(),
                    example,
                    Optional.empty(),
                    () -> alteration.in(
                            session.soundMessage(operation, example),
                            session.target().tokens())));
        }
        List<Attempt> attempts = new ArrayList<>();
        for (Defect defect : session.defects().of(operation, row.schema().orElse(""))) {
            attempts.add(new Attempt(
                    defect.name(),
                    defect.example(),
                    Optional.empty(),
                    () -> session.withBody(operation, defect.example(), defect.body())));
        }
        return attempts;
    }

    private static Attempt named(Session session, Operation operation, NamedDefect defect) {
        String example = session.examples(operation).get(0);
        return new Attempt(
                defect.title(),
                example,
                defect.needs(),
                () -> defect.in(session.otherMessage(operation, example, defect.title()), session.target()));
    }

    /** Before the first refusal, the list is looked at, or nobody could tell what was there already. */
    private static Exchange sent(Session session, Operation operation, Attempt attempt) {
        if (CREATING.contains(session.effect(operation)) && session.has(Effect.LIST)) {
            session.sound(session.operation(Effect.LIST), "");
        }
        return session.exchange("altered " + operation.id() + attempt.name(), attempt.message());
    }

    /** What the attempt lacks: the token that it needs, or the sound twin. */
    private static Optional<Outcome> untestable(Session session, Operation operation, Attempt attempt) {
        Optional<TokenKind> missing =
                attempt.needs().filter(kind -> session.target().token(kind).isEmpty());
        if (missing.isPresent()) {
            return Optional.of(Outcome.notTestable(missing.get().variable() + " is not set"));
        }
        Exchange twin = session.sound(operation, attempt.example());
        return session.succeeded(operation, twin) ? Optional.empty() : Optional.of(noTwin(twin));
    }

    private static Outcome judge(Check check, Session session, Operation operation, Attempt attempt) {
        Optional<Outcome> untestable = untestable(session, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange exchange = sent(session, operation, attempt);
        if (exchange.response().isEmpty()) {
            return Outcome.broken("expected an answer, got " + exchange.failure() + ", twice", exchange);
        }
        Response response = exchange.response().get();
        if (check.data().has("status")) {
            return exactly(check, session, operation, exchange, response);
        }
        return exchange.accepted()
                ? Outcome.broken("expected a refusal, got " + response.status(), exchange)
                : Outcome.honoured("refused with " + response.status(), exchange);
    }

    private static Outcome exactly(
            Check check, Session session, Operation operation, Exchange exchange, Response response) {
        JsonNode statuses = check.data().path("status");
        if (statuses.valueStream().noneMatch(status -> status.asInt(0) == response.status())) {
            return Outcome.broken("expected " + statuses + ", got " + response.status(), exchange);
        }
        return enveloped(check, session, operation, exchange, response);
    }

    /** Whether an error is wrapped, and has a code, as the row asks; nothing is asked of one that names neither. */
    static Outcome enveloped(Check check, Session session, Operation operation, Exchange exchange, Response response) {
        List<Violation> violations = session.violations(operation, exchange).stream()
                .filter(violation -> !violation.keyword().equals("status"))
                .toList();
        boolean asked =
                check.data().has("codes") || check.data().path("envelope").asBoolean(false);
        if (asked && !violations.isEmpty()) {
            return Outcome.broken(
                    String.join(
                            "; ", violations.stream().map(Violation::sentence).toList()),
                    exchange);
        }
        JsonNode codes = check.data().path("codes");
        String code = response.json().at("/error/code").asString("");
        return codes.isMissingNode()
                        || codes.valueStream()
                                .anyMatch(known -> known.asString("").equals(code))
                ? Outcome.honoured("refused with " + response.status() + " " + code, exchange)
                : Outcome.broken("expected a code among " + codes + ", got '" + code + "'", exchange);
    }

    private static Outcome createsNothing(Session session, Operation operation, Attempt attempt) {
        Optional<Outcome> untestable = untestable(session, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange refused = sent(session, operation, attempt);
        List<String> identities = session.identities(refused.message());
        if (identities.isEmpty()) {
            return Outcome.honoured("the request named nothing that could be created", refused);
        }
        if (refused.accepted()) {
            return Outcome.notTestable("it was not refused: " + refused.line(), refused);
        }
        List<String> there = identities.stream()
                .filter(identity -> session.wasAcceptedOrThere(session.operation(Effect.CREATE), identity))
                .toList();
        if (!there.isEmpty()) {
            return Outcome.notTestable(there + " was listed before, or another request created it", refused);
        }
        Exchange list = ListChecks.listAfterRefusals(session);
        String own = session.identity(session.reach());
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
        Optional<Outcome> untestable = untestable(session, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange refused = sent(session, operation, attempt);
        if (refused.accepted()) {
            return Outcome.notTestable("it was not refused: " + refused.line(), refused);
        }
        Set<String> created = session.created();
        List<String> aimedAt = session.addresses(operation, refused).stream()
                .filter(created::contains)
                .toList();
        Exchange list = ListChecks.listAfterRefusals(session);
        String own = session.identity(session.reach());
        if (!ListChecks.lists(session, list, own)) {
            return ListChecks.notListed(list, own);
        }
        Set<String> listed = session.entities(list)
                .map(entity -> entity.path(session.resource().address()).asString(""))
                .collect(Collectors.toSet());
        return listed.containsAll(aimedAt)
                ? Outcome.honoured("it is still listed", refused, list)
                : Outcome.broken(
                        "was refused with " + refused.line() + " and removed " + aimedAt + " all the same",
                        refused,
                        list);
    }

    /** Reads, at the end, the entity that all refused changes were aimed at. */
    private static Outcome changesNothing(Session session, Operation operation, Attempt attempt) {
        Optional<Outcome> untestable = untestable(session, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange refused = sent(session, operation, attempt);
        if (refused.accepted()) {
            return Outcome.notTestable("it was not refused: " + refused.line(), refused);
        }
        Operation read = session.operation(Effect.READ);
        Exchange after = session.exchange(
                "read after refused changes", () -> session.message(read, session.identity(session.forChanges())));
        if (!session.succeeded(read, after)) {
            return noTwin(after);
        }
        JsonNode before = session.kept(session.forChanges());
        JsonNode expected = session.body(session.sound(operation, attempt.example()));
        JsonNode found = after.response().orElseThrow().json();
        JsonNode sent = refused.message().body().orElse(before);
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

    /** For a request that was neither taken nor left. */
    static Outcome neither(Exchange exchange) {
        return Outcome.broken("expected it to be accepted or refused with 4xx, got " + exchange.line(), exchange);
    }

    static Outcome noTwin(Exchange twin) {
        return Outcome.notTestable("the same request without the defect did not succeed: " + twin.line(), twin);
    }
}
