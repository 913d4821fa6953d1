package dev.tick.stub.admin;

import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.text.NearestWord;
import dev.tick.stub.access.Application;
import dev.tick.stub.authority.TokenAuthority;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.http.Responses;
import dev.tick.stub.pipeline.ServedContract;
import dev.tick.stub.pipeline.Tenant;
import dev.tick.stub.scenario.ScenarioPosition;
import dev.tick.stub.scenario.ScenarioReader;
import dev.tick.stub.state.Applications;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The HTTP admin API: path, method, handler. */
public final class AdminCalls {
    private static final String APPLICATION = "/tick/applications/";

    private final Parts parts;
    private final Supplier<ObjectNode> status;
    private final Map<String, Map<String, Handler>> handlers = new LinkedHashMap<>();

    /**
     * Creates the calls that read and change these parts of a stub.
     *
     * @param status tells how the stub was started
     */
    public AdminCalls(Parts parts, Supplier<ObjectNode> status) {
        this.parts = parts;
        this.status = status;
        get("/tick/status", (request, body) -> Responses.json(200, status()));
        get("/tick/journal", (request, body) -> journal(request));
        on("DELETE", "/tick/journal", (request, body) -> {
            parts.tenant().state().journal().clear();
            return AdminService.nothing();
        });
        get("/tick/entities", (request, body) -> Responses.json(200, AdminJson.entities(parts.tenant())));
        get(
                "/tick/quotas",
                (request, body) -> Responses.json(
                        200, AdminJson.quotas(parts.tenant().state().quotas())));
        for (ScenarioWords words : ScenarioWords.values()) {
            get(words.path(), (request, body) -> Responses.json(200, words.position(position())));
            on("PUT", words.path(), (request, body) -> play(words, body));
            get(
                    words.listPath(),
                    (request, body) -> Responses.json(200, words.list(parts.scenarios(), parts.faults())));
        }
        get(
                "/tick/requirements",
                (request, body) -> Responses.json(
                        200, AdminJson.requirements(parts.tenant().requirements())));
        get("/tick/applications", (request, body) -> Responses.json(200, AdminJson.applications(parts.applications())));
        on("POST", "/tick/applications", (request, body) -> add(body));
        on("DELETE", APPLICATION + "{id}", (request, body) -> remove(request));
        on("POST", "/tick/tokens", (request, body) -> token(body));
        get("/tick/contract", (request, body) -> contract(request));
        get("/tick/contracts", (request, body) -> Responses.json(200, AdminJson.contracts(parts.tenant())));
        on("POST", "/tick/reset", (request, body) -> {
            parts.tenant().state().reset();
            return AdminService.nothing();
        });
    }

    /**
     * The parts of a stub that the calls read and change.
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
        String known =
                path.startsWith(APPLICATION) && path.length() > APPLICATION.length() ? APPLICATION + "{id}" : path;
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
        on("GET", path, handler);
    }

    private void on(String method, String path, Handler handler) {
        handlers.computeIfAbsent(path, key -> new LinkedHashMap<>()).put(method, handler);
    }

    private ObjectNode status() {
        ObjectNode answer = status.get();
        answer.put("entities", parts.tenant().state().entities().size());
        answer.putObject("journal")
                .put("latest", parts.tenant().state().journal().latest());
        for (ScenarioWords words : ScenarioWords.values()) {
            answer.set(words.key(), words.position(position()));
        }
        return answer;
    }

    private Response journal(Request request) throws AdminException {
        String after = "0";
        for (String pair : request.query().split("&", -1)) {
            after = pair.startsWith("after=") ? pair.substring("after=".length()) : after;
        }
        if (!after.matches("\\d{1,18}")) {
            throw new AdminException(400, "BadRequest", "after: expected a number, got '" + after + "'.");
        }
        return Responses.json(200, AdminJson.journal(parts.tenant().state().journal(), Long.parseLong(after)));
    }

    private ScenarioPosition position() {
        return parts.tenant().state().scenario().position();
    }

    /** Refuses a body with a key that is not known: it would be ignored, and its sender would not learn so. */
    private static void hold(JsonNode body, List<String> known) throws AdminException {
        for (String key : body.propertyNames()) {
            if (!known.contains(key)) {
                throw new AdminException(
                        400,
                        "BadRequest",
                        "unknown key '" + key + "'" + NearestWord.hint(key, known) + "; expected one of " + known
                                + ".");
            }
        }
    }

