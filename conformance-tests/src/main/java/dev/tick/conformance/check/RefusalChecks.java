package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.sample.Defect;
import dev.tick.conformance.target.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Check;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The kinds of checks on the answers to requests with one defect. */
final class RefusalChecks {
    /** A probe's word for what a refusal needs no word for: the defects follow from the row's schema. */
    private static final String OF_SCHEMA = "schema";

    private RefusalChecks() {}

    /** A request with one defect, and the example whose sound twin must have succeeded. */
    record Attempt(String name, String example, Optional<TokenKind> needs, Supplier<Request> message) {}

    static List<Case> refused(Requirement row, Check check, Conversation conversation) {
        Operation operation =
                conversation.contract().operation(check.text("operation").orElseThrow());
        List<Case> cases = new ArrayList<>();
        for (Attempt attempt : attempts(row, check, conversation, operation)) {
            cases.add(
                    new Case(row, attempt.name(), Phase.REFUSAL, () -> judge(check, conversation, operation, attempt)));
            if (!check.data().has("status")) {
                TraceChecks.of(row, conversation, operation, attempt).ifPresent(cases::add);
            }
        }
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("no request with the defect at '"
                    + row.schema().orElse("") + "' can be made from the examples of " + operation.id());
        }
        return cases;
    }

    /** The exchange of the first request with the defect that a row asks for; shared by every row that asks for it. */
    static Exchange exchange(Requirement row, Check check, Conversation conversation, Operation operation) {
        return sent(
                conversation,
                operation,
                attempts(row, check, conversation, operation).get(0));
    }

    private static List<Attempt> attempts(
            Requirement row, Check check, Conversation conversation, Operation operation) {
        Optional<String> name = check.text("defect").filter(defect -> !defect.equals(OF_SCHEMA));
        if (name.isPresent()) {
            return List.of(named(conversation, operation, NamedDefect.of(name.get())));
        }
        Alteration alteration = Alteration.of(check.data());
        if (!alteration.isNone()) {
            String example = ProbeCheck.example(conversation, operation, alteration);
            return List.of(new Attempt(
                    alteration.toString(),
                    example,
                    Optional.empty(),
                    () -> alteration.in(
                            conversation.soundRequest(operation, example),
                            conversation.target().tokens())));
        }
        List<Attempt> attempts = new ArrayList<>();
        for (Defect defect : conversation.defects().of(operation, row.schema().orElse(""))) {
            attempts.add(new Attempt(
                    defect.name(),
                    defect.example(),
                    Optional.empty(),
                    () -> conversation.withBody(operation, defect.example(), defect.body())));
        }
        return attempts;
    }

    private static Attempt named(Conversation conversation, Operation operation, NamedDefect defect) {
        String example = conversation.requests().examples(operation).get(0);
        return new Attempt(
                defect.title(),
                example,
                defect.needs(),
                () -> defect.in(conversation.otherRequest(operation, example, defect.title()), conversation.target()));
    }

    /** Before the first refusal, the list is looked at, or nobody could tell what was there already. */
    static Exchange sent(Conversation conversation, Operation operation, Attempt attempt) {
        if (TraceChecks.creates(conversation, operation) && conversation.has(Effect.LIST)) {
            conversation.sound(conversation.operation(Effect.LIST), "");
        }
        return conversation.exchange("altered " + operation.id() + attempt.name(), attempt.message());
    }

    /** What the attempt lacks: the token that it needs, or the sound twin. */
    static Optional<Outcome> untestable(Conversation conversation, Operation operation, Attempt attempt) {
        Optional<TokenKind> missing =
                attempt.needs().filter(kind -> conversation.target().token(kind).isEmpty());
        if (missing.isPresent()) {
            return Optional.of(Outcome.notTestable(missing.get().variable() + " is not set"));
        }
        Exchange twin = conversation.sound(operation, attempt.example());
        return conversation.succeeded(operation, twin) ? Optional.empty() : Optional.of(Outcome.noTwin(twin));
    }

    private static Outcome judge(Check check, Conversation conversation, Operation operation, Attempt attempt) {
        Optional<Outcome> untestable = untestable(conversation, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange exchange = sent(conversation, operation, attempt);
        if (exchange.response().isEmpty()) {
            return Outcome.broken(Mismatch.of("an answer", exchange.failure() + ", twice"), exchange);
        }
        Response response = exchange.response().get();
        if (check.data().has("status")) {
            return exactly(check, conversation, operation, exchange, response);
        }
        return exchange.accepted()
                ? Outcome.broken(Mismatch.of("a refusal", response.status()), exchange)
                : Outcome.honoured("refused with " + response.status(), exchange);
    }

    private static Outcome exactly(
            Check check, Conversation conversation, Operation operation, Exchange exchange, Response response) {
        JsonNode statuses = check.data().path("status");
        if (statuses.valueStream().noneMatch(status -> status.asInt(0) == response.status())) {
            return Outcome.broken(Mismatch.of(statuses, response.status()), exchange);
        }
        return enveloped(check, conversation, operation, exchange, response);
    }

    /** Whether an error is wrapped, and has a code, as the row asks; nothing is asked of one that names neither. */
    static Outcome enveloped(
            Check check, Conversation conversation, Operation operation, Exchange exchange, Response response) {
        List<Violation> violations = conversation.violations(operation, exchange).stream()
                .filter(violation -> !violation.keyword().equals("status"))
                .toList();
        boolean asked =
                check.data().has("codes") || check.data().path("envelope").asBoolean(false);
        if (asked && !violations.isEmpty()) {
            return Outcome.broken(Mismatch.of(violations), exchange);
        }
        JsonNode codes = check.data().path("codes");
        String code = response.json().at("/error/code").asString("");
        return codes.isMissingNode()
                        || codes.valueStream()
                                .anyMatch(known -> known.asString("").equals(code))
                ? Outcome.honoured("refused with " + response.status() + " " + code, exchange)
                : Outcome.broken(Mismatch.of("a code among " + codes, "'" + code + "'"), exchange);
    }
}
