package dev.tick.stub.fault;

import dev.tick.spec.check.RequestDefect;
import dev.tick.spec.check.RequestFacts;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.access.Caller;
import dev.tick.stub.access.TokenFlaw;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * Everything that a trigger may ask about a request.
 *
 * @param route which route its method and path take
 * @param operation the operation that it calls; on another route, the operation whose faults are tried
 * @param request the request
 * @param flaw what is wrong with its token, if anything is
 * @param visibility the entities that its token reaches
 * @param refused the violations that a correct server refuses, if the token is sound
 * @param entity looks up the entity of its identity, as the caller sees it now; called by the triggers that ask for it
 * @param calls how many requests came before it
 * @param started when the server started
 */
public record RequestContext(
        Route route,
        Operation operation,
        Request request,
        Optional<TokenFlaw> flaw,
        Caller.Visibility visibility,
        List<Violation> refused,
        Supplier<Optional<JsonNode>> entity,
        int calls,
        Instant started)
        implements RequestFacts {
    /** The kinds of routes that a request can take. */
    public enum Route {
        /** Method and path are an operation's. */
        OPERATION,
        /** The path is known, the method is not. */
        OTHER_METHOD,
        /** The path is not known. */
        UNKNOWN_PATH
    }

    /** Copies the violations. */
    public RequestContext {
        refused = List.copyOf(refused);
    }

    /** Returns a copy that has looked up the entity already. */
    public RequestContext withEntity(Optional<JsonNode> found) {
        return new RequestContext(route, operation, request, flaw, visibility, refused, () -> found, calls, started);
    }

    @Override
    public Optional<RequestDefect> tokenDefect() {
        return flaw.flatMap(TokenFlaw::defect);
    }

    @Override
    public List<String> brokenConstraints() {
        return refused.stream().map(Violation::schema).distinct().toList();
    }

    @Override
    public Optional<JsonNode> before() {
        return entity.get();
    }

    @Override
    public boolean isSound() {
        return flaw.isEmpty() && refused.isEmpty();
    }
}
