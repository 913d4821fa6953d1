package dev.tick.reference.firstsecond;

import java.time.Clock;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Leads each request to its operation; one at a time works on the store. */
final class SecondRoutes {
    private final FirstSecondFault fault;
    private final SecondGuard guard;
    private final SecondStore store;
    private final SecondApi api;
    private final SecondList list;

    SecondRoutes(FirstSecondFault fault, Clock clock) {
        this.fault = fault;
        this.guard = new SecondGuard(fault, clock);
        this.store = new SecondStore(fault);
        this.api = new SecondApi(store, fault, clock);
        this.list = new SecondList(store, fault);
    }

    SecondReply answer(SecondRequest request, byte[] body) {
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        boolean known = request.known();
        boolean collection = known && request.collection();
        String caller =
                guard.admit(request.header("Authorization"), collection && method.equals("GET"), known && !collection);
        if (!known) {
            throw new SecondProblem(404, "NotFound", "There is no such resource.");
        }
        synchronized (store) {
            return collection ? all(request, method, caller, body) : one(request, method, caller, body);
        }
    }

    private SecondReply all(SecondRequest request, String method, String caller, byte[] body) {
        switch (method) {
            case "GET" -> {
                String root = request.root();
                return SecondReply.of(
                        200,
                        list.page(
                                caller,
                                request.query(),
                                root + "/$metadata#TiIndicators",
                                root + "/tiindicators",
                                api.now()));
            }
            case "POST" -> {
                request.requireJson();
                SecondApi.Submitted done = api.submit(caller, request.body(body));
                SecondReply reply = SecondReply.of(done.created() ? 201 : 200, entity(request, done.entity()));
                return done.created()
                        ? reply.with(
                                "Location",
                                request.root() + "/tiindicators/"
                                        + SecondRequest.encode(done.entity().indicator()))
                        : reply;
            }
            default -> {
                return notAllowed("GET, HEAD, POST");
            }
        }
    }

    private SecondReply one(SecondRequest request, String method, String caller, byte[] body) {
        String id = request.id();
        switch (method) {
            case "GET" -> {
                return SecondReply.of(200, entity(request, api.get(caller, id)));
            }
            case "PATCH" -> {
                request.requireJson();
                return SecondReply.of(200, entity(request, api.patch(caller, id, request.body(body))));
            }
            case "DELETE" -> {
                api.delete(caller, id, request.alias());
                return SecondReply.empty(204);
            }
            default -> {
                return notAllowed("DELETE, GET, HEAD, PATCH");
            }
        }
    }

    private SecondReply notAllowed(String allow) {
        SecondReply reply = SecondReply.empty(405);
        return fault == FirstSecondFault.ALLOW_MISSING ? reply : reply.with("Allow", allow);
    }

    private static ObjectNode entity(SecondRequest request, SecondIndicator one) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("@odata.context", request.root() + "/$metadata#TiIndicators/$entity");
        body.setAll(one.json(SecondIndicator.PROPERTIES));
        return body;
    }
}
