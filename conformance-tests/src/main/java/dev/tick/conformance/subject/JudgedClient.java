package dev.tick.conformance.subject;

import dev.tick.spec.contract.Effect;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * A client under test; whoever serves it gets no results of its own.
 *
 * @param name that reports show
 * @param capabilities the effects that it is asked for
 */
public record JudgedClient(String name, Set<Effect> capabilities) implements Target {
    /** The address of the stub's jar: there, the lines for curl of a report can be tried. */
    private static final URI JAR = URI.create("http://127.0.0.1:8080");

    /** Copies the effects. */
    public JudgedClient {
        capabilities = Set.copyOf(capabilities);
    }

    @Override
    public URI baseUrl() {
        return JAR;
    }

    @Override
    public Map<TokenKind, String> tokens() {
        return Map.of();
    }

    @Override
    public TokenOrigin origin() {
        return TokenOrigin.GIVEN;
    }

    /** Returns this client: it is given its tokens by the stub, and has what it has. */
    @Override
    public JudgedClient with(Set<Effect> others, Map<TokenKind, String> otherTokens) {
        return this;
    }
}
