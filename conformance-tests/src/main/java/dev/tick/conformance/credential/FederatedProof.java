package dev.tick.conformance.credential;

import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.JWTAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** An assertion of another authority about an application; the library knows those alone whose subject is the application itself. */
final class FederatedProof extends ClientAuthentication {
    private static final String TYPE = "client_assertion_type";
    private static final String ASSERTION = "client_assertion";
    private static final String CLIENT = "client_id";

    private final String assertion;

    FederatedProof(ClientID client, String assertion) {
        super(ClientAuthenticationMethod.PRIVATE_KEY_JWT, client);
        this.assertion = assertion;
    }

    String assertion() {
        return assertion;
    }

    @Override
    public Set<String> getFormParameterNames() {
        return Set.of(TYPE, ASSERTION, CLIENT);
    }

    @Override
    public void applyTo(HTTPRequest request) {
        Map<String, List<String>> form = new TreeMap<>(URLUtils.parseParameters(request.getBody()));
        form.put(CLIENT, List.of(getClientID().getValue()));
        form.put(TYPE, List.of(JWTAuthentication.CLIENT_ASSERTION_TYPE));
        form.put(ASSERTION, List.of(assertion));
        request.setBody(URLUtils.serializeParameters(form));
    }
}
