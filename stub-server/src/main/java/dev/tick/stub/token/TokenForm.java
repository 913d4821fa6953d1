package dev.tick.stub.token;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import dev.tick.spec.http.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a token request; each at most once, and an empty one is as good as none (RFC 6749, section 3.2). */
record TokenForm(Map<String, String> parameters) {
    private static final int MISSING = 900144;
    private static final int MALFORMED = 90023;

    TokenForm {
        parameters = Map.copyOf(parameters);
    }

    static TokenForm of(Request request) throws OAuthRefusal {
        String type = request.mediaType();
        if (!type.equals("application/x-www-form-urlencoded")) {
            throw new OAuthRefusal(
                    OAuth2Error.INVALID_REQUEST,
                    MALFORMED,
                    "Content-Type: expected application/x-www-form-urlencoded, got '" + type + "'.");
        }
        Map<String, String> parameters = new HashMap<>();
        for (Map.Entry<String, List<String>> parameter :
                URLUtils.parseParameters(request.body().text()).entrySet()) {
            if (parameter.getValue().size() > 1) {
                throw new OAuthRefusal(
                        OAuth2Error.INVALID_REQUEST,
                        MALFORMED,
                        "The parameter '" + parameter.getKey() + "' came "
                                + parameter.getValue().size() + " times; send it once.");
            }
            if (!parameter.getValue().get(0).isEmpty()) {
                parameters.put(parameter.getKey(), parameter.getValue().get(0));
            }
        }
        return new TokenForm(parameters);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    String get(String name) throws OAuthRefusal {
        Optional<String> value = find(name);
        if (value.isEmpty()) {
            throw new OAuthRefusal(
                    OAuth2Error.INVALID_REQUEST, MISSING, "The body must contain the parameter '" + name + "'.");
        }
        return value.get();
    }
}
