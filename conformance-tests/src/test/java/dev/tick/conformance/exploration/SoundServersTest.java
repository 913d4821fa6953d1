package dev.tick.conformance.exploration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.reference.first.IndicatorFault;
import dev.tick.reference.first.IndicatorServer;
import dev.tick.reference.first.StyledServer;
import dev.tick.reference.today.IndicatorsServer;
import dev.tick.reference.today.Style;
import dev.tick.reference.today.TodayFault;
import dev.tick.reference.today.TokenType;
import dev.tick.reference.todaysecond.TodaySecondFault;
import dev.tick.reference.todaysecond.TodayServer;
import dev.tick.reference.todaysecond.TodayStyle;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Specification;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The exploration accuses no server that was written from the documentation, whatever the seed. */
@Execution(ExecutionMode.CONCURRENT)
class SoundServersTest {
    /** Enough for every build; the report of issue 16 tells of twenty. */
    private static final int SEEDS = 4;

    private static final Specification FIRST = Specification.load("tiindicators");
    private static final Specification TODAY = Specification.load("indicators");

    static LongStream seeds() {
        return LongStream.range(100, 100 + SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void accusesNoServerOfTheFirstEdition(long seed) {
        try (IndicatorServer server = IndicatorServer.start(IndicatorFault.NONE, "/some/prefix", Duration.ZERO)) {
            assertSound(FIRST, server.baseUrl(), named(server.tokens()), seed);
        }
        try (StyledServer server = StyledServer.start()) {
            assertSound(FIRST, server.baseUrl(), named(server.tokens()), seed);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void accusesNoServerOfTodaysEdition(long seed) {
        for (TodayStyle style : TodayStyle.values()) {
            try (TodayServer server = TodayServer.start(style, TodaySecondFault.NONE, "")) {
                assertSound(TODAY, server.baseUrl(), named(server.tokens()), seed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void accusesNoServerInSmallPages(long seed) {
        for (Style style : Style.values()) {
            try (IndicatorsServer server = IndicatorsServer.start(style, TodayFault.NONE, "", 7)) {
                Map<TokenKind, String> tokens = Map.of(
                        TokenKind.SOUND, server.token(TokenType.SOUND),
                        TokenKind.OTHER_APPLICATION, server.token(TokenType.OTHER_APPLICATION),
                        TokenKind.TENANT_WIDE, server.token(TokenType.TENANT_WIDE),
                        TokenKind.DELEGATED, server.token(TokenType.DELEGATED));
                assertSound(TODAY, server.baseUrl(), tokens, seed);
            }
        }
    }

    private static Map<TokenKind, String> named(Map<String, String> environment) {
        Map<TokenKind, String> tokens = new EnumMap<>(TokenKind.class);
        for (TokenKind kind : TokenKind.values()) {
            if (environment.containsKey(kind.variable())) {
                tokens.put(kind, environment.getOrDefault(kind.variable(), ""));
            }
        }
        return tokens;
    }

    private static void assertSound(Specification edition, String url, Map<TokenKind, String> tokens, long seed) {
        Remote target = new Remote(URI.create(url), EnumSet.allOf(Effect.class), tokens);
        Map<String, Outcome> broken =
                new Explorer(edition, target, new ExplorationPlan(ExplorationSize.standard(), seed)).broken();
        assertEquals(
                List.of(),
                broken.entrySet().stream()
                        .map(row -> row.getKey() + " " + row.getValue().detail())
                        .toList());
    }
}
