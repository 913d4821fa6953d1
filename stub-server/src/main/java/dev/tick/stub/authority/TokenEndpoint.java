package dev.tick.stub.authority;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.contract.TokenRules;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.stub.http.Responses;
import dev.tick.stub.state.Applications;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The authority's token endpoint for client credentials (RFC 6749, section 4.4), in the forms v1 and v2. */
public final class TokenEndpoint {
    private static final String DEFAULT_SCOPE = "/.default";

    /** Scopes of OpenID Connect about a user; MSAL4J asks for them beside every other, though an application has no user. */
    private static final Set<String> USER_SCOPES = Set.of("openid", "profile", "offline_access");

    private static final int UNAUTHORIZED = 401;
    private static final int OTHER_TENANT = 90002;
    private static final int OTHER_GRANT = 70003;
    private static final int WRONG_RESOURCE = 500011;
    private static final int WRONG_SCOPE = 70011;

    /** An error of the form v1, which is older than the one that RFC 8707 names {@code invalid_target}. */
    private static final ErrorObject INVALID_RESOURCE = new ErrorObject("invalid_resource", "", 400);

    private final TokenAuthority authority;
    private final TokenRules rules;
    private final Clock clock;
    private final ClientAuthenticator clients;
    private final Function<String, Optional<String>> tenants;

    /**
     * Serves these applications.
     *
     * @param tenants tells what is wrong with the tenant of a path, by id or name; empty for the one whose endpoint this is
     */
    public TokenEndpoint(
            TokenAuthority authority,
            TokenRules rules,
            Applications applications,
            Clock clock,
            Function<String, Optional<String>> tenants) {
        this.authority = authority;
        this.tenants = tenants;
        this.rules = rules;
        this.clock = clock;
        clients = new ClientAuthenticator(applications, new ClientAssertions(clock));
    }

    /** Answers the form v1, which names the API as {@code resource}. */
    public Response v1(Request request) {
        return answer(request, form -> resource(form.find("resource").orElse("")), this::v1);
    }

    /** Answers the form v2, which names the API as {@code scope={audience}/.default}; scopes about a user beside it say nothing. */
    public Response v2(Request request) {
        return answer(request, form -> scope(form.find("scope").orElse("")), this::v2);
    }

    private Response answer(Request request, Audience asked, Shape shape) {
        if (!request.method().equals("POST")) {
            return Responses.methodNotAllowed("POST");
        }
        try {
            String tenant = request.path().split("/", 3)[1];
            Optional<String> absence = tenants.apply(PathMatch.decoded(tenant));
            if (absence.isPresent()) {
                throw new OAuthError(OAuth2Error.INVALID_REQUEST, OTHER_TENANT, absence.get());
            }
            TokenRequest form = TokenRequest.of(request);
            String grant = form.get("grant_type");
            if (!grant.equals(GrantType.CLIENT_CREDENTIALS.getValue())) {
                throw new OAuthError(
                        OAuth2Error.UNSUPPORTED_GRANT_TYPE,
                        OTHER_GRANT,
                        "grant_type: expected 'client_credentials', got '" + grant + "'.");
            }
            ClientAuthenticator.Proven proven = clients.check(request, form, audiences(request, tenant));
            String audience = asked.of(form);
            return Responses.json(200, shape.of(authority.issue(proven, audience), audience));
        } catch (OAuthError refusal) {
            return refused(request, refusal);
        }
    }

    /**
     * Returns what an assertion may be meant for.
     *
     * @param asked the tenant as the path names it, by id or name
     */
    private Set<String> audiences(Request request, String asked) {
        return Stream.concat(
                        Stream.of(authority.issuer()),
                        Stream.of(asked, authority.tenant())
                                .map(tenant -> request.origin() + "/" + tenant)
                                .flatMap(base ->
                                        Stream.of(base + "/oauth2/token", base + "/oauth2/v2.0/token", base + "/v2.0")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private String resource(String resource) throws OAuthError {
        if (!isName(resource)) {
            throw new OAuthError(
                    INVALID_RESOURCE,
                    WRONG_RESOURCE,
                    "resource: expected the name of an API, such as '" + example() + "', got '" + resource + "'.");
        }
        return resource;
    }

    private String scope(String scope) throws OAuthError {
        List<String> asked = Stream.of(scope.split(" ", -1))
                .filter(name -> !USER_SCOPES.contains(name))
                .toList();
        String only = asked.size() == 1 ? asked.get(0) : "";
        String audience = only.endsWith(DEFAULT_SCOPE) ? only.substring(0, only.length() - DEFAULT_SCOPE.length()) : "";
        if (!isName(audience)) {
            throw new OAuthError(
                    OAuth2Error.INVALID_SCOPE,
                    WRONG_SCOPE,
                    "scope: expected the name of one API and '" + DEFAULT_SCOPE + "', such as '" + example()
                            + DEFAULT_SCOPE + "', got '" + scope + "'.");
        }
        return audience;
    }

    /** An absolute URI, or the GUID of an application; what else the API's own list of audiences holds. */
    private boolean isName(String audience) {
        try {
            return rules.audiences().contains(audience)
                    || new URI(audience).isAbsolute()
                    || audience.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private String example() {
        return rules.audiences().isEmpty()
                ? "https://api.example"
                : rules.audiences().get(0);
    }

    /** All values are texts, as recorded. */
    private ObjectNode v1(String token, String audience) {
        long now = clock.instant().getEpochSecond();
        String lifetime = Long.toString(authority.lifetime().toSeconds());
        return JsonNodeFactory.instance
                .objectNode()
                .put("token_type", "Bearer")
                .put("expires_in", lifetime)
                .put("ext_expires_in", lifetime)
                .put("expires_on", Long.toString(now + authority.lifetime().toSeconds()))
                .put("not_before", Long.toString(now))
                .put("resource", audience)
                .put("access_token", token);
    }

    private ObjectNode v2(String token, String audience) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("token_type", "Bearer")
                .put("expires_in", authority.lifetime().toSeconds())
                .put("ext_expires_in", authority.lifetime().toSeconds())
                .put("access_token", token);
    }

    private Response refused(Request request, OAuthError refusal) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("error", refusal.error().getCode());
        answer.put("error_description", refusal.error().getDescription());
        answer.putArray("error_codes").add(refusal.number());
        answer.put("timestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        answer.put("trace_id", UUID.randomUUID().toString());
        answer.put("correlation_id", UUID.randomUUID().toString());
        int status = refusal.error().getHTTPStatusCode();
        Response response = Responses.json(status, answer);
        return status == UNAUTHORIZED && request.authorization().isPresent()
                ? response.with("WWW-Authenticate", "Basic realm=\"tick\"")
                : response;
    }

    private interface Audience {
        String of(TokenRequest form) throws OAuthError;
    }

    private interface Shape {
        ObjectNode of(String token, String audience);
    }
}
