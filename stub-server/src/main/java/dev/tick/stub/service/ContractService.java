package dev.tick.stub.service;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.behaviour.EntityShape;
import dev.tick.stub.behaviour.Outcome;
import dev.tick.stub.behaviour.OwnEntities;
import dev.tick.stub.fault.Act;
import dev.tick.stub.fault.Fault;
import dev.tick.stub.fault.Situation;
import dev.tick.stub.http.Call;
import dev.tick.stub.http.Reply;
import dev.tick.stub.journal.Journal;
import dev.tick.stub.token.TokenFlaw;
import dev.tick.stub.token.TokenVerdict;
import dev.tick.stub.token.TokenVerifier;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Answers the operations of one contract: token first, then the message, then the state. */
public final class ContractService {
    private final Validator validator;
    private final TokenVerifier tokens;
    private final Strictness strictness;
    private final Journal journal;
    private final Refusals refusals;
    private final EntityShape shape;
    private final OwnEntities entities;
    private final Performance performance;
    private final Set<String> open;
    private final String stranger;
    private final List<Operation> operations;
    private final Instant started;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Optional<Fault> fault = Optional.empty();

    /**
     * Serves a contract from an empty state.
     *
     * @param capacity how many entities there may be, of all applications
     * @param stranger the application that a caller without a readable token is taken for, where a fault lets one in
     */
    public ContractService(
            Contract contract,
            Register register,
            Clock clock,
            TokenVerifier tokens,
            Strictness strictness,
            Journal journal,
            int capacity,
            String stranger) {
        this.tokens = tokens;
        this.strictness = strictness;
        this.journal = journal;
        this.stranger = stranger;
        operations = contract.operations();
        validator = new Validator(contract, register, clock);
        refusals = new Refusals(contract);
        shape = new EntityShape(contract);
        entities = new OwnEntities(shape, clock, capacity);
        performance = new Performance(shape, entities);
        started = clock.instant();
        open = register.requirements().stream()
                .filter(row -> row.basis() == Basis.OPEN)
                .map(Requirement::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Breaks this from now on; empty for nothing. */
    public void breakBy(Optional<Fault> one) {
        fault = one;
    }

    /** Forgets every entity and every call, and breaks nothing any more. */
    public void reset() {
        fault = Optional.empty();
        calls.set(0);
        entities.clear();
        journal.clear();
    }

    /** Answers a call of an operation. */
    public Reply answer(Operation operation, Call call) {
        List<Violation> violations = validator.request(operation, call.contentType(), call.body());
        List<Violation> refused = violations.stream().filter(this::isRefused).toList();
        TokenVerdict verdict = tokens.verify(call.authorization());
        String caller = caller(verdict);
        Situation situation = new Situation(
                Situation.Place.OPERATION,
                operation,
                call,
                flaw(verdict),
                refused,
                () -> performance.before(operation, call, caller),
                calls.getAndIncrement(),
                started);
        Optional<Act> act = fault.filter(one -> one.meets(situation)).map(Fault::act);
        Reply reply = act.filter(Act.OnState.class::isInstance)
                .map(state -> bent(situation, verdict, caller, (Act.OnState) state))
                .orElseGet(() -> sound(situation, verdict, caller));
        return journaled(call, violations, altered(situation, act, reply));
    }

    /** Answers a call of a known path with a method that it does not take; the body is empty, as recorded. */
    public Reply methodNotAllowed(Call call, List<Operation> allowed) {
        String methods = allowed.stream().map(Operation::method).collect(Collectors.joining(", "));
        Reply reply = new Reply(405, Map.of("Allow", methods), new byte[0]);
        return elsewhere(Situation.Place.OTHER_METHOD, call, allowed, reply);
    }

    /** Answers a call of a path that the contract does not know. */
    public Reply unknownPath(Call call) {
        Reply reply = refusals.refuse(404, "There is nothing at " + call.path() + ".");
        return elsewhere(Situation.Place.UNKNOWN_PATH, call, operations, reply);
    }

    private Reply elsewhere(Situation.Place place, Call call, List<Operation> operations, Reply reply) {
        int before = calls.getAndIncrement();
        Reply altered = reply;
        for (Operation operation : operations) {
            Situation situation = new Situation(
                    place, operation, call, Optional.empty(), List.of(), Optional::empty, before, started);
            Optional<Act> act = fault.filter(one -> one.meets(situation)).map(Fault::act);
            altered = altered(situation, act, altered);
        }
        return journaled(call, List.of(), altered);
    }

    private Reply journaled(Call call, List<Violation> violations, Reply reply) {
        journal.add(call, violations, reply);
        return reply;
    }

    private boolean isRefused(Violation violation) {
        return strictness == Strictness.REFUSE_OPEN
                || violation.requirement().filter(open::contains).isEmpty();
    }

    private String caller(TokenVerdict verdict) {
        if (verdict instanceof TokenVerdict.Accepted accepted) {
            return accepted.application();
        }
        return ((TokenVerdict.Rejected) verdict).application().orElse(stranger);
    }

    private static Optional<TokenFlaw> flaw(TokenVerdict verdict) {
        return verdict instanceof TokenVerdict.Rejected rejected ? Optional.of(rejected.flaw()) : Optional.empty();
    }

    private Reply sound(Situation situation, TokenVerdict verdict, String caller) {
        if (verdict instanceof TokenVerdict.Rejected rejected) {
            return refusals.refuse(rejected.status(), rejected.reason());
        }
        if (!situation.refused().isEmpty()) {
            return refusals.refuse(situation.operation(), situation.refused());
        }
        return reply(situation.operation(), performance.of(situation.operation(), situation.call(), caller));
    }

    /** What a fault makes of a request before it is answered. */
    private Reply bent(Situation situation, TokenVerdict verdict, String caller, Act.OnState act) {
        Outcome outcome = performance.of(situation.operation(), situation.call(), caller, act);
        return act instanceof Act.Keep ? sound(situation, verdict, caller) : reply(situation.operation(), outcome);
    }

    private static Reply altered(Situation situation, Optional<Act> act, Reply reply) {
        return act.filter(Act.OnReply.class::isInstance)
                .map(one -> ((Act.OnReply) one).alter(situation, reply))
                .orElse(reply);
    }

    private Reply reply(Operation operation, Outcome outcome) {
        int success = operation.success().status();
        if (outcome instanceof Outcome.Done done) {
            return Reply.odata(success, done.entity());
        }
        if (outcome instanceof Outcome.Listed listed) {
            return Reply.odata(success, shape.list(listed.entities()));
        }
        if (outcome instanceof Outcome.Absent absent) {
            return refusals.refuse(404, "There is no " + absent.identity() + " of this application.");
        }
        if (outcome instanceof Outcome.Unreadable unreadable) {
            return refusals.refuse(operation, "query", unreadable.reason());
        }
        if (outcome instanceof Outcome.Full full) {
            return refusals.refuse(
                    operation,
                    "capacity",
                    "The limit of " + full.capacity()
                            + " active entities is reached; none can be added until one expires.");
        }
        Outcome.Conflict conflict = (Outcome.Conflict) outcome;
        return refusals.refuse(
                409, conflict.identity() + " exists with another " + conflict.property() + "; it cannot be changed.");
    }
}
