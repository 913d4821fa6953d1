package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.StatusServer.Answer;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A target's first answer, whatever it is, ends in a result and in no exception. */
class FirstAnswerTest {
    private static final Specification TODAY = Specification.load("indicators");

    /** One character of these is two of Java's. */
    @Test
    void quotesALongRefusalInAnyScript() throws IOException {
        String words = "😀".repeat(300);
        Answer refusal = new Answer(401, Map.of(), words);
        try (StatusServer server = StatusServer.start(Map.of("/api/indicators", refusal))) {
            String stopped = new Runner(TODAY.contract(), TODAY.register(), Clock.systemUTC())
                    .run(remote(server.baseUrl()))
                    .stopped()
                    .orElseThrow();
            assertTrue(stopped.contains("; it says: " + "😀".repeat(200) + "…; is it expired"), stopped);
        }
    }

    static Stream<Throwable> obstacles() {
        return Stream.of(new StoppedException("no time left"), new OutOfMemoryError("heap"));
    }

    @ParameterizedTest
    @MethodSource("obstacles")
    void asksWithoutAnswerWhereTheAnswerCannotBeHad(Throwable obstacle) {
        Sender.Factory senders = baseUrl -> failing(obstacle);
        Exchange asked = new Runner(TODAY.contract(), TODAY.register(), Clock.systemUTC(), senders)
                .ask(remote("http://host.example"))
                .orElseThrow();
        assertTrue(asked.response().isEmpty());
        assertTrue(asked.failure().contains(String.valueOf(obstacle.getMessage())), asked.failure());
        assertEquals("POST /api/indicators -> " + asked.failure(), asked.line());
    }

    private static Remote remote(String url) {
        return new Remote(URI.create(url), Set.of(Effect.CREATE), Map.of(TokenKind.SOUND, "opaque"));
    }

    private static Sender failing(Throwable obstacle) {
        return new Sender() {
            @Override
            public Exchange send(Request request) {
                if (obstacle instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) obstacle;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
