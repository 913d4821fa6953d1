package dev.tick.conformance.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LanesTest {
    private final List<String> events = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Lanes lanes = new Lanes(
            new RetryingSender(new Recording(events), (length, reason) -> {}, Clock.systemUTC()),
            new InFlight(3, Duration.ZERO));

    /** Writes down when a request leaves, and with an arrow when its answer is taken. */
    private record Recording(List<String> events) implements Sender {
        @Override
        public Exchange send(Request request) {
            return start(request).get();
        }

        @Override
        public Supplier<Exchange> start(Request request) {
            events.add(request.url());
            return () -> {
                events.add("<" + request.url());
                return new Exchange(request, Optional.of(new Response(200, Map.of(), new byte[0])), "");
            };
        }

        @Override
        public void close() {
            events.add("closed");
        }
    }

    @Test
    void requestsGoTogetherAndUnitsInTheirOrder() {
        lanes.perform(List.of(() -> ask("1a", "1b"), () -> ask("2a"), () -> ask("3a", "3b"), () -> ask("4a")));
        assertEquals("1a 2a 3a <1a <2a <3a 1b 3b 4a <1b <3b <4a", told());
    }

    @Test
    void aUnitThatLooksAtAllIsAloneToItsEnd() {
        lanes.perform(List.of(
                () -> ask("1a"),
                () -> {
                    lanes.send(request("2all"), Reach.ALL);
                    ask("2b");
                },
                () -> ask("3a", "3b", "3c")));
        assertEquals("1a 3a <1a <3a 2all <2all 2b <2b 3b <3b 3c <3c", told());
    }

    @Test
    void unitsThatNeedTheSameExchangeGoOneAfterTheOther() {
        lanes.perform(List.of(
                () -> {
                    take("shared");
                    ask("1b");
                },
                () -> {
                    take("shared");
                    ask("2b");
                },
                () -> {
                    take("shared");
                    ask("3b");
                }));
        assertEquals("shared <shared 1b <1b 2b <2b 3b <3b", told());
    }

    @Test
    void whatTookPlaceBeforeThemHoldsNobodyUp() {
        known.add("shared");
        lanes.perform(List.of(
                () -> {
                    take("shared");
                    ask("1b");
                },
                () -> {
                    take("shared");
                    ask("2b");
                }));
        assertEquals("1b 2b <1b <2b", told());
    }

    /** Those that wait leave their place to others. */
    @Test
    void thoseThatWaitForAnotherTakeNoPlace() {
        lanes.perform(List.of(
                () -> take("shared"), () -> take("shared"), () -> take("shared"), () -> ask("4"), () -> ask("5")));
        assertEquals("shared 4 5 <shared <4 <5", told());
    }

    @Test
    void unitsThatWaitInACircleGoOn() {
        lanes.perform(List.of(
                () -> {
                    take("a");
                    take("b");
                    ask("1");
                },
                () -> {
                    take("b");
                    take("a");
                    ask("2");
                }));
        assertEquals("a b <a <b 1 <1 2 <2", told());
    }

    @Test
    void whatOneThrowsEndsAll() {
        List<Runnable> units = List.of(
                () -> {
                    try {
                        ask("1a", "1b", "1c");
                    } finally {
                        events.add("1 ended");
                    }
                },
                () -> {
                    ask("2a");
                    throw new StoppedException("2 stops");
                },
                () -> ask("3a", "3b"));
        StoppedException thrown = assertThrows(StoppedException.class, () -> lanes.perform(units));
        assertEquals("2 stops", thrown.getMessage());
        assertEquals("1a 2a 3a <1a <2a <3a 1 ended", told());
        lanes.perform(List.of(() -> ask("later")));
        assertTrue(told().endsWith("later <later"), this::told);
    }

    @Test
    void anErrorEndsAllAsWell() {
        List<Runnable> units = List.of(() -> {
            throw new AssertionError("a defect of the kit");
        });
        assertEquals(
                "a defect of the kit",
                assertThrows(AssertionError.class, () -> lanes.perform(units)).getMessage());
    }

    private String told() {
        return String.join(" ", events);
    }

    private void ask(String... urls) {
        for (String url : urls) {
            lanes.send(request(url), Reach.OWN);
        }
    }

    private void take(String key) {
        lanes.claim(key, () -> known.contains(key));
        if (!known.contains(key)) {
            ask(key);
            known.add(key);
        }
    }

    private static Request request(String url) {
        return Request.of("POST", url, Map.of());
    }
}
