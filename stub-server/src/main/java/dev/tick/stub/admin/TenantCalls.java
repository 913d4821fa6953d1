package dev.tick.stub.admin;

import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.text.NearestWord;
import dev.tick.stub.access.TenantName;
import dev.tick.stub.http.Responses;
import dev.tick.stub.state.TenantStore;
import dev.tick.stub.tenant.RunningTenant;
import dev.tick.stub.tenant.Tenants;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The admin calls about the tenants of a stub.
 *
 * @param base where the stub listens, once it does
 */
public record TenantCalls(Tenants tenants, Supplier<URI> base) {
    /** The beginning of the path of one tenant. */
    static final String PREFIX = "/tick/tenants/";

    /** Returns the tenant of an id or a name. */
    RunningTenant named(String word) throws AdminException {
        return tenants.find(word).orElseThrow(() -> unknown(word));
    }

    Response list() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode all = answer.putArray("tenants");
        tenants.all().forEach(one -> all.add(described(one)));
        return Responses.json(200, answer);
    }

    /** Answers 201 for a new tenant; one that is there already is returned again. */
    Response add(JsonNode body) throws AdminException {
        Optional<String> id = AdminInput.text(body, "id", "11111111-2222-3333-4444-555555555555");
        Optional<String> name = AdminInput.text(body, "name", "team-a");
        if (id.isPresent() && name.isPresent()) {
            throw AdminInput.refusal("id, name: expected one of the two at most; leave the other out");
        }
        TenantStore.Found<RunningTenant> found;
        try {
            found = tenants.findOrAdd(
                    id.map(TenantName::requireId).or(() -> name).orElseGet(Tenants::newId));
        } catch (IllegalArgumentException e) {
            throw AdminInput.refusal(String.valueOf(e.getMessage()));
        }
        ObjectNode answer = described(found.tenant());
        ArrayNode applications = answer.putArray("applications");
        found.tenant().state().applications().all().forEach(one -> {
            ObjectNode application = AdminJson.application(one);
            one.clientSecret().ifPresent(secret -> application.put("secret", secret));
            applications.add(application);
        });
        return Responses.json(found.isNew() ? 201 : 200, answer);
    }

    Response remove(Request request) throws AdminException {
        String word = PathMatch.decoded(request.path().substring(PREFIX.length()));
        try {
            if (!tenants.remove(word)) {
                throw unknown(word);
            }
        } catch (IllegalArgumentException e) {
            throw new AdminException(409, "Conflict", e.getMessage() + ".");
        }
        return AdminService.nothing();
    }

    private ObjectNode described(RunningTenant tenant) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", tenant.names().id())
                .put("name", tenant.names().shown())
                .put("baseUrl", base.get().toString())
                .put("tokenEndpoint", base.get() + "/" + tenant.names().id() + "/oauth2/token");
    }

    private AdminException unknown(String word) {
        List<String> known = tenants.all().stream()
                .flatMap(one -> Stream.of(one.names().shown(), one.names().id()))
                .distinct()
                .toList();
        return new AdminException(
                404,
                "NotFound",
                "The tenant '" + word + "' is not known"
                        + tenants.end(word).map(reason -> ": " + reason).orElse("") + NearestWord.hint(word, known)
                        + "; known are "
                        + tenants.all().stream().map(one -> one.names().shown()).toList() + ".");
    }
}
