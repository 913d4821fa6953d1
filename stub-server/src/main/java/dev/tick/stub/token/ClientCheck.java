package dev.tick.stub.token;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.JWTAuthentication;
import dev.tick.spec.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out which application sends a token request, and lets it prove that: by secret, or by assertion. */
final class ClientCheck {
    private static final int NO_PROOF = 7000218;
    private static final int WRONG_SECRET = 7000215;
    private static final int UNKNOWN = 700016;
    private static final int TWO_PROOFS = 90023;
    private static final int OTHER_TYPE = 50027;

    private final Applications applications;
    private final Assertions assertions;

    ClientCheck(Applications applications, Assertions assertions) {
        this.applications = applications;
        this.assertions = assertions;
    }

    /** How an application proved itself, with the number that its token's {@code appidacr} tells it by. */
    record Proven(Application application, String manner) {}

    /**
     * Checks the client.
     *
     * @param audiences what an assertion may be meant for
     */
    Proven check(Request request, TokenForm form, Set<String> audiences) throws OAuthRefusal {
        Optional<ClientSecretBasic> basic = basic(request);
        Optional<String> assertion = form.find("client_assertion");
        Optional<String> posted = form.find("client_secret");
        long proofs =
                Stream.of(basic, assertion, posted).filter(Optional::isPresent).count();
        if (proofs > 1) {
            throw new OAuthRefusal(
                    OAuth2Error.INVALID_REQUEST,
                    TWO_PROOFS,
                    "The client proves itself in " + proofs + " ways; send one: client_secret, client_assertion or the "
                            + "header Authorization.");
        }
        if (assertion.isPresent()) {
            return new Proven(byAssertion(form, assertion.get(), audiences), "2");
        }
        String id = basic.isPresent() ? basic.get().getClientID().getValue() : form.get("client_id");
        Application application = known(id);
        String secret = basic.map(header -> header.getClientSecret().getValue())
                .or(() -> posted)
                .orElseThrow(() -> new OAuthRefusal(
                        OAuth2Error.INVALID_CLIENT,
                        NO_PROOF,
                        "The body must contain 'client_assertion' or 'client_secret'."));
        if (application.clientSecret().filter(own -> same(own, secret)).isEmpty()) {
            throw new OAuthRefusal(
                    OAuth2Error.INVALID_CLIENT,
                    WRONG_SECRET,
                    "The client secret is not one of the application '" + id + "'.");
        }
        return new Proven(application, "1");
    }

    private Application byAssertion(TokenForm form, String assertion, Set<String> audiences) throws OAuthRefusal {
        String type = form.get("client_assertion_type");
        if (!type.equals(JWTAuthentication.CLIENT_ASSERTION_TYPE)) {
            throw new OAuthRefusal(
                    OAuth2Error.INVALID_REQUEST,
                    OTHER_TYPE,
                    "client_assertion_type: expected '" + JWTAuthentication.CLIENT_ASSERTION_TYPE + "', got '" + type
                            + "'.");
        }
        Optional<String> named = form.find("client_id").or(() -> Assertions.subject(assertion));
        Application application = known(named.isPresent() ? named.get() : form.get("client_id"));
        assertions.verify(assertion, application, audiences);
        return application;
    }

    private Application known(String id) throws OAuthRefusal {
        return applications
                .find(id)
                .orElseThrow(() -> new OAuthRefusal(
                        OAuth2Error.UNAUTHORIZED_CLIENT,
                        UNKNOWN,
                        "The application '" + id + "' is not known to the tenant; was it removed?"));
    }

    private static Optional<ClientSecretBasic> basic(Request request) throws OAuthRefusal {
        if (request.authorization().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ClientSecretBasic.parse(request.authorization().get()));
        } catch (ParseException e) {
            throw new OAuthRefusal(
                    OAuth2Error.INVALID_CLIENT,
                    NO_PROOF,
                    "The header Authorization holds no client id and secret of the scheme Basic.");
        }
    }

    private static boolean same(String secret, String given) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
