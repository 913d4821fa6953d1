package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.Parameters;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.stub.admin.AdminService;
import dev.tick.stub.console.Console;
import dev.tick.stub.http.Transmission;
import dev.tick.stub.service.ContractService;
import dev.tick.stub.service.Tenant;
import dev.tick.stub.token.Discovery;
import dev.tick.stub.token.TokenEndpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The mappings of the contracts, and who answers each; the first that matches wins. */
public final class Routes {
    private static final String NAME = "tick-route";

    private final List<StubMapping> mappings = new ArrayList<>();
    private final Map<String, Responder> responders = new LinkedHashMap<>();

    /** Makes a route for each operation, for other methods of its path, for the authority, for admin calls and the console, and for all else. */
    public Routes(Tenant tenant, TokenEndpoint tokens, Discovery discovery, AdminService admin, Console console) {
        tenant.served().forEach(one -> serve(one.edition().contract(), one.service()));
        ContractService service = tenant.first().service();
        authority("/oauth2/token", service, tokens::v1);
        authority("/oauth2/v2.0/token", service, tokens::v2);
        authority("/.well-known/openid-configuration", service, discovery::v1);
        authority("/v2.0/.well-known/openid-configuration", service, discovery::v2);
        authority("/discovery/keys", service, discovery::keys);
        authority("/discovery/v2.0/keys", service, discovery::keys);
        add(
                "admin",
                WireMock.any(WireMock.urlPathMatching(AdminService.PREFIX + ".*")),
                request -> new Transmission(console.find(request).orElseGet(() -> admin.answer(request))));
        add(
                "elsewhere",
                WireMock.any(WireMock.anyUrl()),
                request -> console.find(request).map(Transmission::new).orElseGet(() -> tenant.unknownPath(request)));
    }

    private void serve(Contract contract, ContractService service) {
        Map<String, List<Operation>> paths = new LinkedHashMap<>();
        for (Operation operation : contract.operations()) {
            add(
                    operation.id(),
                    WireMock.request(operation.method(), at(operation)),
                    request -> service.answer(operation, request));
            paths.computeIfAbsent(operation.path(), path -> new ArrayList<>()).add(operation);
        }
        paths.forEach((path, allowed) ->
                add(path, WireMock.any(at(allowed.get(0))), request -> service.methodNotAllowed(request, allowed)));
    }

    /** The mappings; each names its route in the parameters of its transformer. */
    public List<StubMapping> mappings() {
        return List.copyOf(mappings);
    }

    /** Answers a call by the route that a mapping names. */
    Transmission answer(Parameters parameters, Request request) {
        String name = parameters.getString(NAME);
        Responder responder = responders.get(name);
        if (responder == null) {
            throw new IllegalStateException("no route is called " + name);
        }
        return responder.answer(request);
    }

    /** The authority's paths lie under the tenant's id. */
    private void authority(String path, ContractService service, Function<Request, Response> answer) {
        add(
                "authority " + path,
                WireMock.any(WireMock.urlPathMatching("/[^/]+" + Pattern.quote(path))),
                request -> service.token(request, answer));
    }

    private void add(String name, MappingBuilder mapping, Responder responder) {
        responders.put(name, responder);
        mappings.add(mapping.atPriority(mappings.size() + 1)
                .willReturn(WireMock.aResponse()
                        .withTransformers(ContractTransformer.NAME)
                        .withTransformerParameter(NAME, name))
                .build());
    }

    /** Matches the paths of an operation, in one mapping, since each more costs every request that passes it. */
    private static UrlPattern at(Operation operation) {
        return new OperationPath(operation);
    }
}
