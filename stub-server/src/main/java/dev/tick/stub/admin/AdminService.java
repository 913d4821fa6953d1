package dev.tick.stub.admin;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.stub.http.Responses;
import dev.tick.stub.tenant.RunningTenant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lets admin calls in and answers them; none is kept in the journal. */
public final class AdminService {
    /** The beginning of the path of every admin call. */
    public static final String PREFIX = "/tick/";

    /** The header with the admin key. */
    public static final String KEY_HEADER = "X-Tick-Key";

    /** Words of every refusal of a caller, by which a stub can be told from other servers. */
    public static final String OF_THIS_STUB = "of this stub";

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final Optional<String> key;
    private final TenantCalls tenants;
    private final Function<RunningTenant, AdminCalls> calls;

    /**
     * Creates the service for these calls.
     *
     * @param key what each call must carry; empty for a stub that only this machine can reach
     * @param calls those that read and change a tenant
     */
    public AdminService(Optional<String> key, TenantCalls tenants, Function<RunningTenant, AdminCalls> calls) {
        this.key = key;
        this.tenants = tenants;
        this.calls = calls;
    }

    /** Answers a call. */
    public Response answer(Request request) {
        try {
            letIn(request);
            Optional<String> chosen = AdminInput.tenant(request);
            AdminCalls.Handler handler = calls.apply(
                            chosen.isPresent()
                                    ? tenants.named(chosen.get())
                                    : tenants.tenants().own())
                    .find(request.method(), request.path());
            return handler.answer(AdminInput.withoutTenant(request), body(request));
        } catch (AdminException e) {
            return refused(e);
        }
    }

    /**
     * A page of another site in a browser on this machine could call 127.0.0.1 by a name of its own (DNS rebinding), or send a
     * form or an empty POST; so a stub without a key answers only to its own names and to its own pages (a browser names the page's
     * origin in each POST), and a body must be declared as JSON, which no form can.
     */
    private void letIn(Request request) throws AdminException {
        if (key.isPresent()) {
            String given = request.header(KEY_HEADER).orElse("");
            if (!MessageDigest.isEqual(
                    key.get().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8))) {
                throw new AdminException(
                        401,
                        "Unauthorized",
                        "The header " + KEY_HEADER + " must hold the admin key " + OF_THIS_STUB + ".");
            }
        } else if (request.header("Origin")
                .filter(page -> !page.equals(request.origin()))
                .isPresent()) {
            throw new AdminException(
                    403,
                    "Forbidden",
                    "The admin calls " + OF_THIS_STUB + " are for its own pages, got the origin "
                            + request.header("Origin").get() + "; start it with an admin key to use it from another.");
        } else if (!OWN_NAMES.contains(
                String.valueOf(URI.create(request.origin()).getHost()))) {
            throw new AdminException(
                    403,
                    "Forbidden",
                    "The admin calls " + OF_THIS_STUB + " are for " + OWN_NAMES + ", got " + request.origin()
                            + "; start it with an admin key to use another name.");
        }
    }

    private static JsonNode body(Request request) throws AdminException {
        if (!request.method().equals("POST") && !request.method().equals("PUT")) {
            if (request.body().shape() != Body.Shape.EMPTY) {
                throw AdminInput.refusal(request.method() + " " + request.path() + " takes no body; send none");
            }
            return JsonNodeFactory.instance.objectNode();
        }
        Body body = request.body();
        boolean empty =
                body.shape() == Body.Shape.EMPTY && request.contentType().isEmpty();
        String type = request.mediaType();
        if (!empty && !type.equals("application/json")) {
            throw new AdminException(
                    415, "UnsupportedMediaType", "Content-Type: expected application/json, got '" + type + "'.");
        }
        return switch (body.shape()) {
            case EMPTY -> JsonNodeFactory.instance.objectNode();
            case OBJECT -> body.json();
            case ARRAY, SCALAR -> throw new AdminException(400, "BadRequest", "The body must be a JSON object.");
            case DEEP, MALFORMED ->
                throw new AdminException(
                        400,
                        "BadRequest",
                        "The body is no JSON: " + body.problem().orElseThrow());
        };
    }

    private static Response refused(AdminException refusal) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.putObject("error").put("code", refusal.code()).put("message", String.valueOf(refusal.getMessage()));
        return Responses.json(refusal.status(), envelope);
    }

    static Response nothing() {
        return Responses.bare(204);
    }
}
