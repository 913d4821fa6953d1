package dev.tick.stub.command;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.access.Caller;
import dev.tick.stub.fault.RequestContext;
import dev.tick.stub.journal.TouchedRequirements;
import dev.tick.stub.pipeline.Refusals;
import dev.tick.stub.quota.ThrottleStyle;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells how a service would answer a message, without a server. */
final class Explainer {
    private final Register register;
    private final Clock clock;
    private final Validator validator;
    private final Refusals refusals;
    private final TouchedRequirements rows;

    /** Explains by one contract. */
    Explainer(Contract contract, Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
        validator = new Validator(contract, register, clock);
        refusals = new Refusals(contract, register, ThrottleStyle.DOCUMENTED);
        rows = new TouchedRequirements(List.of(register));
    }

    /** Judges a message whose sender has a sound token and calls left; what the service holds already is not asked. */
    Explanation explain(Operation operation, String contentType, byte[] body) {
        Request request = Request.of(operation.method(), operation.path(), Map.of("Content-Type", contentType))
                .withBody(Body.of(body));
        List<Violation> violations = validator.request(operation, request);
        List<Violation> facts = refusals.facts(violations);
        Optional<Response> refusal =
                facts.isEmpty() ? Optional.empty() : Optional.of(refusals.refuse(operation, facts));
        RequestContext context = new RequestContext(
                RequestContext.Route.OPERATION,
                operation,
                request,
                Optional.empty(),
                Caller.Visibility.OWN,
                facts,
                Optional::empty,
                0,
                clock.instant());
        List<String> saying = refusal.isPresent() ? rows.of(operation, context) : List.of();
        return new Explanation(operation, violations, facts, refusal, rows(saying), register);
    }

    private List<Requirement> rows(List<String> ids) {
        return register.requirements().stream()
                .filter(row -> ids.contains(row.id()))
                .toList();
    }
}
