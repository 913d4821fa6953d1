package dev.tick.stub.pipeline;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.SeenRequest;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.access.Caller;
import dev.tick.stub.access.TokenFlaw;
import dev.tick.stub.access.TokenVerdict;
import dev.tick.stub.access.TokenVerifier;
import dev.tick.stub.answer.UnusualAnswers;
import dev.tick.stub.entity.OperationResult;
import dev.tick.stub.fault.FaultAction;
import dev.tick.stub.fault.RequestContext;
import dev.tick.stub.http.Transmission;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.journal.TouchedRequirements;
import dev.tick.stub.operation.FaultyOperations;
import dev.tick.stub.operation.Operations;
import dev.tick.stub.scenario.Step;
import dev.tick.stub.scenario.StepAction;
import dev.tick.stub.state.QuotaStore;
import dev.tick.stub.state.StubState;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Answers requests to the operations of one contract, in named steps: scenario, access, quota, validation, operation, delivery,
 * journal. A step of the scenario may bend those that follow it.
 */
public final class RequestPipeline {
    private static final int FIRST_ERROR = 400;

    private final Register register;
    private final StubState state;
    private final TokenVerifier tokens;
    private final Validator validator;
    private final RefusalPolicy policy;
    private final Refusals refusals;
    private final ScenarioRefusals demanded;
    private final Operations operations;
    private final FaultyOperations faulty;
    private final Responder responder;
    private final UnusualAnswers unusual;
    private final TouchedRequirements rows;
    private final String anonymousApplication;
    private final QuotaHeaders quotaHeaders;
    private final Pauses pauses;
    private final Instant started;

    RequestPipeline(Register register, ServiceParts parts, ContractParts contract) {
        this.register = register;
        state = parts.state();
        tokens = parts.tokens();
        policy = parts.policy();
        rows = parts.rows();
        anonymousApplication = parts.anonymousApplication();
        quotaHeaders = new QuotaHeaders(parts.headers());
        pauses = new Pauses(state.pauses(), parts.early());
        started = parts.clock().instant();
        validator = contract.validator();
        refusals = contract.refusals();
        demanded = new ScenarioRefusals(refusals::refuse, parts.clock());
        operations = new Operations(
                contract.specification().contract(), contract.mapping(), state.entities(), parts.pageSize());
        faulty = new FaultyOperations(contract.mapping(), state.entities(), operations);
        responder = contract.responder();
        unusual = contract.unusual();
    }

    /**
     * A request on its way.
     *
     * @param step of the scenario that it met
     * @param verdict on its token
     * @param admitted the verdict that counts under the policy
     * @param violations of the contract, in document order
     * @param facts the violations that are documented or recorded as refused
     * @param refused the violations for which it is refused under the policy
     * @param before how many requests came before it
     */
    private record Attempt(
            Operation operation,
            Request request,
            Step step,
            TokenVerdict verdict,
            TokenVerdict admitted,
            Caller caller,
            List<Violation> violations,
            List<Violation> facts,
            List<Violation> refused,
            int before) {
        /** Returns a copy that holds no more memory than the bytes of its body. */
        Attempt unparsed() {
            return new Attempt(
                    operation,
                    request.withBody(request.body().unparsed()),
                    step,
                    verdict,
                    admitted,
                    caller,
                    violations,
                    facts,
                    ViolationLimit.brief(refused),
                    before);
        }
    }

    /** Answers a request to an operation. */
    public Transmission answer(Operation operation, Request request) {
        return answer(operation, request, List.of());
    }

    /** Answers a request that clients were seen to send and no page documents; the journal says so. */
    public Transmission answer(SeenRequest seen, Request request) {
        String got = "\"" + request.method() + " " + request.path() + "\"";
        Optional<String> row = register.rowFor(Subject.CLIENT, seen.pointer()).map(Requirement::id);
        return answer(
                seen.operation(),
                request,
                List.of(new Violation("", "x-tick-seen", seen.pointer(), "a request that a page documents", got, row)));
    }

    private Transmission answer(Operation operation, Request request, List<Violation> open) {
        TokenVerdict token = tokens.verify(request.authorization(), operation.tokens());
        Optional<Response> early = tooEarly(operation, request, token);
        if (early.isPresent()) {
            return new Transmission(early.get());
        }
        Step step = state.scenario().next(operation.id());
        Attempt attempt = attempt(step, bent(token, step.action()), operation, request, open);
        Response response = refused(attempt).orElseGet(() -> formed(attempt, served(attempt)));
        List<Violation> violations = violations(attempt, response);
        state.journal().add(JournalEntry.of(request, violations, annotations(attempt, violations, response), response));
        return step.delivered(response);
    }

