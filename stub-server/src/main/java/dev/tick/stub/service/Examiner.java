package dev.tick.stub.service;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.quota.ThrottleStyle;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges messages by one contract, and tells facts from open questions; safe for use by many threads. */
public final class Examiner {
    private final Validator validator;
    private final Refusals refusals;
    private final Set<String> open;

    /** Prepares a contract. */
    public Examiner(Contract contract, Register register, Clock clock) {
        validator = new Validator(contract, register, clock);
        refusals = new Refusals(contract, ThrottleStyle.DOCUMENTED);
        open = register.requirements().stream()
                .filter(row -> row.basis() == Basis.OPEN)
                .map(Requirement::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Judges the message of a request. */
    public Judgement judge(Operation operation, Request request) {
        List<Violation> violations = validator.request(operation, request);
        return new Judgement(
                violations, violations.stream().filter(this::isFact).toList());
    }

    /** How a stub as strict as the facts refuses a message; empty when it accepts it. */
    public Optional<Response> refusal(Operation operation, Judgement judgement) {
        return judgement.facts().isEmpty()
                ? Optional.empty()
                : Optional.of(refusals.refuse(operation, judgement.facts()));
    }

    private boolean isFact(Violation violation) {
        return violation.requirement().filter(open::contains).isEmpty();
    }
}
