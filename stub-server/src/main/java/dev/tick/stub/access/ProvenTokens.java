package dev.tick.stub.access;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Optional;

/**
 * The latest tokens whose signatures were found valid, so that each is verified once. What they claim is judged anew for each request:
 * a token that is found here may be expired, for another audience, or of an application that is gone.
 */
public interface ProvenTokens {
    /** Returns the claims of a token; empty when its signature is not known to be valid. */
    Optional<JWTClaimsSet> claims(String token);

    /** Adds a token whose signature is valid. */
    void add(String token, JWTClaimsSet claims);
}
