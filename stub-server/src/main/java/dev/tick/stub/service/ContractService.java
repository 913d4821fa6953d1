package dev.tick.stub.service;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Register;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.behaviour.EntityShape;
import dev.tick.stub.behaviour.OwnEntities;
import dev.tick.stub.fault.RefusalRows;
import dev.tick.stub.fault.Situation;
import dev.tick.stub.http.Call;
import dev.tick.stub.http.Reply;
import dev.tick.stub.journal.Journal;
import dev.tick.stub.journal.Note;
import dev.tick.stub.mood.Manner;
import dev.tick.stub.mood.Mood;
import dev.tick.stub.mood.Step;
import dev.tick.stub.token.TokenFlaw;
import dev.tick.stub.token.TokenVerdict;
import dev.tick.stub.token.TokenVerifier;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers the operations of one contract, and keeps the journal. */
public final class ContractService {
    /** The place, for a mood, of what is no operation. */
    private static final String ELSEWHERE = "elsewhere";

    private static final int FIRST_ERROR = 400;

    private final Examiner examiner;
    private final TokenVerifier tokens;
    private final Conditions conditions;
    private final Journal journal;
    private final Refusals refusals;
    private final OwnEntities entities;
    private final Performance performance;
    private final Answers answers;
    private final String stranger;
    private final List<Operation> operations;
    private final RefusalRows rows;
    private final Instant started;
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * Serves a contract from an empty state.
     *
     * @param rows the register's rows about refusals
     * @param stranger the application that a caller without a readable token is taken for, where one is let in
     */
    public ContractService(
            Contract contract,
            Register register,
            Clock clock,
            TokenVerifier tokens,
            Conditions conditions,
            Journal journal,
            RefusalRows rows,
            String stranger) {
        this.tokens = tokens;
        this.conditions = conditions;
        this.journal = journal;
        this.rows = rows;
        this.stranger = stranger;
        operations = contract.operations();
        examiner = new Examiner(contract, register, clock);
        refusals = new Refusals(contract, conditions.style());
        EntityShape shape = new EntityShape(contract);
        entities = new OwnEntities(shape, clock, conditions.capacity());
        performance = new Performance(shape, entities);
        answers = new Answers(refusals, conditions.quotas(), shape, performance);
        started = clock.instant();
    }

    /** The entities that it holds. */
    public OwnEntities entities() {
        return entities;
    }

    /** Forgets every entity, call and exchange, and is in no mood any more. */
    public void reset() {
        conditions.temper().become(Mood.fine());
        conditions.quotas().clear();
        calls.set(0);
        entities.clear();
        journal.clear();
    }

    /** Answers a call of an operation. */
    public Reply answer(Operation operation, Call call) {
        Step step = conditions.temper().next(operation.id());
        Judgement judgement = examiner.judge(operation, call.contentType(), call.body());
        List<Violation> violations = judgement.violations();
        TokenVerdict verdict = verdict(step.manner(), call);
        String caller = caller(verdict);
        Situation facts = new Situation(
                Situation.Place.OPERATION,
                operation,
                call,
                flaw(verdict),
                judgement.facts(),
                () -> performance.before(operation, call, caller),
                calls.getAndIncrement(),
                started);
        Reply reply = switch (conditions.strictness()) {
            case ALL -> answers.of(step.manner(), facts.with(facts.flaw(), violations), verdict, caller);
            case FACTS -> answers.of(step.manner(), facts, verdict, caller);
            case NOTHING ->
                answers.of(
                        step.manner(),
                        facts.with(Optional.empty(), List.of()),
                        new TokenVerdict.Accepted(caller),
                        caller);
        };
        journal.add(call, note(step, verdict, violations, facts, reply), reply);
        return reply;
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

    /** Answers a call of the authority, unless the mood keeps it from there; such calls hold secrets, and no journal has them. */
    public Reply token(Call call, Function<Call, Reply> authority) {
        Manner manner = conditions.temper().next(Step.TOKEN).manner();
        if (manner instanceof Manner.Refused refused) {
            return refusals.unavailable(refused.status());
        }
        Reply reply = authority.apply(call);
        return manner instanceof Manner.Delivered delivered ? reply.by(delivered.how()) : reply;
    }

    private Reply elsewhere(Situation.Place place, Call call, List<Operation> operations, Reply reply) {
        Step step = conditions.temper().next(ELSEWHERE);
        int before = calls.getAndIncrement();
        Set<String> touched = new LinkedHashSet<>();
        Reply altered = reply;
        for (Operation operation : operations) {
            Situation situation = new Situation(
                    place, operation, call, Optional.empty(), List.of(), Optional::empty, before, started);
            altered = answers.of(step.manner(), situation, altered);
            touched.addAll(rows.of(situation));
        }
        Note note = new Note(Optional.empty(), Optional.empty(), List.of(), List.copyOf(touched), step.text());
        journal.add(call, note, altered);
        return altered;
    }

    private Note note(Step step, TokenVerdict verdict, List<Violation> violations, Situation facts, Reply reply) {
        Set<String> touched = new LinkedHashSet<>();
        violations.forEach(violation -> violation.requirement().ifPresent(touched::add));
        if (!facts.isSound() || reply.status() >= FIRST_ERROR) {
            touched.addAll(rows.of(facts));
        }
        return verdict instanceof TokenVerdict.Rejected rejected
                ? new Note(
                        rejected.application(),
                        Optional.of(rejected.reason()),
                        violations,
                        List.copyOf(touched),
                        step.text())
                : new Note(
                        Optional.of(caller(verdict)), Optional.empty(), violations, List.copyOf(touched), step.text());
    }

    private TokenVerdict verdict(Manner manner, Call call) {
        TokenVerdict verdict = tokens.verify(call.authorization());
        return manner instanceof Manner.ExpiredToken && verdict instanceof TokenVerdict.Accepted accepted
                ? new TokenVerdict.Rejected(
                        TokenFlaw.EXPIRED, "The token is expired.", Optional.of(accepted.application()))
                : verdict;
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
}
