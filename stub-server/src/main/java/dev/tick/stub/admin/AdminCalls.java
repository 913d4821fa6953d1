package dev.tick.stub.admin;

import dev.tick.spec.document.Json;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.text.NearestWord;
import dev.tick.stub.authority.TokenAuthority;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.http.Responses;
import dev.tick.stub.pipeline.ServedContract;
import dev.tick.stub.pipeline.Tenant;
import dev.tick.stub.scenario.ScenarioPosition;
import dev.tick.stub.scenario.ScenarioReader;
import dev.tick.stub.state.Applications;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP admin API: path, method, handler. */
public final class AdminCalls {
    private final Parts parts;
    private final Supplier<ObjectNode> status;
    private final Map<String, Map<String, Handler>> handlers = new LinkedHashMap<>();

    /**
     * Creates the calls that read and change these parts of a tenant.
     *
     * @param status tells how the stub was started
     * @param tenants those about all tenants
     */
    public AdminCalls(Parts parts, Supplier<ObjectNode> status, TenantCalls tenants) {
        this.parts = parts;
        this.status = status;
        get("/tick/status", (request, body) -> Responses.json(200, status()));
        on("GET", "/tick/journal", List.of("after"), List.of(), (request, body) -> journal(request));
        on("DELETE", "/tick/journal", List.of(), List.of(), (request, body) -> {
            parts.tenant().state().journal().clear();
            return AdminService.nothing();
        });
        get("/tick/entities", (request, body) -> Responses.json(200, AdminJson.entities(parts.tenant())));
        get(
                "/tick/quotas",
                (request, body) -> Responses.json(
                        200, AdminJson.quotas(parts.tenant().state().quotas())));
        get(
                "/tick/privileges",
                (request, body) ->
                        Responses.json(200, AdminJson.privileges(parts.tenant().state())));
        for (ScenarioWords words : ScenarioWords.values()) {
            get(words.path(), (request, body) -> Responses.json(200, words.progress(position())));
            on("PUT", words.path(), List.of(), List.of(words.key()), (request, body) -> play(words, body));
            get(
                    words.listPath(),
                    (request, body) -> Responses.json(200, words.list(parts.scenarios(), parts.faults())));
        }
        get(
                "/tick/requirements",
                (request, body) -> Responses.json(
                        200, AdminJson.requirements(parts.tenant().requirements())));
        get("/tick/applications", (request, body) -> Responses.json(200, AdminJson.applications(parts.applications())));
        ofApplications();
        ofTenants(tenants);
        on("GET", "/tick/contract", List.of("name"), List.of(), (request, body) -> contract(request));
        get("/tick/contracts", (request, body) -> Responses.json(200, AdminJson.contracts(parts.tenant())));
        on("POST", "/tick/reset", List.of(), List.of(), (request, body) -> {
            parts.tenant().state().reset();
            return AdminService.nothing();
        });
    }

    private void ofApplications() {
        ApplicationCalls calls = new ApplicationCalls(
                parts.applications(),
                parts.authority(),
                parts.tenant().served().stream()
                        .flatMap(one -> one.specification().contract().tokens().roles().stream())
                        .distinct()
                        .toList());
        List<String> none = List.of();
        on(
                "POST",
                "/tick/applications",
                none,
                List.of("id", "name", "roles", "secret"),
                (request, body) -> calls.add(body));
        on("DELETE", ApplicationCalls.PREFIX + "{id}", none, none, (request, body) -> calls.remove(request));
        on("POST", "/tick/tokens", none, List.of("application", "variant"), (request, body) -> calls.token(body));
    }

    private void ofTenants(TenantCalls tenants) {
        List<String> none = List.of();
        get("/tick/tenants", (request, body) -> tenants.list());
        on("POST", "/tick/tenants", none, List.of("id", "name"), (request, body) -> tenants.add(body));
        on("DELETE", TenantCalls.PREFIX + "{id}", none, none, (request, body) -> tenants.remove(request));
    }

