package dev.tick.stub.wiremock;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.SeenRequest;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.stub.admin.AdminService;
import dev.tick.stub.admin.Console;
import dev.tick.stub.http.Transmission;
import dev.tick.stub.operation.CountPath;
import dev.tick.stub.pipeline.OtherRequests;
import dev.tick.stub.pipeline.RequestPipeline;
import dev.tick.stub.pipeline.ServedContract;
import dev.tick.stub.tenant.RunningTenant;
import dev.tick.stub.tenant.Tenants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Routes of a stub, and who answers on each: the first that takes a request wins, and the last takes every one. */
public final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /** By path and method, where both are known beforehand: a look-up in place of a search. */
    private final Map<String, Map<String, Route>> known = new HashMap<>();

    /** The method of each path under which one entity is created: of all that loads a stub the most frequent, and of one size. */
    private final Map<String, String> quick = new HashMap<>();

    private final Tenants tenants;

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
    public Routes(Tenants tenants, AdminService admin, Console console) {
        this.tenants = tenants;
        List<ServedContract> served = tenants.own().contents().served();
        for (int place = 0; place < served.size(); place++) {
            serve(place);
        }
        token("/oauth2/token", one -> one.tokens()::v1);
        token("/oauth2/v2.0/token", one -> one.tokens()::v2);
        authority("/.well-known/openid-configuration", one -> one.discovery()::v1);
        authority("/v2.0/.well-known/openid-configuration", one -> one.discovery()::v2);
        authority("/discovery/keys", one -> one.discovery()::keys);
        authority("/discovery/v2.0/keys", one -> one.discovery()::keys);
        add(
                (method, path) -> path.startsWith(AdminService.PREFIX),
                request -> new Transmission(console.find(request).orElseGet(() -> admin.answer(request))));
        add(
                (method, path) -> true,
                request -> console.find(request)
                        .map(Transmission::new)
                        .orElseGet(() -> others(request).unknownPath(request)));
        served.forEach(this::know);
    }

    private OtherRequests others(Request request) {
        return tenants.of(request).otherRequests();
    }

    /** Makes the routes of a contract, which has the same place in every tenant. */
    private void serve(int place) {
        ServedContract served = tenants.own().contents().served().get(place);
        Function<Request, RequestPipeline> pipeline =
                request -> tenants.of(request).served().get(place).pipeline();
        // Before the paths with an id, which would take the word for one.
        served.specification()
                .contract()
                .operation(Effect.LIST)
                .ifPresent(list -> add(
                        (method, path) -> method.equals(list.method()) && CountPath.isOf(list, path),
                        request -> pipeline.apply(request).answer(list, request)));
        Map<String, List<Operation>> paths = new LinkedHashMap<>();
        for (Operation operation : served.specification().contract().operations()) {
            add(by(operation), request -> pipeline.apply(request).answer(operation, request));
            paths.computeIfAbsent(operation.path(), path -> new ArrayList<>()).add(operation);
        }
        for (SeenRequest seen : served.seen()) {
            add(by(seen.operation()), request -> pipeline.apply(request).answer(seen, request));
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
            add((method, asked) -> path.test(asked), request -> others(request).methodNotAllowed(request, allowed));
        });
    }

    /** Remembers who answers the operations whose paths have no parameter. */
    private void know(ServedContract served) {
        for (Operation operation : served.specification().contract().operations()) {
            Stream.concat(Stream.of(operation.path()), operation.aliases().stream())
                    .filter(path -> !path.contains("{"))
                    .forEach(path -> {
                        known.computeIfAbsent(path, one -> new HashMap<>())
                                .put(operation.method(), search(operation.method(), path));
                        if (operation.effect().equals(Optional.of(Effect.CREATE))) {
                            quick.put(path, operation.method());
                        }
                    });
        }
    }

    /** Returns whether requests to this address are answered within microseconds, as far as it depends on the route. */
    boolean areQuick(String method, String address) {
        return quick.getOrDefault(address, "").equals(method);
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
    private void authority(String path, Function<RunningTenant, Function<Request, Response>> answer) {
        under(path, (one, request) -> one.contents().otherRequests().authority(request, answer.apply(one)));
    }

    private void token(String path, Function<RunningTenant, Function<Request, Response>> answer) {
        under(path, (one, request) -> one.contents().otherRequests().token(request, answer.apply(one)));
    }

    private void under(String path, BiFunction<RunningTenant, Request, Transmission> answer) {
        add(
                (method, asked) -> asked.endsWith(path) && isOneSegment(asked, asked.length() - path.length()),
                request -> answer.apply(tenants.at(request), request));
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
