package dev.tick.stub.authority;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.GrantType;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.SubjectType;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.stub.http.Responses;
import java.net.URI;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The public documents of the authority: where its endpoints are (OpenID discovery), and its public keys. */
public final class Discovery {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TokenAuthority authority;

    /** Creates the documents of this authority. */
    public Discovery(TokenAuthority authority) {
        this.authority = authority;
    }

    /** Returns the document of the form v1. */
    public Response v1(Request request) {
        return document(request.origin() + "/" + authority.tenant(), "/oauth2", "/discovery/keys");
    }

    /** The document of the form v2. */
    public Response v2(Request request) {
        return document(request.origin() + "/" + authority.tenant(), "/oauth2/v2.0", "/discovery/v2.0/keys");
    }

    /** Returns the public keys. */
    public Response keys(Request request) {
        return Responses.json(200, JSON.readTree(new JWKSet(authority.publicKey()).toString()));
    }

    private Response document(String tenant, String endpoints, String keys) {
        OIDCProviderMetadata metadata = new OIDCProviderMetadata(
                new Issuer(authority.issuer()), List.of(SubjectType.PAIRWISE), URI.create(tenant + keys));
        metadata.setTokenEndpointURI(URI.create(tenant + endpoints + "/token"));
        // Nobody signs in here, but msal-node does not ask for a token where the document names no such place.
        metadata.setAuthorizationEndpointURI(URI.create(tenant + endpoints + "/authorize"));
        metadata.setGrantTypes(List.of(GrantType.CLIENT_CREDENTIALS));
        metadata.setTokenEndpointAuthMethods(List.of(
                ClientAuthenticationMethod.CLIENT_SECRET_POST,
                ClientAuthenticationMethod.CLIENT_SECRET_BASIC,
                ClientAuthenticationMethod.PRIVATE_KEY_JWT));
        return Responses.json(200, JSON.readTree(metadata.toString()));
    }
}
