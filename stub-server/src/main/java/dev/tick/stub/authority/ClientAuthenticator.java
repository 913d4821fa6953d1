package dev.tick.stub.authority;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.JWTAuthentication;
import dev.tick.spec.http.Request;
import dev.tick.stub.access.Application;
import dev.tick.stub.state.Applications;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out which application sends a token request, and lets it prove that: by secret, or by assertion. */
final class ClientAuthenticator {
    private static final int NO_PROOF = 7000218;
    private static final int WRONG_SECRET = 7000215;
    private static final int UNKNOWN = 700016;
    private static final int TWO_PROOFS = 90023;
    private static final int OTHER_TYPE = 50027;

    private final Applications applications;
    private final ClientAssertions assertions;

    ClientAuthenticator(Applications applications, ClientAssertions assertions) {
        this.applications = applications;
        this.assertions = assertions;
    }

    /** An authenticated application, with the number of its kind of proof, as the token's {@code appidacr} has it. */
    record Proven(Application application, String manner) {}

    /**
     * Checks the client.
     *
     * @param audiences what an assertion may be meant for
     */
    Proven check(Request request, TokenRequest form, Set<String> audiences) throws OAuthError {
        Optional<ClientSecretBasic> basic = basic(request);
        Optional<String> assertion = form.find("client_assertion");
        Optional<String> posted = form.find("client_secret");
        long proofs =
                Stream.of(basic, assertion, posted).filter(Optional::isPresent).count();
        if (proofs > 1) {
            throw new OAuthError(
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
                .orElseThrow(() -> new OAuthError(
                        OAuth2Error.INVALID_CLIENT,
                        NO_PROOF,
                        "The body must contain 'client_assertion' or 'client_secret'."));
        if (application.clientSecret().filter(own -> same(own, secret)).isEmpty()) {
            throw new OAuthError(
                    OAuth2Error.INVALID_CLIENT,
                    WRONG_SECRET,
                    "The client secret is not one of the application '" + id + "'.");
        }
        return new Proven(application, "1");
    }

    private Application byAssertion(TokenRequest form, String assertion, Set<String> audiences) throws OAuthError {
        String type = form.get("client_assertion_type");
        if (!type.equals(JWTAuthentication.CLIENT_ASSERTION_TYPE)) {
            throw new OAuthError(
                    OAuth2Error.INVALID_REQUEST,
                    OTHER_TYPE,
                    "client_assertion_type: expected '" + JWTAuthentication.CLIENT_ASSERTION_TYPE + "', got '" + type
                            + "'.");
        }
        Optional<String> named = form.find("client_id").or(() -> ClientAssertions.subject(assertion));
        Application application = known(named.isPresent() ? named.get() : form.get("client_id"));
        assertions.verify(assertion, application, audiences);
        return application;
    }

    private Application known(String id) throws OAuthError {
        return applications
                .find(id)
                .orElseThrow(() -> new OAuthError(
                        OAuth2Error.UNAUTHORIZED_CLIENT,
                        UNKNOWN,
                        "The application '" + id + "' is not known to the tenant; was it removed?"));
    }

    private static Optional<ClientSecretBasic> basic(Request request) throws OAuthError {
        if (request.authorization().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ClientSecretBasic.parse(request.authorization().get()));
        } catch (ParseException e) {
            throw new OAuthError(
                    OAuth2Error.INVALID_CLIENT,
                    NO_PROOF,
                    "The header Authorization holds no client id and secret of the scheme Basic.");
        }
    }

    private static boolean same(String secret, String given) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
