package dev.tick.conformance.unseen;

import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Function;

/**
 * A server that runs until it is closed.
 *
 * @param baseUrl where it listens
 * @param token gives its token of a kind, by the kind's name
 * @param server closes it
 */
record RunningServer(String baseUrl, Function<String, String> token, AutoCloseable server) implements AutoCloseable {
    /** Returns it as a target with every capability and every token. */
    Remote target() {
        Map<TokenKind, String> tokens = new EnumMap<>(TokenKind.class);
        Arrays.stream(TokenKind.values()).forEach(kind -> tokens.put(kind, token.apply(kind.name())));
        return new Remote(URI.create(baseUrl), EnumSet.allOf(Effect.class), tokens);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("the server cannot be closed", e);
        }
    }
}
