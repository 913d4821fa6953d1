package dev.tick.stub.pipeline;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import dev.tick.spec.text.NearestWord;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.access.Caller;
import dev.tick.stub.fault.FaultAction;
import dev.tick.stub.fault.RequestContext;
import dev.tick.stub.http.Responses;
import dev.tick.stub.http.Transmission;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.journal.TokenCallReader;
import dev.tick.stub.refusal.OAuthEnvelope;
import dev.tick.stub.scenario.Step;
import dev.tick.stub.state.PauseStore;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers requests that are no operation of a contract: other methods, unknown paths, and those of the authority. */
public final class OtherRequests {
    private static final int INTERNAL_ERROR = 500;

    /** The place of such requests for a scenario's steps. */
    private static final String ELSEWHERE = "elsewhere";

    private final ServiceParts parts;
    private final Refusals refusals;
    private final ScenarioRefusals demanded;
    private final ScenarioRefusals demandedOfAuthority;
    private final List<Operation> operations;
    private final Pauses pauses;
    private final Instant started;

    /**
     * Creates the answers beside these contracts.
     *
     * @param refusals of the first one, whose error envelope serves unknown paths
     */
    OtherRequests(List<Specification> specifications, Refusals refusals, ServiceParts parts) {
        this.parts = parts;
        this.refusals = refusals;
        demanded = new ScenarioRefusals(refusals::refuse, parts.clock());
        demandedOfAuthority = new ScenarioRefusals(OAuthEnvelope::of, parts.clock());
        operations = specifications.stream()
                .flatMap(specification -> specification.contract().operations().stream())
                .toList();
        pauses = new Pauses(parts.state().pauses(), parts.early());
        started = parts.clock().instant();
    }

    /**
     * Answers a request to a known path with a method that it does not take; the body is empty, as recorded.
     *
     * @param allowed the operations of the path
     */
    public Transmission methodNotAllowed(Request request, List<Operation> allowed) {
        String methods = allowed.stream().map(Operation::method).collect(Collectors.joining(", "));
        Violation violation = new Violation(
                "method", "method", allowed.get(0).pointer(), methods, request.method(), Optional.empty());
        return answer(
                RequestContext.Route.OTHER_METHOD, request, allowed, violation, Responses.methodNotAllowed(methods));
    }

    /** Answers a request to a path that no contract knows. */
    public Transmission unknownPath(Request request) {
        Response refusal = refusals.refuse(404, "There is nothing at " + request.path() + ".");
        List<String> known = operations.stream().map(Operation::path).distinct().toList();
        Violation violation = new Violation(
                "path",
                "path",
                "/paths",
                "a path of the contract" + NearestWord.hint(request.path(), known),
                "\"" + request.path() + "\"",
                Optional.empty());
        return answer(RequestContext.Route.UNKNOWN_PATH, request, operations, violation, refusal);
    }

    /**
     * Answers a request that cannot be read at all, whatever it is for.
     *
     * @param request as far as it could be read
     * @param reason for people
     */
    public Response unreadable(int status, Request request, String reason) {
        Response refusal = refusals.refuse(status, reason);
        JournalEntry.Annotations annotations = new JournalEntry.Annotations(
                Optional.empty(),
                Optional.empty(),
                List.of(new Violation("request", "http", "", "a request that can be read", reason, Optional.empty())),
                List.of(),
                Step.FINE.text(),
                Optional.empty());
        parts.state().journal().addUnreadable(JournalEntry.of(request, annotations, refusal));
        return refusal;
    }

    /** Answers a request at which the stub itself failed; nobody else is blamed. */
    public Response failed(Request request, String reason) {
        Response refusal = refusals.refuse(INTERNAL_ERROR, reason);
        JournalEntry.Annotations annotations = new JournalEntry.Annotations(
                Optional.empty(), Optional.empty(), List.of(), List.of(), Step.FINE.text(), Optional.empty());
        parts.state().journal().add(JournalEntry.of(request, annotations, refusal));
        return refusal;
    }

    /** Answers a request to the authority that is none for a token, unless the scenario refuses it; no journal keeps it. */
    public Transmission authority(Request request, Function<Request, Response> authority) {
        Step step = parts.state().scenario().next(Step.TOKEN);
        return step.delivered(authorized(step, request, authority));
    }

    /** Answers a request for a token, unless the scenario refuses it; the journal keeps who asked, and what came of it. */
    public Transmission token(Request request, Function<Request, Response> authority) {
        // Whoever calls the service by a token of this client is another caller than the client that asks for tokens.
        String client = "client " + TokenCallReader.client(request).orElse("");
        Optional<PauseStore.Broken> broken = pauses.brokenBy(client, Step.TOKEN);
        Step step = broken.isPresent() ? Step.FINE : parts.state().scenario().next(Step.TOKEN);
        Response response =
                broken.map(demandedOfAuthority::tooEarly).orElseGet(() -> authorized(step, request, authority));
        if (broken.isEmpty()) {
            pauses.begin(client, Optional.empty(), step, response);
        }
        parts.state().journal().addTokenCall(TokenCallReader.of(request, response, step.text()));
        return step.delivered(response);
    }

    private Response authorized(Step step, Request request, Function<Request, Response> authority) {
        return demandedOfAuthority.of(step.action(), request).orElseGet(() -> authority.apply(request));
    }

    private Transmission answer(
            RequestContext.Route route,
            Request request,
            List<Operation> concerned,
            Violation violation,
            Response sound) {
        Step step = parts.state().scenario().next(ELSEWHERE);
        int before = parts.state().countCall();
        Set<String> touched = new LinkedHashSet<>();
        Response response = sound;
        for (Operation operation : concerned) {
            RequestContext context = new RequestContext(
                    route,
                    operation,
                    request,
                    Optional.empty(),
                    Caller.Visibility.OWN,
                    List.of(),
                    Optional::empty,
                    before,
                    started);
            response = altered(step, context, response);
            touched.addAll(
                    route == RequestContext.Route.UNKNOWN_PATH
                            ? parts.rows().ofUnknownPath(operation)
                            : parts.rows().ofOtherMethod(operation));
        }
        Response sent = demanded.of(step.action(), request).orElse(response);
        JournalEntry.Annotations annotations = new JournalEntry.Annotations(
                Optional.empty(),
                Optional.empty(),
                List.of(violation),
                List.copyOf(touched),
                step.text(),
                Optional.empty());
        parts.state().journal().add(JournalEntry.of(request, annotations, sent));
        return step.delivered(sent);
    }

    private static Response altered(Step step, RequestContext context, Response response) {
        return step.faultAction(() -> context)
                .filter(FaultAction.OnResponse.class::isInstance)
                .map(action -> ((FaultAction.OnResponse) action).alter(context, response))
                .orElse(response);
    }
}
