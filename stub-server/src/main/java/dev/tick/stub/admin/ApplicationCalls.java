package dev.tick.stub.admin;

import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.text.NearestWord;
import dev.tick.stub.access.Application;
import dev.tick.stub.access.RoleNames;
import dev.tick.stub.authority.TokenAuthority;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.http.Responses;
import dev.tick.stub.state.Applications;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The admin calls about applications and their tokens.
 *
 * @param roles those that the contracts know
 */
record ApplicationCalls(Applications applications, TokenAuthority authority, List<String> roles) {
    /** The beginning of the path of one application. */
    static final String PREFIX = "/tick/applications/";

    /** Copies the roles. */
    ApplicationCalls {
        roles = List.copyOf(roles);
    }

    Response add(JsonNode body) throws AdminException {
        Application unnamed = new Application(
                AdminInput.text(body, "id", "night-job")
                        .orElse(UUID.randomUUID().toString()),
                AdminInput.secret(body, "secret").orElse(UUID.randomUUID().toString()),
                roles(body.path("roles")));
        Application application = AdminInput.text(body, "name", "night job")
                .map(unnamed::withName)
                .orElse(unnamed);
        if (!applications.addNew(application)) {
            throw new AdminException(
                    409,
                    "Conflict",
                    "id: '" + application.id() + "' is taken; choose another, or remove that one first.");
        }
        ObjectNode answer = AdminJson.application(application);
        answer.put("secret", application.secret());
        return Responses.json(201, answer);
    }

    private List<String> roles(JsonNode given) throws AdminException {
        boolean texts = given.isArray() && given.valueStream().allMatch(JsonNode::isString);
        if (!given.isMissingNode() && !texts) {
            throw AdminInput.refusal("roles: expected a list of texts such as [\"Ti.ReadWrite\"], got " + given);
        }
        List<String> held = new ArrayList<>();
        for (JsonNode role : given) {
            Optional<String> slip = RoleNames.slip(role.asString(), roles);
            if (slip.isPresent()) {
                throw AdminInput.refusal("roles: " + slip.get());
            }
            held.add(role.asString());
        }
        return held;
    }

    Response remove(Request request) throws AdminException {
        String id = PathMatch.decoded(request.path().substring(PREFIX.length()));
        if (!applications.remove(id)) {
            throw unknown(id);
        }
        return AdminService.nothing();
    }

    Response token(JsonNode body) throws AdminException {
        List<Application> all = applications.all();
        String first = all.isEmpty() ? "" : all.get(0).id();
        String id = AdminInput.text(body, "application", first).orElse(first);
        Optional<Application> application = applications.find(id);
        if (application.isEmpty()) {
            throw unknown(id);
        }
        TokenVariant variant = variant(AdminInput.text(body, "variant", "sound").orElse("sound"));
        return Responses.json(
                200,
                JsonNodeFactory.instance.objectNode().put("access_token", authority.issue(application.get(), variant)));
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
        throw AdminInput.refusal(
                "variant: expected one of " + known + ", got '" + name + "'" + NearestWord.hint(name, known));
    }

    private static String letters(String name) {
        return name.replaceAll("[_\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private AdminException unknown(String id) {
        return new AdminException(
                404,
                "NotFound",
                "The application '" + id + "' is not known; known are "
                        + applications.all().stream().map(Application::id).toList()
                        + ".");
    }
}
