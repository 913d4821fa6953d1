package dev.tick.stub.state;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.tick.stub.access.ProvenTokens;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens in the memory of this process. */
final class InMemoryTokens implements ProvenTokens {
    /** More than the applications of a test have at once; some 2 MB. */
    static final int MOST = 1000;

    private final Map<String, JWTClaimsSet> tokens = new ConcurrentHashMap<>();

    @Override
    public Optional<JWTClaimsSet> claims(String token) {
        return Optional.ofNullable(tokens.get(token));
    }

    /** Adds a token; the others are forgotten when there are too many. */
    @Override
    public void add(String token, JWTClaimsSet claims) {
        if (tokens.size() >= MOST) {
            tokens.clear();
        }
        tokens.put(token, claims);
    }
}
