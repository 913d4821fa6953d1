package dev.tick.stub.refusal;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import dev.tick.spec.http.Response;
import dev.tick.stub.http.Responses;
import tools.jackson.databind.node.JsonNodeFactory;

/** The error envelope of an authority (RFC 6749, section 5.2). */
public final class OAuthEnvelope {
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;
    private static final int FIRST_OF_SERVER = 500;

    private OAuthEnvelope() {}

    /**
     * Returns a refusal that blames the client, or with 408, 429, or 500 and above a passing trouble of the authority.
     *
     * @param description for people
     */
    public static Response of(int status, String description) {
        boolean passes = status == TIMED_OUT || status == TOO_MANY || status >= FIRST_OF_SERVER;
        String code = (passes ? OAuth2Error.TEMPORARILY_UNAVAILABLE : OAuth2Error.INVALID_CLIENT).getCode();
        return Responses.json(
                status, JsonNodeFactory.instance.objectNode().put("error", code).put("error_description", description));
    }
}
