package dev.tick.conformance.conduct;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.HandClock;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.ledger.Holding;
import dev.tick.conformance.ledger.Ledger;
import dev.tick.conformance.ledger.LedgerFolder;
import dev.tick.conformance.ledger.LedgerHead;
import dev.tick.conformance.sample.RunDigests;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExitTest {
    private static final Contract CONTRACT = Specification.load("indicators").contract();
    private static final String RUN = "0a1b2c3d";
    private static final String OWN = RunDigests.of(RUN, 7);
    private static final Conduct FAST = new Conduct(new Rate(1_000_000, Duration.ofSeconds(1)), 1_000, Writing.ALLOWED);

    private final HandClock clock = new HandClock();
    private final List<Request> sent = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();
    private int status = 200;
    private String answer = "{}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.com",
                "example",
                "intranet",
                "host.example.com",
                "https://intranet/x",
                "https://user@host.com/tick-0a1b2c3d.example",
                "contoso.com/x.example",
                "contoso.com?x.example",
                "contoso.com,x.example",
                "contoso.com%2fx.example",
                "8.8.8.8",
                "0008.8.8.8",
                "10.0.0.1",
                "192.0.2.0/8",
                "192.0.2.1-192.0.3.9",
                "2001:4860::1",
                "https://[2001:4860::1]/2001:db8:",
                "da39a3ee5e6b4b0d3255bfef95601890afd80709",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            })
    void refusesWhatMayBeSomebodys(String name) {
        Sender exit = exit(FAST, EnumSet.allOf(Effect.class));
        for (String body : List.of(
                item(name, "[tick " + RUN + "]"),
                "[" + item(name, "[tick " + RUN + "]") + "]",
                "{\"Indicators\":[" + item(OWN, "x") + "," + item(name, "[tick " + RUN + "]") + "]}")) {
            UnreservedDataException refused =
                    assertThrows(UnreservedDataException.class, () -> exit.send(post("/api/indicators", body)), body);
            assertTrue(String.valueOf(refused.getMessage()).contains(name), refused.getMessage());
            assertTrue(String.valueOf(refused.getMessage()).contains("POST /api/indicators"), refused.getMessage());
        }
        assertEquals(List.of(), sent);
    }

    /** Browsers end the host at a backslash. */
    @Test
    void refusesAHostBeforeABackslash() {
        Sender exit = exit(FAST, EnumSet.allOf(Effect.class));
        String name = "https://contoso.com\\\\@x.example";
        assertThrows(
                UnreservedDataException.class,
                () -> exit.send(post("/api/indicators", item(name, "[tick " + RUN + "]"))));
        assertEquals(List.of(), sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tick-0a1b2c3d-5.example",
                "Www.Tick-0A1B2C3D-5.Example",
                "https://tick-0a1b2c3d-5.example:8443/a?b#c",
                "192.0.2.77",
                "203.0.113.255",
                "256.0.2.1",
                "99999999999.0.2.1",
                "2001:db8::g",
                "https://[2001:db8:c939:c5b5:c3e9:cce6:c4fa:c123]/",
                "no v\u00E4lue",
                "5"
            })
    void admitsReservedNames(String name) {
        exit(FAST, EnumSet.allOf(Effect.class)).send(post("/api/indicators", item(name, "[tick " + RUN + "]")));
        assertEquals(1, sent.size());
    }

    /** A defect changes or cuts the first digit, or the last ones. */
    @Test
    void admitsDigestsOfTheRunWithADefect() {
        Sender exit = exit(FAST, EnumSet.allOf(Effect.class));
        for (String digest : List.of(OWN, "g" + OWN.substring(1), OWN.substring(1), OWN + "0", OWN.substring(0, 40))) {
            exit.send(post("/api/indicators", item(digest, "x")));
        }
        assertEquals(5, sent.size());
        String others = RunDigests.of("ffffffff", 7);
        assertThrows(
                UnreservedDataException.class,
                () -> exit.send(post("/api/indicators", item(others, "[tick " + RUN + "]"))));
    }

    @Test
    void refusesSharedNamesWithoutTheRunsId() {
        Sender exit = exit(FAST, EnumSet.allOf(Effect.class));
        UnreservedDataException refused = assertThrows(
                UnreservedDataException.class, () -> exit.send(post("/api/indicators", item("192.0.2.77", "test"))));
        assertTrue(String.valueOf(refused.getMessage()).contains("the run's id"), refused.getMessage());
    }

    @Test
    void removesNothingThatTheRunDidNotCreate() {
        Sender exit = exit(FAST, EnumSet.allOf(Effect.class));
        Request removal = Request.of("DELETE", "/api/indicators/41", Map.of());
        Request batch = post("/api/indicators/BatchDelete", "{\"IndicatorIds\":[\"41\"]}");
        Request number = post("/api/indicators/BatchDelete", "{\"IndicatorIds\":[41]}");
        for (Request one : List.of(removal, removal.to("/api/indicators/%341"), batch, number)) {
            assertThrows(UnreservedDataException.class, () -> exit.send(one), one.url());
        }
        assertEquals(List.of(), sent);
        answer = "{\"id\":\"41\",\"indicatorValue\":\"" + OWN + "\"}";
        exit.send(post("/api/indicators", item(OWN, "x")));
        exit.send(removal);
        exit.send(batch);
        exit.send(Request.of("DELETE", "/api/indicators/2147483646", Map.of()));
        assertEquals(4, sent.size());
    }

    /** A server may create something without telling its number. */
    @Test
    void removesWhatAListShowsWithTheRunsMark() {
        Sender exit = exit(FAST, EnumSet.allOf(Effect.class));
        answer = "{\"value\":[{\"id\":\"41\",\"indicatorValue\":\"" + OWN + "\"},"
                + "{\"id\":\"42\",\"indicatorValue\":\"192.0.2.7\",\"title\":\"x [tick " + RUN + "]\"},"
                + "{\"id\":\"43\",\"indicatorValue\":\"192.0.2.8\",\"title\":\"x\"}]}";
        exit.send(Request.of("GET", "/api/indicators", Map.of()));
        answer = "";
        exit.send(Request.of("DELETE", "/api/indicators/41", Map.of()));
        exit.send(Request.of("DELETE", "/api/indicators/42", Map.of()));
        Request others = Request.of("DELETE", "/api/indicators/43", Map.of());
        assertThrows(UnreservedDataException.class, () -> exit.send(others));
        assertEquals(3, sent.size());
    }

    @Test
    void sendsNothingButGetWhereItMustNotWrite() {
        Sender exit = exit(new Conduct(FAST.rate(), FAST.budget(), Writing.READ_ONLY), EnumSet.allOf(Effect.class));
        exit.send(Request.of("GET", "/api/indicators", Map.of()));
        WithheldException withheld =
                assertThrows(WithheldException.class, () -> exit.send(post("/api/indicators", item(OWN, "x"))));
        assertTrue(String.valueOf(withheld.getMessage()).startsWith("read-only: "), withheld.getMessage());
        assertEquals(1, sent.size());
    }

    @Test
    void withholdsADistantEndWhereNothingCanBeRemoved() {
        Request request = post(
                "/api/indicators", "{\"indicatorValue\":\"" + OWN + "\",\"expirationTime\":\"2099-01-01T00:00:00Z\"}");
        Sender exit = exit(FAST, EnumSet.of(Effect.CREATE));
        assertThrows(WithheldException.class, () -> exit.send(request));
        exit(FAST, EnumSet.of(Effect.CREATE, Effect.REMOVE)).send(request);
        assertEquals(1, sent.size());
    }

    @ParameterizedTest
    @CsvSource({"47:59, true", "48:01, false"})
    void letsWhatNothingCanRemoveStayForTwoDaysAtMost(String ahead, boolean sends) {
        Duration time = Duration.parse("PT" + ahead.replace(":", "H") + "M");
        for (String end : List.of(
                clock.instant().plus(time).toString(),
                withoutOffset(clock.instant().plus(time)))) {
            Request request =
                    post("/api/indicators", "{\"indicatorValue\":\"" + OWN + "\",\"expirationTime\":\"" + end + "\"}");
            Sender exit = exit(FAST, EnumSet.of(Effect.CREATE));
            if (sends) {
                exit.send(request);
            } else {
                assertThrows(WithheldException.class, () -> exit.send(request), end);
            }
        }
        assertEquals(sends ? 2 : 0, sent.size());
    }

    private static String withoutOffset(Instant end) {
        return end.toString().replace("Z", "");
    }

    @Test
    void withholdsWhatNeverEndsWhereNothingCanBeRemoved() {
        Request request = post("/api/indicators", item(OWN, "x"));
        Sender exit = exit(FAST, EnumSet.of(Effect.CREATE));
        WithheldException withheld = assertThrows(WithheldException.class, () -> exit.send(request));
        assertTrue(String.valueOf(withheld.getMessage()).contains("it never ends"), withheld.getMessage());
        exit(FAST, EnumSet.of(Effect.CREATE, Effect.REMOVE_MANY)).send(request);
        assertEquals(1, sent.size());
    }

    @Test
    void stopsWhenTheBudgetIsSpent() {
        Sender exit = exit(new Conduct(FAST.rate(), 3, Writing.ALLOWED), EnumSet.allOf(Effect.class));
        for (int i = 0; i < 3; i++) {
            exit.send(Request.of("GET", "/api/indicators", Map.of()));
        }
        StoppedException stopped =
                assertThrows(StoppedException.class, () -> exit.send(Request.of("GET", "/api/indicators", Map.of())));
        assertTrue(String.valueOf(stopped.getMessage()).contains("budget of 3 requests"), stopped.getMessage());
        assertEquals(3, sent.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/indicators", "/api/indicators/import"})
    void keepsThePaceInEachWindow(String path) {
        int most = path.endsWith("import") ? 30 : 100;
        Sender exit = exit(Conduct.ofForeign(), EnumSet.allOf(Effect.class));
        for (int i = 0; i < 250; i++) {
            exit.send(post(path, "{}"));
        }
        for (int first = 0; first + most < times.size(); first++) {
            Duration window = Duration.between(times.get(first), times.get(first + most));
            assertTrue(window.compareTo(Duration.ofMinutes(1)) > 0, first + ": " + window);
        }
        Duration whole = Duration.between(times.get(0), times.get(249));
        assertTrue(whole.compareTo(Duration.ofMinutes(1).multipliedBy(250 / most + 2)) < 0, whole::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void stopsWhenHalfOfTheLastAnswersAreFailures(int failure) {
        Sender exit = exit(FAST, EnumSet.allOf(Effect.class));
        for (int i = 0; i < 19; i++) {
            status = i % 2 == 0 ? failure : 200;
            exit.send(Request.of("GET", "/api/indicators", Map.of()));
        }
        StoppedException stopped =
                assertThrows(StoppedException.class, () -> exit.send(Request.of("GET", "/api/indicators", Map.of())));
        assertTrue(String.valueOf(stopped.getMessage()).contains("10 of the last 19"), stopped.getMessage());
        assertEquals(19, sent.size());
    }

    @Test
    void sendsNoCreateThatTheLedgerDoesNotTake(@TempDir Path folder) {
        Ledger ledger = new LedgerFolder(folder)
                .begin(new LedgerHead(RUN, "http://host.example", "", "c", Set.of(), clock.instant()));
        ledger.close();
        Sender exit = exit(FAST, EnumSet.allOf(Effect.class), Optional.of(ledger));
        exit.send(Request.of("GET", "/api/indicators", Map.of()));
        StoppedException stopped =
                assertThrows(StoppedException.class, () -> exit.send(post("/api/indicators", item(OWN, "x"))));
        assertTrue(String.valueOf(stopped.getMessage()).contains("so nothing more is sent"), stopped.getMessage());
        assertEquals(1, sent.size());
    }

    /** Whatever token it leaves with in the end: the run knows a caller by the first one. */
    @Test
    void writesDownWhoCreatesWhat(@TempDir Path folder) {
        try (Ledger ledger = new LedgerFolder(folder)
                .begin(new LedgerHead(RUN, "http://host.example", "", "c", Set.of(), clock.instant()))) {
            Sender exit = exit(FAST, EnumSet.allOf(Effect.class), Optional.of(ledger));
            for (String token : List.of("token", "other")) {
                exit.send(post("/api/indicators", item(OWN, "x")).with("Authorization", "Bearer " + token));
            }
            assertEquals(
                    List.of("OTHER_APPLICATION", "SOUND"),
                    ledger.holdings().stream().map(Holding::caller).toList());
        }
    }

    @Test
    void stopsBeforeTheNextRequestWhenInterrupted() {
        Interruption interruption = new Interruption();
        Sender exit = new Exit(
                        CONTRACT,
                        target(EnumSet.allOf(Effect.class)),
                        terms(FAST),
                        RUN,
                        (length, reason) -> clock.move(length),
                        clock,
                        interruption)
                .forRun(wire(), Optional.empty());
        exit.send(Request.of("GET", "/api/indicators", Map.of()));
        interruption.ask();
        assertThrows(StoppedException.class, () -> exit.send(Request.of("GET", "/api/indicators", Map.of())));
        assertEquals(1, sent.size());
    }

    private static String item(String identity, String title) {
        return "{\"indicatorValue\":\"" + identity + "\",\"title\":\"" + title + "\"}";
    }

    private static Request post(String path, String body) {
        return Request.of("POST", path, Map.of("Content-Type", "application/json"))
                .withBody(Body.of(body));
    }

    private Sender exit(Conduct conduct, Set<Effect> capabilities) {
        return exit(conduct, capabilities, Optional.empty());
    }

    private Sender exit(Conduct conduct, Set<Effect> capabilities, Optional<Ledger> ledger) {
        return new Exit(
                        CONTRACT,
                        target(capabilities),
                        terms(conduct),
                        RUN,
                        (length, reason) -> clock.move(length),
                        clock,
                        new Interruption())
                .forRun(wire(), ledger);
    }

    /** Of a server that is not ours; the folder stays unused. */
    private static Terms terms(Conduct conduct) {
        return Terms.of(conduct, Path.of("unused"));
    }

    private static Remote target(Set<Effect> capabilities) {
        return new Remote(
                URI.create("http://host.example"),
                capabilities,
                Map.of(TokenKind.SOUND, "token", TokenKind.OTHER_APPLICATION, "other"));
    }

    private Sender wire() {
        return new Sender() {
            @Override
            public Exchange send(Request request) {
                sent.add(request);
                times.add(clock.instant());
                return new Exchange(
                        request, Optional.of(new Response(status, Headers.of(Map.of()), Body.of(answer))), "");
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
