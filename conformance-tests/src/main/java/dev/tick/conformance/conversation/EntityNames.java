package dev.tick.conformance.conversation;

import dev.tick.conformance.sample.Samples;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The names of entities: the identity that was submitted, and the address that stands for it in paths. */
public final class EntityNames {
    /** The server values that never change. */
    private static final Set<ServerValue> LASTING =
            EnumSet.of(ServerValue.NUMBER, ServerValue.TIME, ServerValue.CALLER, ServerValue.CALLER_KIND);

    private final Resource resource;
    private final Samples samples;

    /** Kept, since many a question is about all requests. */
    private final IdentityHashMap<Request, List<String>> identities = new IdentityHashMap<>();

    EntityNames(Resource resource, Samples samples) {
        this.resource = resource;
        this.samples = samples;
    }

    /** Returns whether an identity was drawn by this run. */
    boolean isDrawn(String identity) {
        return samples.isDrawn(identity);
    }

    /** Returns the identity that a request submitted. */
    public String identity(Exchange created) {
        return samples.identity(body(created));
    }

    /** Returns the path parameter of the entity that a request created; empty where the response does not name it. */
    public String address(Exchange created) {
        String address = resource.address();
        return address.equals(resource.identity())
                ? identity(created)
                : created.response()
                        .map(answer -> answer.json().path(address).asString(""))
                        .orElse("");
    }

    /** Returns a path parameter that no entity has. */
    public String unusedAddress() {
        return resource.address().equals(resource.identity()) ? samples.unused() : Samples.UNUSED_NUMBER;
    }

    /** Returns the path parameters of the entities that a request was to remove; none for one that removes nothing. */
    public List<String> addresses(Operation operation, Exchange exchange) {
        return switch (operation.effect().orElseThrow()) {
            case REMOVE ->
                operation.match(exchange.request().path()).flatMap(PathMatch::parameter).stream()
                        .toList();
            case REMOVE_MANY ->
                exchange.request().body().meant().map(Body::items).orElse(List.of()).stream()
                        .map(item -> item.asString(""))
                        .toList();
            case CREATE, CREATE_MANY, LIST, READ, CHANGE -> List.of();
        };
    }

    /** Returns the identities of all that a request submitted. */
    public List<String> identities(Request request) {
        return identities.computeIfAbsent(request, this::findIdentities);
    }

    private List<String> findIdentities(Request request) {
        JsonNode body = request.body().meant().orElse(JsonNodeFactory.instance.missingNode());
        return Stream.concat(Stream.of(body), Body.items(body).stream())
                .map(samples::identity)
                .filter(identity -> !identity.isEmpty())
                .toList();
    }

    /**
     * Returns the body that a request carried, or was to carry.
     *
     * @throws IllegalStateException when it is no JSON object
     */
    public ObjectNode body(Exchange exchange) {
        return exchange.request()
                .body()
                .meant()
                .filter(JsonNode::isObject)
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> new IllegalStateException(exchange.line() + " carried no JSON object"));
    }

    /** Returns what an entity must hold as long as nobody changes it: what was submitted, and the server values that never change. */
    public ObjectNode kept(Exchange created) {
        ObjectNode kept = body(created).deepCopy();
        JsonNode answered = created.response().map(Response::json).orElse(kept);
        resource.serverValues().forEach((name, kind) -> {
            if (LASTING.contains(kind) && answered.hasNonNull(name)) {
                kept.set(name, answered.path(name));
            }
        });
        return kept;
    }
}
