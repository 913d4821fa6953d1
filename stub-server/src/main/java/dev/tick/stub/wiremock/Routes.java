package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.stub.admin.AdminService;
import dev.tick.stub.admin.Console;
import dev.tick.stub.authority.Discovery;
import dev.tick.stub.authority.TokenEndpoint;
import dev.tick.stub.http.Call;
import dev.tick.stub.http.Reply;
import dev.tick.stub.pipeline.OtherRequests;
import dev.tick.stub.pipeline.RequestPipeline;
import dev.tick.stub.pipeline.Tenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Teaches WireMock to answer by the contracts: a mapping for each route, and who answers it; the first that matches wins. */
public final class Routes implements ResponseDefinitionTransformerV2 {
    private static final String EXTENSION = "tick-contract";
    private static final String ROUTE = "tick-route";

    private final List<StubMapping> mappings = new ArrayList<>();
    private final Map<String, Function<Call, Reply>> handlers = new LinkedHashMap<>();

    /** Makes a route for each operation, for other methods of its path, for the authority, for admin calls and the console, and for all else. */
    public Routes(Tenant tenant, TokenEndpoint tokens, Discovery discovery, AdminService admin, Console console) {
        OtherRequests others = tenant.otherRequests();
        tenant.served().forEach(one -> serve(one.edition().contract(), one.pipeline(), others));
        authority("/oauth2/token", others, tokens::v1);
        authority("/oauth2/v2.0/token", others, tokens::v2);
        authority("/.well-known/openid-configuration", others, discovery::v1);
        authority("/v2.0/.well-known/openid-configuration", others, discovery::v2);
        authority("/discovery/keys", others, discovery::keys);
        authority("/discovery/v2.0/keys", others, discovery::keys);
        add(
                "admin",
                WireMock.any(WireMock.urlPathMatching(AdminService.PREFIX + ".*")),
                call -> console.find(call).orElseGet(() -> admin.answer(call)));
        add(
                "elsewhere",
                WireMock.any(WireMock.anyUrl()),
                call -> console.find(call).orElseGet(() -> others.unknownPath(call)));
    }

    private void serve(Contract contract, RequestPipeline pipeline, OtherRequests others) {
        Map<String, List<Operation>> paths = new LinkedHashMap<>();
        for (Operation operation : contract.operations()) {
            add(
                    operation.id(),
                    WireMock.request(operation.method(), at(operation)),
                    call -> pipeline.answer(operation, call));
            paths.computeIfAbsent(operation.path(), path -> new ArrayList<>()).add(operation);
        }
        paths.forEach((path, allowed) ->
                add(path, WireMock.any(at(allowed.get(0))), call -> others.methodNotAllowed(call, allowed)));
    }

    /** The mappings; each names its route in the parameters of its transformer. */
    public List<StubMapping> mappings() {
        return List.copyOf(mappings);
    }

    /** Answers a call by the route that its mapping names. */
    @Override
    public ResponseDefinition transform(ServeEvent event) {
        String name = event.getTransformerParameters().getString(ROUTE);
        Function<Call, Reply> handler = handlers.get(name);
        if (handler == null) {
            throw new IllegalStateException("no route is called " + name);
        }
        return Exchanges.response(handler.apply(Exchanges.call(event.getRequest())));
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
    private void authority(String path, OtherRequests others, Function<Call, Reply> answer) {
        add(
                "authority " + path,
                WireMock.any(WireMock.urlPathMatching("/[^/]+" + Pattern.quote(path))),
                call -> others.token(call, answer));
    }

    private void add(String name, MappingBuilder mapping, Function<Call, Reply> handler) {
        handlers.put(name, handler);
        mappings.add(mapping.atPriority(mappings.size() + 1)
                .willReturn(WireMock.aResponse().withTransformers(EXTENSION).withTransformerParameter(ROUTE, name))
                .build());
    }

    /** The path of an operation or one of its aliases, in one mapping, since each more costs every request that passes it. */
    private static UrlPattern at(Operation operation) {
        return WireMock.urlPathMatching(Stream.concat(Stream.of(operation.path()), operation.aliases().stream())
                .map(Routes::pattern)
                .collect(Collectors.joining("|")));
    }

    /** A path parameter is one segment, percent-encoded slashes included. */
    private static String pattern(String path) {
        StringBuilder pattern = new StringBuilder();
        for (String segment : path.substring(1).split("/", -1)) {
            pattern.append('/').append(segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment));
        }
        return pattern.toString();
    }
}
