package dev.tick.stub.wiremock;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.SeenRequest;
import dev.tick.spec.http.Request;
import dev.tick.stub.admin.AdminService;
import dev.tick.stub.admin.Console;
import dev.tick.stub.authority.Discovery;
import dev.tick.stub.authority.TokenEndpoint;
import dev.tick.stub.http.Transmission;
import dev.tick.stub.operation.CountPath;
import dev.tick.stub.pipeline.OtherRequests;
import dev.tick.stub.pipeline.RequestPipeline;
import dev.tick.stub.pipeline.ServedContract;
import dev.tick.stub.pipeline.Tenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Routes of a stub, and who answers on each: the first that takes a request wins, and the last takes every one. */
public final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /** By path and method, where both are known beforehand: a look-up in place of a search. */
    private final Map<String, Map<String, Route>> known = new HashMap<>();

    /**
     * A route.
     *
     * @param takes which requests
     */
    private record Route(Takes takes, Function<Request, Transmission> answer) {}

    /** Tells whether a route takes a request. */
    private interface Takes {
        boolean takes(String method, String path);
    }

    /** Makes a route for each operation, for other methods of its path, for the authority, for admin calls and the console, and for all else. */
    public Routes(Tenant tenant, TokenEndpoint tokens, Discovery discovery, AdminService admin, Console console) {
        OtherRequests others = tenant.otherRequests();
        tenant.served().forEach(one -> serve(one, others));
        authority("/oauth2/token", request -> others.token(request, tokens::v1));
        authority("/oauth2/v2.0/token", request -> others.token(request, tokens::v2));
        authority("/.well-known/openid-configuration", request -> others.authority(request, discovery::v1));
        authority("/v2.0/.well-known/openid-configuration", request -> others.authority(request, discovery::v2));
        authority("/discovery/keys", request -> others.authority(request, discovery::keys));
        authority("/discovery/v2.0/keys", request -> others.authority(request, discovery::keys));
        add(
                (method, path) -> path.startsWith(AdminService.PREFIX),
                request -> new Transmission(console.find(request).orElseGet(() -> admin.answer(request))));
        add(
                (method, path) -> true,
                request -> console.find(request).map(Transmission::new).orElseGet(() -> others.unknownPath(request)));
        tenant.served().forEach(this::know);
    }

    private void serve(ServedContract served, OtherRequests others) {
        RequestPipeline pipeline = served.pipeline();
        // Before the paths with an id, which would take the word for one.
        served.specification()
                .contract()
                .operation(Effect.LIST)
                .ifPresent(list -> add(
                        (method, path) -> method.equals(list.method()) && CountPath.isOf(list, path),
                        request -> pipeline.answer(list, request)));
        Map<String, List<Operation>> paths = new LinkedHashMap<>();
        for (Operation operation : served.specification().contract().operations()) {
            add(by(operation), request -> pipeline.answer(operation, request));
            paths.computeIfAbsent(operation.path(), path -> new ArrayList<>()).add(operation);
        }
        for (SeenRequest seen : served.seen()) {
            add(by(seen.operation()), request -> pipeline.answer(seen, request));
        }
        // A path of such a request alone stays unknown to other methods.
        for (SeenRequest seen : served.seen()) {
            paths.computeIfPresent(seen.operation().path(), (path, allowed) -> {
                allowed.add(seen.operation());
                return allowed;
            });
        }
        paths.values().forEach(allowed -> {
            Predicate<String> path = at(allowed.get(0));
            add((method, asked) -> path.test(asked), request -> others.methodNotAllowed(request, allowed));
        });
    }

    /** Remembers who answers the operations whose paths have no parameter. */
    private void know(ServedContract served) {
        for (Operation operation : served.specification().contract().operations()) {
            Stream.concat(Stream.of(operation.path()), operation.aliases().stream())
                    .filter(path -> !path.contains("{"))
                    .forEach(path -> known.computeIfAbsent(path, one -> new HashMap<>())
                            .put(operation.method(), search(operation.method(), path)));
        }
    }

    /** Answers a request. */
    Transmission answer(Request request) {
        String path = request.path();
        Route route = known.getOrDefault(path, Map.of()).get(request.method());
        return (route == null ? search(request.method(), path) : route).answer().apply(request);
    }

    private Route search(String method, String path) {
        for (Route route : routes) {
            if (route.takes().takes(method, path)) {
                return route;
            }
        }
        throw new IllegalStateException("no route takes " + method + " " + path);
    }

    /** The authority's paths lie under the tenant's id. */
    private void authority(String path, Function<Request, Transmission> answer) {
        add((method, asked) -> asked.endsWith(path) && isOneSegment(asked, asked.length() - path.length()), answer);
    }

    private static boolean isOneSegment(String path, int length) {
        return length > 1 && path.startsWith("/") && path.indexOf('/', 1) == length;
    }

    private void add(Takes takes, Function<Request, Transmission> answer) {
        routes.add(new Route(takes, answer));
    }

    private static Takes by(Operation operation) {
        Predicate<String> path = at(operation);
        return (method, asked) -> method.equals(operation.method()) && path.test(asked);
    }

    private static Predicate<String> at(Operation operation) {
        return path -> operation.match(path).isPresent();
    }
}
