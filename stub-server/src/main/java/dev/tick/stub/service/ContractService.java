package dev.tick.stub.service;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Edition;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.behaviour.Entities;
import dev.tick.stub.behaviour.EntityShape;
import dev.tick.stub.behaviour.Lists;
import dev.tick.stub.behaviour.Store;
import dev.tick.stub.fault.Situation;
import dev.tick.stub.http.Responses;
import dev.tick.stub.http.Transmission;
import dev.tick.stub.journal.Journal;
import dev.tick.stub.journal.Note;
import dev.tick.stub.journal.TouchedRequirements;
import dev.tick.stub.mood.Manner;
import dev.tick.stub.mood.Step;
import dev.tick.stub.odata.QueryReader;
import dev.tick.stub.token.Caller;
import dev.tick.stub.token.TokenFlaw;
import dev.tick.stub.token.TokenVerdict;
import dev.tick.stub.token.TokenVerifier;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
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
    private final Entities entities;
    private final Performance performance;
    private final Answers answers;
    private final String stranger;
    private final TouchedRequirements rows;
    private final Instant started;
    private final AtomicInteger calls = new AtomicInteger();

    /**
     * Serves a contract from an empty state.
     *
     * @param store what it holds, which other contracts may look at as well
     * @param rows the register's rows about refusals
     * @param stranger the application that a caller without a readable token is taken for, where one is let in
     */
    public ContractService(
            Edition edition,
            Clock clock,
            TokenVerifier tokens,
            Conditions conditions,
            Store store,
            Journal journal,
            TouchedRequirements rows,
            String stranger) {
        this.tokens = tokens;
        this.conditions = conditions;
        this.journal = journal;
        this.rows = rows;
        this.stranger = stranger;
        Contract contract = edition.contract();
        examiner = new Examiner(contract, edition.register(), clock);
        refusals = new Refusals(contract, conditions.style());
        EntityShape shape = new EntityShape(contract);
        long most = mostOnTop(contract);
        entities = new Entities(shape, store, Math.min(most, conditions.pageSize()));
        performance = new Performance(entities, new QueryReader(shape.filterable(), most));
        answers = new Answers(
                refusals,
                conditions.quotas(),
                new Lists(contract),
                performance,
                new FaultyPerformance(shape, entities, performance));
        started = clock.instant();
    }

    /** How many entities a list may be asked for. */
    private static long mostOnTop(Contract contract) {
        return contract.operation(Effect.LIST)
                .map(list -> list.query().get("$top"))
                .map(top -> top.path("maximum").asLong(Long.MAX_VALUE))
                .orElse(Long.MAX_VALUE);
    }

    /** The entities as this contract shows them. */
    public Entities entities() {
        return entities;
    }

    /** Begins to count calls anew. */
    public void reset() {
        calls.set(0);
    }

    /** Answers a call of an operation. */
    public Transmission answer(Operation operation, Request request) {
        Step step = conditions.temper().next(operation.id());
        Judgement judgement = examiner.judge(operation, request);
        List<Violation> violations = judgement.violations();
        TokenVerdict verdict = verdict(step.manner(), request, operation);
        Caller caller = caller(verdict);
        Situation facts = new Situation(
                Situation.Place.OPERATION,
                operation,
                request,
                flaw(verdict),
                judgement.facts(),
                () -> performance.before(operation, request, caller),
                calls.getAndIncrement(),
                started);
        Transmission answer = switch (conditions.strictness()) {
            case ALL -> answers.of(step.manner(), facts.with(facts.flaw(), violations), verdict, caller);
            case FACTS -> answers.of(step.manner(), facts, verdict, caller);
            case NOTHING ->
                answers.of(
                        step.manner(),
                        facts.with(Optional.empty(), List.of()),
                        new TokenVerdict.Accepted(caller),
                        caller);
        };
        journal.add(request, note(step, verdict, violations, facts, answer.response()), answer.response());
        return answer;
    }

    /** Answers a call of a known path with a method that it does not take; the body is empty, as recorded. */
    public Transmission methodNotAllowed(Request request, List<Operation> allowed) {
        String methods = allowed.stream().map(Operation::method).collect(Collectors.joining(", "));
        Response response = Responses.methodNotAllowed(methods);
        return elsewhere(Situation.Place.OTHER_METHOD, request, allowed, response);
    }

    /**
     * Answers a call of a path that no contract knows.
     *
     * @param operations of all contracts
     */
    public Transmission unknownPath(Request request, List<Operation> operations) {
        Response response = refusals.refuse(404, "There is nothing at " + request.path() + ".");
        return elsewhere(Situation.Place.UNKNOWN_PATH, request, operations, response);
    }

    /** Answers a call of the authority, unless the mood keeps it from there; such calls hold secrets, and no journal has them. */
    public Transmission token(Request request, Function<Request, Response> authority) {
        Manner manner = conditions.temper().next(Step.TOKEN).manner();
        if (manner instanceof Manner.Refused refused) {
            return new Transmission(refusals.unavailable(refused.status()));
        }
        return Answers.delivered(manner, authority.apply(request));
    }

    private Transmission elsewhere(
            Situation.Place place, Request request, List<Operation> operations, Response response) {
        Step step = conditions.temper().next(ELSEWHERE);
        int before = calls.getAndIncrement();
        Set<String> touched = new LinkedHashSet<>();
        Transmission answer = new Transmission(response);
        for (Operation operation : operations) {
            Situation situation = new Situation(
                    place, operation, request, Optional.empty(), List.of(), Optional::empty, before, started);
            answer = answers.of(step.manner(), situation, answer.response());
            touched.addAll(
                    place == Situation.Place.UNKNOWN_PATH
                            ? rows.ofUnknownPath(operation)
                            : rows.ofOtherMethod(operation));
        }
        Note note = new Note(Optional.empty(), Optional.empty(), List.of(), List.copyOf(touched), step.text());
        journal.add(request, note, answer.response());
        return answer;
    }

    private Note note(Step step, TokenVerdict verdict, List<Violation> violations, Situation facts, Response response) {
        Set<String> touched = new LinkedHashSet<>();
        violations.forEach(violation -> violation.requirement().ifPresent(touched::add));
        if (!facts.isSound() || response.status() >= FIRST_ERROR) {
            touched.addAll(rows.of(facts.operation(), facts));
        }
        return verdict instanceof TokenVerdict.Rejected rejected
                ? new Note(
                        rejected.application(),
                        Optional.of(rejected.reason()),
                        violations,
                        List.copyOf(touched),
                        step.text())
                : new Note(
                        Optional.of(caller(verdict).application()),
                        Optional.empty(),
                        violations,
                        List.copyOf(touched),
                        step.text());
    }

    private TokenVerdict verdict(Manner manner, Request request, Operation operation) {
        TokenVerdict verdict = tokens.verify(request.authorization(), operation.tokens());
        return manner instanceof Manner.ExpiredToken && verdict instanceof TokenVerdict.Accepted accepted
                ? new TokenVerdict.Rejected(
                        TokenFlaw.EXPIRED,
                        "The token is expired.",
                        Optional.of(accepted.caller().application()))
                : verdict;
    }

    private Caller caller(TokenVerdict verdict) {
        if (verdict instanceof TokenVerdict.Accepted accepted) {
            return accepted.caller();
        }
        return Caller.application(
                ((TokenVerdict.Rejected) verdict).application().orElse(stranger));
    }

    private static Optional<TokenFlaw> flaw(TokenVerdict verdict) {
        return verdict instanceof TokenVerdict.Rejected rejected ? Optional.of(rejected.flaw()) : Optional.empty();
    }
}
