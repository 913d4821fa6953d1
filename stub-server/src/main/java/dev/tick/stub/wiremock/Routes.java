package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.SeenRequest;
import dev.tick.spec.http.Body;
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
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Teaches WireMock to answer by the contracts: a mapping for each route, and who answers it; the first that matches wins. */
public final class Routes implements ResponseDefinitionTransformerV2 {
    private static final String EXTENSION = "tick-contract";
    private static final String ROUTE = "tick-route";

    private final Clock clock;
    private final Body.Parser json;
    private final List<StubMapping> mappings = new ArrayList<>();
    private final Map<String, Function<Request, Transmission>> handlers = new LinkedHashMap<>();

    /** Makes a route for each operation, for other methods of its path, for the authority, for admin calls and the console, and for all else. */
    public Routes(
            Tenant tenant,
            TokenEndpoint tokens,
            Discovery discovery,
            AdminService admin,
            Console console,
            Clock clock,
            Body.Parser json) {
        this.clock = clock;
        this.json = json;
        OtherRequests others = tenant.otherRequests();
        tenant.served().forEach(one -> serve(one, others));
        authority("/oauth2/token", request -> others.token(request, tokens::v1));
        authority("/oauth2/v2.0/token", request -> others.token(request, tokens::v2));
        authority("/.well-known/openid-configuration", request -> others.authority(request, discovery::v1));
        authority("/v2.0/.well-known/openid-configuration", request -> others.authority(request, discovery::v2));
        authority("/discovery/keys", request -> others.authority(request, discovery::keys));
        authority("/discovery/v2.0/keys", request -> others.authority(request, discovery::keys));
        add(
                "admin",
                WireMock.any(WireMock.urlPathMatching(AdminService.PREFIX + ".*")),
                request -> new Transmission(console.find(request).orElseGet(() -> admin.answer(request))));
        add(
                "elsewhere",
                WireMock.any(WireMock.anyUrl()),
                request -> console.find(request).map(Transmission::new).orElseGet(() -> others.unknownPath(request)));
    }

    private void serve(ServedContract served, OtherRequests others) {
        RequestPipeline pipeline = served.pipeline();
        // Before the paths with an id, which would take the word for one.
        served.specification()
                .contract()
                .operation(Effect.LIST)
                .ifPresent(list -> add(
                        list.id() + "/$count",
                        WireMock.request(list.method(), new OperationPath(list, CountPath::isOf)),
                        request -> pipeline.answer(list, request)));
        Map<String, List<Operation>> paths = new LinkedHashMap<>();
        for (Operation operation : served.specification().contract().operations()) {
            add(
                    operation.id(),
                    WireMock.request(operation.method(), at(operation)),
                    request -> pipeline.answer(operation, request));
            paths.computeIfAbsent(operation.path(), path -> new ArrayList<>()).add(operation);
        }
        for (SeenRequest seen : served.seen()) {
            Operation operation = seen.operation();
            add(
                    operation.method() + " " + operation.path(),
                    WireMock.request(operation.method(), at(operation)),
                    request -> pipeline.answer(seen, request));
        }
        // A path of such a request alone stays unknown to other methods.
        for (SeenRequest seen : served.seen()) {
            paths.computeIfPresent(seen.operation().path(), (path, allowed) -> {
                allowed.add(seen.operation());
                return allowed;
            });
        }
        paths.forEach((path, allowed) ->
                add(path, WireMock.any(at(allowed.get(0))), request -> others.methodNotAllowed(request, allowed)));
    }

    /** Returns the mappings; each names its route in the parameters of its transformer. */
    public List<StubMapping> mappings() {
        return List.copyOf(mappings);
    }

    /** Answers a call by the route that its mapping names. */
    @Override
    public ResponseDefinition transform(ServeEvent event) {
        String name = event.getTransformerParameters().getString(ROUTE);
        Function<Request, Transmission> handler = handlers.get(name);
        if (handler == null) {
            throw new IllegalStateException("no route is called " + name);
        }
        return MessageTranslation.response(handler.apply(MessageTranslation.request(event.getRequest(), json)), clock);
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public String getName() {
        return EXTENSION;
    }

    /** The authority's paths lie under the tenant's id. */
    private void authority(String path, Function<Request, Transmission> answer) {
        add("authority " + path, WireMock.any(WireMock.urlPathMatching("/[^/]+" + Pattern.quote(path))), answer);
    }

    private void add(String name, MappingBuilder mapping, Function<Request, Transmission> handler) {
        handlers.put(name, handler);
        mappings.add(mapping.atPriority(mappings.size() + 1)
                .willReturn(WireMock.aResponse().withTransformers(EXTENSION).withTransformerParameter(ROUTE, name))
                .build());
    }

    /** Matches the paths of an operation, in one mapping, since each more costs every request that passes it. */
    private static UrlPattern at(Operation operation) {
        return new OperationPath(operation, (one, path) -> one.match(path).isPresent());
    }
}