    /**
     * The parts of a tenant that the calls read and change.
     *
     * @param tenant what is served
     * @param scenarios reads scenarios
     * @param faults what can be broken
     * @param authority issues tokens
     */
    public record Parts(Tenant tenant, ScenarioReader scenarios, FaultCatalogue faults, TokenAuthority authority) {
        Applications applications() {
            return tenant.state().applications();
        }
    }

    interface Handler {
        Response answer(Request request, JsonNode body) throws AdminException;
    }

    Handler find(String method, String path) throws AdminException {
        String known = Stream.of(ApplicationCalls.PREFIX, TenantCalls.PREFIX)
                .filter(prefix -> path.startsWith(prefix) && path.length() > prefix.length())
                .map(prefix -> prefix + "{id}")
                .findFirst()
                .orElse(path);
        Map<String, Handler> methods = handlers.get(known);
        if (methods == null) {
            throw new AdminException(
                    404,
                    "NotFound",
                    "There is no admin call " + path + NearestWord.hint(path, handlers.keySet()) + "; there are "
                            + handlers.keySet() + ".");
        }
        return methods.getOrDefault(
                method, (request, body) -> Responses.methodNotAllowed(String.join(", ", methods.keySet())));
    }

    private void get(String path, Handler handler) {
        on("GET", path, List.of(), List.of(), handler);
    }

    /** Adds a call whose query and body have no other keys than these. */
    private void on(String method, String path, List<String> query, List<String> keys, Handler handler) {
        handlers.computeIfAbsent(path, key -> new LinkedHashMap<>()).put(method, (request, body) -> {
            AdminInput.query(request, query);
            AdminInput.hold(body, keys);
            return handler.answer(request, body);
        });
    }

    private ObjectNode status() {
        ObjectNode answer = status.get();
        answer.put("entities", parts.tenant().state().entities().size());
        answer.putObject("journal")
                .put("latest", parts.tenant().state().journal().latest())
                .put("unreadable", parts.tenant().state().journal().unreadable());
        for (ScenarioWords words : ScenarioWords.values()) {
            answer.set(words.key(), words.position(position()));
        }
        return answer;
    }

    private Response journal(Request request) throws AdminException {
        String after = AdminInput.query(request, List.of("after")).getOrDefault("after", "0");
        if (!after.matches("\\d{1,18}")) {
            throw new AdminException(400, "BadRequest", "after: expected a number, got '" + after + "'.");
        }
        return Responses.json(200, AdminJson.journal(parts.tenant().state().journal(), Long.parseLong(after)));
    }

    private ScenarioPosition position() {
        return parts.tenant().state().scenario().position();
    }

    private Response play(ScenarioWords words, JsonNode body) throws AdminException {
        JsonNode line = body.path(words.key());
        if (!line.isString()) {
            throw new AdminException(
                    400,
                    "BadRequest",
                    words.key() + ": expected a text such as \"429 x3\", got " + Json.kind(line) + ".");
        }
        try {
            parts.tenant().state().scenario().play(parts.scenarios().read(line.asString()));
        } catch (IllegalArgumentException e) {
            throw new AdminException(400, "BadRequest", String.valueOf(e.getMessage()));
        }
        return Responses.json(200, words.position(position()));
    }

    /** Returns the contract that {@code name} asks for, or else the first. */
    private Response contract(Request request) throws AdminException {
        List<ServedContract> served = parts.tenant().served();
        String name = AdminInput.query(request, List.of("name"))
                .getOrDefault(
                        "name", parts.tenant().defaultContract().specification().name());
        for (ServedContract one : served) {
            if (one.specification().name().equals(name)) {
                return Responses.json(
                        200, one.specification().contract().source().root());
            }
        }
        List<String> names =
                served.stream().map(one -> one.specification().name()).toList();
        throw new AdminException(
                404,
                "NotFound",
                "name: the contract '" + name + "' is not served" + NearestWord.hint(name, names) + "; served are "
                        + names + ".");
    }
}
