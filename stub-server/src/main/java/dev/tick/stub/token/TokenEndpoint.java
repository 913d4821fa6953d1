package dev.tick.stub.token;

import dev.tick.spec.contract.TokenRules;
import dev.tick.stub.http.Call;
import dev.tick.stub.http.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The authority's token endpoint for client credentials (RFC 6749, section 4.4), in the forms v1 and v2. */
public final class TokenEndpoint {
    private static final String DEFAULT_SCOPE = "/.default";

    private final TokenAuthority authority;
    private final TokenRules rules;
    private final List<Application> applications;

    /** Serves these applications. */
    public TokenEndpoint(TokenAuthority authority, TokenRules rules, List<Application> applications) {
        this.authority = authority;
        this.rules = rules;
        this.applications = List.copyOf(applications);
    }

    /** Answers the form v1, which names the API as {@code resource}. */
    public Reply v1(Call call) {
        return answer(call, form(call.body()).getOrDefault("resource", ""), "invalid_resource", "resource");
    }

    /** Answers the form v2, which names the API as {@code scope={audience}/.default}. */
    public Reply v2(Call call) {
        String scope = form(call.body()).getOrDefault("scope", "");
        String audience =
                scope.endsWith(DEFAULT_SCOPE) ? scope.substring(0, scope.length() - DEFAULT_SCOPE.length()) : "";
        return answer(call, audience, "invalid_scope", "scope");
    }

    private Reply answer(Call call, String audience, String wrongAudience, String parameter) {
        if (!call.method().equals("POST")) {
            return new Reply(405, Map.of("Allow", "POST"), new byte[0]);
        }
        Map<String, String> form = form(call.body());
        if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
            return error(400, "unsupported_grant_type", "grant_type must be client_credentials.");
        }
        Optional<Application> application = applications.stream()
                .filter(known -> known.id().equals(form.get("client_id")))
                .filter(known -> same(known.secret(), form.getOrDefault("client_secret", "")))
                .findFirst();
        if (application.isEmpty()) {
            return error(401, "invalid_client", "No application has this client_id and client_secret.");
        }
        if (audience.isEmpty()) {
            return error(400, wrongAudience, parameter + " must name an API, such as " + example(parameter) + ".");
        }
        boolean ours = rules.audiences().contains(audience);
        return token(
                ours
                        ? authority.issue(application.get(), TokenVariant.SOUND)
                        : authority.issueFor(application.get(), audience));
    }

    private String example(String parameter) {
        String audience = rules.audiences().isEmpty()
                ? "https://api.example"
                : rules.audiences().get(0);
        return parameter.equals("scope") ? audience + DEFAULT_SCOPE : audience;
    }

    private static Reply token(String token) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("token_type", "Bearer");
        answer.put("expires_in", TokenAuthority.LIFETIME.toSeconds());
        answer.put("ext_expires_in", TokenAuthority.LIFETIME.toSeconds());
        answer.put("access_token", token);
        return Reply.json(200, answer);
    }

    private static Reply error(int status, String error, String description) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("error", error);
        answer.put("error_description", description);
        return Reply.json(status, answer);
    }

    private static boolean same(String secret, String given) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> form(byte[] body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            String[] sides = pair.split("=", 2);
            form.put(decoded(sides[0]), sides.length == 2 ? decoded(sides[1]) : "");
        }
        return form;
    }

    /** A stray percent sign names nothing that is asked for, so it stays as it came. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