    /** Refuses a caller that was told to come later; it meets no step of the scenario, and no quota counts it. */
    private Optional<Response> tooEarly(Operation operation, Request request, TokenVerdict token) {
        if (!(admitted(token) instanceof TokenVerdict.Accepted accepted)) {
            return Optional.empty();
        }
        String application = accepted.caller().application();
        return pauses.brokenBy(application, operation.id()).map(broken -> {
            state.countCall();
            Response refusal = demanded.tooEarly(broken);
            JournalEntry.Annotations annotations = new JournalEntry.Annotations(
                    Optional.of(application),
                    Optional.empty(),
                    List.of(Pauses.violation(broken)),
                    List.of(),
                    Step.FINE.text(),
                    Optional.of(operation.id()));
            state.journal().add(JournalEntry.of(request, annotations, refusal));
            return refusal;
        });
    }

    /** Refuses where the scenario does; nobody knows who calls with a token that is not accepted, so nobody is told to pause. */
    private Optional<Response> refused(Attempt attempt) {
        Optional<Response> refusal = demanded.of(attempt.step().action(), attempt.request());
        if (attempt.admitted() instanceof TokenVerdict.Accepted) {
            refusal.ifPresent(response -> pause(attempt, attempt.step().place(), response));
        }
        return refusal;
    }

    private void pause(Attempt attempt, Optional<String> operation, Response told) {
        pauses.begin(attempt.caller().application(), operation, attempt.step(), told);
    }

    private Attempt attempt(
            Step step, TokenVerdict verdict, Operation operation, Request request, List<Violation> open) {
        Caller caller = caller(verdict);
        List<Violation> found = validator.request(operation, request);
        List<Violation> violations = open.isEmpty()
                ? found
                : Stream.concat(open.stream(), found.stream()).toList();
        List<Violation> facts = violations.isEmpty() ? violations : refusals.facts(violations);
        List<Violation> refused = switch (policy) {
            case EVERYTHING -> violations;
            case DOCUMENTED -> facts;
            case NOTHING -> List.of();
        };
        // Cut only now: the fact may be behind a thousand open ones.
        return new Attempt(
                operation,
                request,
                step,
                verdict,
                admitted(verdict),
                caller,
                ViolationLimit.brief(violations),
                ViolationLimit.brief(facts),
                ViolationLimit.first(refused),
                state.countCall());
    }

    private Response served(Attempt attempt) {
        Optional<FaultAction> action =
                attempt.step().faultAction(() -> context(attempt, attempt.admitted(), attempt.refused()));
        if (action.isEmpty()) {
            return sound(attempt);
        }
        if (action.get() instanceof FaultAction.OnState onState) {
            // Before it is applied: the same request again may be sound.
            Optional<Response> refusal =
                    onState instanceof FaultAction.RefuseButApply ? Optional.of(sound(attempt)) : Optional.empty();
            OperationResult result = faulty.of(attempt.operation(), attempt.request(), attempt.caller(), onState);
            return refusal.orElseGet(() -> responder.answer(attempt.operation(), attempt.request(), result));
        }
        return ((FaultAction.OnResponse) action.get())
                .alter(context(attempt, attempt.admitted(), attempt.refused()), sound(attempt));
    }

    /** Gives the answer the form that the scenario asks for; what is kept stays as it is. */
    private Response formed(Attempt attempt, Response answer) {
        return attempt.step().action() instanceof StepAction.Answered answered
                ? unusual.of(answered.form(), attempt.operation(), attempt.request(), answer)
                : answer;
    }

    private Response sound(Attempt attempt) {
        return access(attempt).orElseGet(() -> counted(attempt));
    }

    private Optional<Response> access(Attempt attempt) {
        return attempt.admitted() instanceof TokenVerdict.Rejected rejected
                ? Optional.of(refusals.refuse(rejected.status(), rejected.reason()))
                : Optional.empty();
    }

    private Response counted(Attempt attempt) {
        QuotaStore.Taken taken = state.quotas()
                .take(attempt.caller().application(), attempt.operation().id());
        Response response = taken.exhausted()
                .map(exhausted -> throttled(attempt, exhausted))
                .or(() -> validation(attempt))
                .orElseGet(() -> operation(attempt));
        return quotaHeaders.on(response, taken.standings());
    }

    private Response throttled(Attempt attempt, QuotaStore.Exhausted exhausted) {
        Response refusal = refusals.throttled(exhausted);
        pause(attempt, exhausted.operation(), refusal);
        return refusal;
    }