    private Response play(ScenarioWords words, JsonNode body) throws AdminException {
        hold(body, List.of(words.key()));
        JsonNode line = body.path(words.key());
        if (!line.isString()) {
            throw new AdminException(
                    400, "BadRequest", words.key() + ": expected a text such as \"429 x3\", got " + line + ".");
        }
        try {
            parts.tenant().state().scenario().play(parts.scenarios().read(line.asString()));
        } catch (IllegalArgumentException e) {
            throw new AdminException(400, "BadRequest", String.valueOf(e.getMessage()));
        }
        return Responses.json(200, words.position(position()));
    }

    private Response add(JsonNode body) throws AdminException {
        hold(body, List.of("id", "name", "roles", "secret"));
        JsonNode given = body.path("roles");
        List<String> roles = new ArrayList<>();
        for (JsonNode role : given) {
            roles.add(role.asString(""));
        }
        boolean texts = given.isArray() && given.valueStream().allMatch(JsonNode::isString);
        if (!given.isMissingNode() && !texts) {
            throw new AdminException(
                    400,
                    "BadRequest",
                    "roles: expected a list of texts such as [\"Ti.ReadWrite\"], got " + given + ".");
        }
        Application unnamed = new Application(
                body.path("id").asString(UUID.randomUUID().toString()),
                body.path("secret").asString(UUID.randomUUID().toString()),
                roles);
        Application application =
                body.has("name") ? unnamed.withName(body.path("name").asString("")) : unnamed;
        parts.applications().add(application);
        ObjectNode answer = AdminJson.application(application);
        answer.put("secret", application.secret());
        return Responses.json(201, answer);
    }

    private Response remove(Request request) throws AdminException {
        String id = PathMatch.decoded(request.path().substring(APPLICATION.length()));
        if (!parts.applications().remove(id)) {
            throw unknown(id);
        }
        return AdminService.nothing();
    }

    private Response token(JsonNode body) throws AdminException {
        hold(body, List.of("application", "variant"));
        List<Application> all = parts.applications().all();
        String id = body.path("application")
                .asString(all.isEmpty() ? "" : all.get(0).id());
        Optional<Application> application = parts.applications().find(id);
        if (application.isEmpty()) {
            throw unknown(id);
        }
        TokenVariant variant = variant(body.path("variant").asString("sound"));
        return Responses.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", parts.authority().issue(application.get(), variant)));
    }

    /** Finds a variant by its name in whatever case, with whatever between its words: {@code without-role}, {@code withoutRole}. */
    private static TokenVariant variant(String name) throws AdminException {
        for (TokenVariant one : TokenVariant.values()) {
            if (letters(one.name()).equals(letters(name))) {
                return one;
            }
        }
        List<String> known = Arrays.stream(TokenVariant.values())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        throw new AdminException(
                400,
                "BadRequest",
                "variant: expected one of " + known + ", got '" + name + "'" + NearestWord.hint(name, known) + ".");
    }

    private static String letters(String name) {
        return name.replaceAll("[_\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private AdminException unknown(String id) {
        return new AdminException(
                404,
                "NotFound",
                "The application '" + id + "' is not known; known are "
                        + parts.applications().all().stream()
                                .map(Application::id)
                                .toList()
                        + ".");
    }

    /** Returns the contract that {@code name} asks for, or else the first. */
    private Response contract(Request request) throws AdminException {
        List<ServedContract> served = parts.tenant().served();
        String name = request.query().startsWith("name=")
                ? request.query().substring("name=".length())
                : parts.tenant().defaultContract().specification().name();
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
