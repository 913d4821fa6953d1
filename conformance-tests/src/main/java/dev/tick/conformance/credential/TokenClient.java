package dev.tick.conformance.credential;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.JWTAuthentication;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import dev.tick.conformance.evidence.Secrets;
import dev.tick.conformance.exchange.ConnectionFailure;
import dev.tick.conformance.exchange.ForwardProxy;
import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.TrustedAuthorities;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A client of authorities: gets tokens for credentials.
 *
 * @param proxies through which requests go
 * @param authorities that an authority's certificate may come from
 * @param deadline of one request
 * @param clock tells when tokens end, and signs assertions
 */
public record TokenClient(Proxies proxies, TrustedAuthorities authorities, Duration deadline, Clock clock) {
    /** Deadline of one request unless another is given; the vendor's authority answers within a second. */
    public static final Duration DEADLINE = Duration.ofSeconds(20);

    /**
     * Returns a token for the authority's audience.
     *
     * @throws UnissuedTokenException when there is none; the message begins with the URL or file that is to blame
     */
    public IssuedToken issue(Credential credential, Authority authority) {
        if (credential instanceof Credential.GivenToken given) {
            return IssuedToken.given(given.token());
        }
        URI endpoint = authority.tokenEndpoint();
        ClientAuthentication proof = proof(credential, endpoint);
        Instant asked = clock.instant();
        return new TokenAnswer(endpoint, answer(request(proof, authority), endpoint), asked, secrets(credential, proof))
                .token();
    }

    private ClientAuthentication proof(Credential credential, URI endpoint) {
        ClientProofs proofs = new ClientProofs(clock);
        if (credential instanceof Credential.ClientSecret secret) {
            return ClientProofs.of(secret);
        } else if (credential instanceof Credential.ClientCertificate certificate) {
            return proofs.of(certificate, endpoint);
        } else if (credential instanceof Credential.FederatedAssertion assertion) {
            return ClientProofs.of(assertion);
        }
        throw new IllegalArgumentException("a given token needs no proof");
    }

    private static TokenRequest request(ClientAuthentication proof, Authority authority) {
        TokenRequest.Builder request =
                new TokenRequest.Builder(authority.tokenEndpoint(), proof, new ClientCredentialsGrant());
        return switch (authority.version()) {
            case V1 -> request.customParameter("resource", authority.audience()).build();
            case V2 ->
                request.scope(new Scope(authority.audience() + "/.default")).build();
        };
    }

    private HTTPResponse answer(TokenRequest request, URI endpoint) {
        Optional<ForwardProxy> proxy = proxies.on(endpoint);
        try {
            ReadOnlyHTTPResponse answer = request.toHTTPRequest().send(new TokenPost(proxy, authorities, deadline));
            return (HTTPResponse) answer;
        } catch (IOException e) {
            String sentence = new ConnectionFailure("the authority", authorities, proxy).sentence(e);
            throw new UnissuedTokenException(
                    UnissuedTokenException.Origin.AUTHORITY,
                    endpoint + " gave no answer: " + sentence
                            + (sentence.contains("; ") ? "" : "; is it up, and its URL right?"));
        }
    }

    private static Secrets secrets(Credential credential, ClientAuthentication proof) {
        Stream<String> assertion = proof instanceof JWTAuthentication signed
                ? Stream.of(signed.getClientAssertion().serialize())
                : proof instanceof FederatedProof federated ? Stream.of(federated.assertion()) : Stream.empty();
        return Secrets.of(
                Stream.concat(credential.secrets().stream(), assertion).toList());
    }
}
