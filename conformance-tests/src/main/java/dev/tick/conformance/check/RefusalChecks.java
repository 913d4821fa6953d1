package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.sample.BodyDefect;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.BrokenConstraint;
import dev.tick.spec.check.ErrorForm;
import dev.tick.spec.check.Expectation;
import dev.tick.spec.check.RequestChange;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.check.RequestDefect;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Checks of the responses to requests with one defect. */
final class RefusalChecks {
    private RefusalChecks() {}

    /**
     * A request with one defect.
     *
     * @param name of its case
     * @param examples those from which it can be made; the sound twin is the first of them that the target takes
     * @param needs the token that it carries, or whose claims it changes; empty for the sound one as it is
     * @param request makes the request from an example
     */
    record Attempt(String name, List<String> examples, Optional<TokenKind> needs, Function<String, Request> request) {
        /** Copies the examples. */
        Attempt {
            examples = List.copyOf(examples);
        }

        /** Returns the example from which the request is made. */
        String example(Conversation conversation, Operation operation) {
            return conversation.example(operation, examples::contains);
        }
    }

    /** Checks that each request with the row's defect is refused and, where no exact status is asked for, has no effect. */
    static List<Case> refused(
            Requirement row, RequestCheck check, Expectation.Refused expectation, Conversation conversation) {
        Operation operation = conversation.operation(check);
        List<Case> cases = new ArrayList<>();
        for (Attempt attempt : attempts(check, conversation)) {
            cases.add(new Case(
                    row, attempt.name(), Phase.REFUSAL, () -> judge(expectation, conversation, operation, attempt)));
            if (expectation.statuses().isEmpty()) {
                SideEffectChecks.of(row, conversation, operation, attempt).ifPresent(cases::add);
            }
        }
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("no request with the defect at '"
                    + row.schema().orElse("") + "' can be made from the examples of " + operation.id());
        }
        return cases;
    }

    /** Returns the exchange of the first request with the defect of a row; shared by all rows with this defect. */
    static Exchange exchange(RequestCheck check, Conversation conversation) {
        return sent(
                conversation,
                conversation.operation(check),
                attempts(check, conversation).get(0));
    }

    private static List<Attempt> attempts(RequestCheck check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        RequestChange change = check.change();
        if (change instanceof RequestDefect defect) {
            return List.of(named(conversation, operation, defect));
        }
        if (change instanceof Alteration alteration) {
            return List.of(altered(conversation, operation, alteration));
        }
        return change instanceof BrokenConstraint constraint ? broken(conversation, operation, constraint) : List.of();
    }

    private static Attempt altered(Conversation conversation, Operation operation, Alteration alteration) {
        return new Attempt(
                alteration.toString(),
                ProbeChecks.examples(conversation, operation, alteration),
                alteration.token().map(TokenKind::of),
                example -> alteration.apply(conversation.soundRequest(operation, example), conversation::token));
    }

    private static List<Attempt> broken(Conversation conversation, Operation operation, BrokenConstraint constraint) {
        List<Attempt> attempts = new ArrayList<>();
        for (BodyDefect defect : conversation.defects().of(operation, constraint.pointer())) {
            attempts.add(new Attempt(
                    defect.name(),
                    defect.examples(),
                    Optional.empty(),
                    example -> conversation.withBody(
                            operation,
                            example,
                            Conversation.effect(operation) == Effect.CHANGE
                                    ? conversation
                                            .requests()
                                            .marked(operation, example, defect.body(example), defect.name())
                                    : defect.body(example))));
        }
        return attempts;
    }

    private static Attempt named(Conversation conversation, Operation operation, RequestDefect defect) {
        return new Attempt(
                defect.word(),
                conversation.requests().examples(conversation.submitting(operation)),
                defect.readsClaims()
                        ? Optional.of(TokenKind.SOUND)
                        : defect.needs().map(TokenKind::of),
                example -> defect.apply(
                        SideEffectChecks.removes(operation) && defect.isOfToken()
                                ? conversation.removalToRefuse(operation, example)
                                : conversation.otherRequest(operation, example, defect.word()),
                        conversation::token));
    }

    /** Sends an attempt, once; the list is read before the first, or nobody could tell what was there already. */
    static Exchange sent(Conversation conversation, Operation operation, Attempt attempt) {
        if (SideEffectChecks.creates(conversation, operation) && conversation.has(Effect.LIST)) {
            conversation.sound(conversation.operation(Effect.LIST), "");
        }
        return conversation.exchange(
                "altered " + operation.id() + attempt.name(),
                () -> attempt.request().apply(attempt.example(conversation, operation)));
    }

    /** Returns the missing prerequisite of an attempt: its token, or its sound twin. */
    static Optional<Outcome> untestable(Conversation conversation, Operation operation, Attempt attempt) {
        Optional<Outcome> unmet = attempt.needs().flatMap(kind -> TokenNeeds.unmet(conversation, operation, kind));
        if (unmet.isPresent()) {
            return unmet;
        }
        Exchange twin = conversation.sound(operation, attempt.example(conversation, operation));
        return conversation.succeeded(operation, twin) ? Optional.empty() : Optional.of(Outcome.noTwin(twin));
    }

    private static Outcome judge(
            Expectation.Refused expectation, Conversation conversation, Operation operation, Attempt attempt) {
        Optional<Outcome> untestable = untestable(conversation, operation, attempt);
        if (untestable.isPresent()) {
            return untestable.get();
        }
        Exchange exchange = sent(conversation, operation, attempt);
        if (exchange.response().isEmpty()) {
            return Outcome.broken(Mismatch.of("an answer", exchange.failure() + ", twice"), exchange);
        }
        Response response = exchange.response().get();
        if (!expectation.statuses().isEmpty()) {
            return exactly(expectation, conversation, operation, exchange, response);
        }
        return exchange.accepted()
                ? Outcome.broken(Mismatch.of("a refusal", response.status()), exchange)
                : Outcome.honoured("refused with " + response.status(), exchange);
    }

    private static Outcome exactly(
            Expectation.Refused expectation,
            Conversation conversation,
            Operation operation,
            Exchange exchange,
            Response response) {
        return expectation.statuses().contains(response.status())
                ? enveloped(expectation.error(), conversation, operation, exchange, response)
                : Outcome.broken(Mismatch.of(json(expectation.statuses()), response.status()), exchange);
    }

    /** Judges whether an error has the envelope and the code that the row asks for, if any. */
    static Outcome enveloped(
            ErrorForm error, Conversation conversation, Operation operation, Exchange exchange, Response response) {
        List<Violation> violations = conversation.violations(operation, exchange).stream()
                .filter(violation -> !violation.keyword().equals("status"))
                .toList();
        if (error.isWrapped() && !violations.isEmpty()) {
            return Outcome.broken(Mismatch.of(violations), exchange);
        }
        String code = response.json().at("/error/code").asString("");
        return error.codes().isEmpty() || error.codes().contains(code)
                ? Outcome.honoured("refused with " + response.status() + " " + code, exchange)
                : Outcome.broken(Mismatch.of("a code among " + json(error.codes()), "'" + code + "'"), exchange);
    }

    /** Writes a list as the register does, in JSON. */
    private static String json(List<?> values) {
        return JsonMapper.shared().valueToTree(values).toString();
    }
}