    private Optional<Response> validation(Attempt attempt) {
        return attempt.refused().isEmpty()
                ? Optional.empty()
                : Optional.of(refusals.refuse(attempt.operation(), attempt.refused()));
    }

    private Response operation(Attempt attempt) {
        // Asked before: what the call creates or removes would change the answer.
        Caller.Visibility reached = operations.reached(attempt.operation(), attempt.request(), attempt.caller());
        OperationResult result = operations.of(attempt.operation(), attempt.request(), attempt.caller());
        Response response = responder.answer(attempt.operation(), attempt.request(), result);
        if (response.status() < FIRST_ERROR && attempt.verdict() instanceof TokenVerdict.Accepted accepted) {
            state.privileges().count(accepted.caller(), attempt.operation(), reached, accepted.held());
        }
        return response;
    }

    /**
     * Returns what the journal says of a request. Which rows it touches is worked out when somebody looks, since that took a third of the
     * time of a refusal; of a large body at once, since the journal keeps its beginning alone.
     */
    private Supplier<JournalEntry.Annotations> annotations(
            Attempt attempt, List<Violation> violations, Response response) {
        boolean rejected = attempt.verdict() instanceof TokenVerdict.Rejected;
        if (!rejected && attempt.facts().isEmpty() && response.status() < FIRST_ERROR) {
            JournalEntry.Annotations known = annotations(attempt, violations, List.of());
            return () -> known;
        }
        boolean whole = attempt.request().body().bytes().length <= JournalEntry.MAX_BODY;
        Attempt kept = whole ? attempt.unparsed() : attempt;
        RequestContext context = context(kept, kept.verdict(), kept.facts())
                .withEntity(operations.before(attempt.operation(), attempt.request(), attempt.caller()));
        if (whole) {
            return () -> annotations(kept, violations, rows.of(kept.operation(), context));
        }
        JournalEntry.Annotations known = annotations(attempt, violations, rows.of(attempt.operation(), context));
        return () -> known;
    }

    private static JournalEntry.Annotations annotations(
            Attempt attempt, List<Violation> violations, List<String> touchedBeside) {
        Set<String> touched = new LinkedHashSet<>();
        attempt.violations().forEach(violation -> violation.requirement().ifPresent(touched::add));
        touched.addAll(touchedBeside);
        Optional<String> application = Optional.of(attempt.caller().application());
        Optional<String> token = Optional.empty();
        if (attempt.verdict() instanceof TokenVerdict.Rejected flawed) {
            application = flawed.application();
            token = Optional.of(flawed.reason());
        }
        return new JournalEntry.Annotations(
                application,
                token,
                violations,
                List.copyOf(touched),
                attempt.step().text(),
                Optional.of(attempt.operation().id()));
    }

    /** Returns the violations of the message; of a refused request, also that of a query that nobody can read. */
    private List<Violation> violations(Attempt attempt, Response response) {
        return response.status() < FIRST_ERROR || attempt.request().query().isEmpty()
                ? attempt.violations()
                : Stream.concat(
                                attempt.violations().stream(),
                                operations.queryViolation(attempt.operation(), attempt.request()).stream())
                        .toList();
    }

    private RequestContext context(Attempt attempt, TokenVerdict verdict, List<Violation> refused) {
        return new RequestContext(
                RequestContext.Route.OPERATION,
                attempt.operation(),
                attempt.request(),
                flaw(verdict),
                attempt.caller().visibility(),
                refused,
                () -> operations.before(attempt.operation(), attempt.request(), attempt.caller()),
                attempt.before(),
                started);
    }

    private static TokenVerdict bent(TokenVerdict verdict, StepAction action) {
        return action instanceof StepAction.ExpiredToken && verdict instanceof TokenVerdict.Accepted accepted
                ? new TokenVerdict.Rejected(
                        TokenFlaw.EXPIRED,
                        "The token is expired.",
                        Optional.of(accepted.caller().application()))
                : verdict;
    }

    /** Returns the verdict that counts under the policy. */
    private TokenVerdict admitted(TokenVerdict verdict) {
        return policy == RefusalPolicy.NOTHING ? new TokenVerdict.Accepted(caller(verdict), List.of()) : verdict;
    }

    private Caller caller(TokenVerdict verdict) {
        if (verdict instanceof TokenVerdict.Accepted accepted) {
            return accepted.caller();
        }
        return Caller.application(
                ((TokenVerdict.Rejected) verdict).application().orElse(anonymousApplication));
    }

    private static Optional<TokenFlaw> flaw(TokenVerdict verdict) {
        return verdict instanceof TokenVerdict.Rejected rejected ? Optional.of(rejected.flaw()) : Optional.empty();
    }
}
