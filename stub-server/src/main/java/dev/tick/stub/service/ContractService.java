package dev.tick.stub.service;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.validation.Json;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.behaviour.EntityShape;
import dev.tick.stub.behaviour.Outcome;
import dev.tick.stub.behaviour.OwnEntities;
import dev.tick.stub.http.Call;
import dev.tick.stub.http.Reply;
import dev.tick.stub.journal.Journal;
import dev.tick.stub.token.TokenVerdict;
import dev.tick.stub.token.TokenVerifier;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Set<String> open;

    /** Serves a contract from an empty state. */
    public ContractService(
            Contract contract,
            Register register,
            Clock clock,
            TokenVerifier tokens,
            Strictness strictness,
            Journal journal) {
        this.tokens = tokens;
        this.strictness = strictness;
        this.journal = journal;
        validator = new Validator(contract, register, clock);
        refusals = new Refusals(contract);
        shape = new EntityShape(contract);
        entities = new OwnEntities(shape, clock);
        open = register.requirements().stream()
                .filter(row -> row.basis() == Basis.OPEN)
                .map(Requirement::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Answers a call of an operation. */
    public Reply answer(Operation operation, Call call) {
        List<Violation> violations = validator.request(operation, call.contentType(), call.body());
        Reply reply = reply(operation, call, violations);
        journal.add(call, violations, reply);
        return reply;
    }

    /** Answers a call of a known path with a method that it does not take; the body is empty, as recorded. */
    public Reply methodNotAllowed(Call call, List<String> allowed) {
        Reply reply = new Reply(405, Map.of("Allow", String.join(", ", allowed)), new byte[0]);
        journal.add(call, List.of(), reply);
        return reply;
    }

    /** Answers a call of a path that the contract does not know. */
    public Reply unknownPath(Call call) {
        Reply reply = refusals.refuse(404, "There is nothing at " + call.path() + ".");
        journal.add(call, List.of(), reply);
        return reply;
    }

    private Reply reply(Operation operation, Call call, List<Violation> violations) {
        TokenVerdict verdict = tokens.verify(call.authorization());
        if (verdict instanceof TokenVerdict.Unauthorized unauthorized) {
            return refusals.refuse(401, unauthorized.reason());
        }
        if (verdict instanceof TokenVerdict.Forbidden forbidden) {
            return refusals.refuse(403, forbidden.reason());
        }
        List<Violation> refused = violations.stream().filter(this::isRefused).toList();
        return refused.isEmpty()
                ? perform(operation, call, ((TokenVerdict.Accepted) verdict).application())
                : refusals.refuse(operation, refused);
    }

    private boolean isRefused(Violation violation) {
        return strictness == Strictness.REFUSE_OPEN
                || violation.requirement().filter(open::contains).isEmpty();
    }

    private Reply perform(Operation operation, Call call, String caller) {
        Effect effect = operation
                .effect()
                .orElseThrow(() -> new IllegalStateException(operation.id() + " has no x-tick-effect"));
        Outcome outcome = switch (effect) {
            case CREATE -> entities.submit(caller, Json.read(call.body()));
            case LIST -> entities.list(caller);
            case READ -> entities.read(caller, identity(operation, call));
            case CHANGE -> entities.change(caller, identity(operation, call), Json.read(call.body()));
        };
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
        Outcome.Conflict conflict = (Outcome.Conflict) outcome;
        return refusals.refuse(
                409, conflict.identity() + " exists with another " + conflict.property() + "; it cannot be changed.");
    }

    /** The value in place of the path's parameter; a plus sign is itself in a path. */
    private static String identity(Operation operation, Call call) {
        int start = operation.path().indexOf('{');
        int rest = operation.path().length() - operation.path().indexOf('}') - 1;
        String segment = call.path().substring(start, call.path().length() - rest);
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
