package dev.tick.conformance.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.QuickSender;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.ledger.Holding.Likelihood;
import dev.tick.conformance.ledger.Ledger;
import dev.tick.conformance.ledger.LedgerHead;
import dev.tick.conformance.ledger.LedgerItem;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.document.Json;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clean-up takes for the run's, and what it does not. */
class CleanerTest {
    private static final String RUN = "0a1b2c3d";
    private static final String IDENTITY = "tick-" + RUN + ".example";
    private static final Set<Effect> ALL = EnumSet.allOf(Effect.class);

    @TempDir
    private Path folder;

    /** A server that begins anew gives the same numbers to others. */
    @Test
    void touchesNothingElseAtAnAddress() {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            String before = target.holdings();
            String address = Json.read(before.getBytes(StandardCharsets.UTF_8))
                    .path(0)
                    .path("id")
                    .asString("");
            CleanUpReport report = clean(
                    target,
                    EnumSet.of(Effect.LIST, Effect.REMOVE, Effect.REMOVE_MANY),
                    "tick-" + RUN + ".example",
                    address);
            assertEquals(before, target.holdings());
            assertEquals(0, report.removed());
            assertEquals(List.of("tick-" + RUN + ".example"), report.unsure());
        }
    }

    @Test
    void findsWhatTheServerWritesInItsOwnWay() {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            String before = target.holdings();
            target.submit("tick-" + RUN + "-a.example");
            try (Ledger ledger = ledger(target, ALL)) {
                ledger.submits(
                        "SOUND", "POST /", List.of(item(" TICK-" + RUN.toUpperCase(Locale.ROOT) + "-A.example")));
                CleanUpReport report = target.runner(QuickSender::new).cleanUp(target.remote(), ledger);
                assertEquals(1, report.removed());
                assertTrue(report.isComplete(), report::toString);
            }
            assertEquals(before, target.holdings());
        }
    }

    @Test
    void asksForTheRemovalOfWhatIsNotListed() {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            assertTrue(clean(target, ALL, "tick-" + RUN + ".example", "999999").isComplete());
            CleanUpReport report =
                    clean(target, EnumSet.of(Effect.LIST, Effect.REMOVE_MANY), "tick-" + RUN + ".example", "999999");
            assertEquals(List.of("tick-" + RUN + ".example"), report.unsure());
            assertFalse(report.isComplete());
        }
    }

    @Test
    void believesNoRemovalOfManyThatNothingShows() {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            String address = target.submit("tick-" + RUN + ".example");
            CleanUpReport report = clean(target, EnumSet.of(Effect.REMOVE_MANY), "tick-" + RUN + ".example", address);
            assertEquals(List.of("tick-" + RUN + ".example"), report.unsure());
            assertEquals(0, report.removed());
        }
    }

    /** What is still listed is kept, whatever the answer to its removal was; the ledger goes on naming it. */
    @Test
    void believesNoRemovalThatTheListContradicts() {
        try (ForeignTarget target = new ForeignTarget(folder);
                Ledger ledger = ledger(target, ALL)) {
            String address = submitted(target, ledger);
            CleanUpReport report = target.runner(base -> new LyingSender(new QuickSender(base)))
                    .cleanUp(target.remote(), ledger);
            assertEquals(0, report.removed());
            assertEquals(
                    List.of("the target keeps '" + IDENTITY + "' (" + address
                            + "): it said that it removed it, and shows it; remove it by hand"),
                    report.troubles());
            assertTrue(Files.exists(ledger.file()));
        }
    }

    /** The answer to a removal by the run itself is no more than an answer. */
    @Test
    void removesWhatTheRunWasToldToHaveRemoved() {
        try (ForeignTarget target = new ForeignTarget(folder);
                Ledger ledger = ledger(target, ALL)) {
            String before = target.holdings();
            String address = submitted(target, ledger);
            ledger.gone("SOUND", Set.of(address));
            CleanUpReport report = target.runner(QuickSender::new).cleanUp(target.remote(), ledger);
            assertEquals(1, report.removed());
            assertEquals(before, target.holdings());
        }
    }

    /** Without the list behind the removals, nobody knows what they did. */
    @Test
    void keepsTheLedgerWhereTheListBehindTheRemovalsIsMissing() {
        AtomicInteger lists = new AtomicInteger();
        try (ForeignTarget target = new ForeignTarget(folder);
                Ledger ledger = ledger(target, ALL)) {
            submitted(target, ledger);
            CleanUpReport report = target.runner(base -> new ListingOnce(new QuickSender(base), lists))
                    .cleanUp(target.remote(), ledger);
            assertFalse(report.isComplete(), report::toString);
            assertTrue(Files.exists(ledger.file()));
        }
    }

    /** Answers the first list alone. */
    private record ListingOnce(Sender sender, AtomicInteger lists) implements Sender {
        @Override
        public Exchange send(Request request) {
            return request.method().equals("GET")
                            && request.path().equals("/api/indicators")
                            && lists.incrementAndGet() > 1
                    ? new Exchange(request, Optional.empty(), "Connection reset")
                    : sender.send(request);
        }

        @Override
        public void close() {
            sender.close();
        }
    }

    /** Says of everything that it is removed, and removes nothing. */
    private record LyingSender(Sender sender) implements Sender {
        @Override
        public Exchange send(Request request) {
            return request.method().equals("DELETE") || request.path().endsWith("BatchDelete")
                    ? new Exchange(request, Optional.of(new Response(204, Map.of(), new byte[0])), "")
                    : sender.send(request);
        }

        @Override
        public void close() {
            sender.close();
        }
    }

    /** A server that is down is not asked for each entity, and "by hand" would be no remedy. */
    @Test
    void stopsWhereNothingAnswers() {
        AtomicInteger requests = new AtomicInteger();
        Sender down = new Sender() {
            @Override
            public Exchange send(Request request) {
                requests.incrementAndGet();
                return new Exchange(request, Optional.empty(), "Connection refused");
            }

            @Override
            public void close() {
                // Nothing to close.
            }
        };
        try (ForeignTarget target = new ForeignTarget(folder);
                Ledger ledger = ledger(target, ALL)) {
            for (int i = 0; i < 50; i++) {
                String identity = "tick-" + RUN + "-" + i + ".example";
                int number = ledger.submits("SOUND", "POST /", List.of(item(identity)));
                ledger.answered(number, Likelihood.MADE, Map.of(identity, String.valueOf(i)));
            }
            CleanUpReport report = target.runner(base -> down).cleanUp(target.remote(), ledger);
            assertEquals(50, report.unsure().size());
            String stopped = report.troubles().get(report.troubles().size() - 1);
            assertTrue(
                    stopped.matches("the clean-up stopped: .* -> Connection refused; run 'tick clean' later"), stopped);
            assertTrue(report.troubles().size() < 4, report::toString);
            assertTrue(requests.get() < 20, requests::toString);
        }
    }

    private static CleanUpReport clean(
            ForeignTarget target, Set<Effect> capabilities, String identity, String address) {
        try (Ledger ledger = ledger(target, capabilities)) {
            int number = ledger.submits("SOUND", "POST /", List.of(item(identity)));
            ledger.answered(number, Likelihood.MADE, Map.of(identity, address));
            return target.runner(QuickSender::new)
                    .cleanUp(target.remote().with(capabilities, target.remote().tokens()), ledger);
        }
    }

    /** Submits an entity that the ledger names; returns its address. */
    private static String submitted(ForeignTarget target, Ledger ledger) {
        String address = target.submit(IDENTITY);
        int number = ledger.submits("SOUND", "POST /", List.of(item(IDENTITY)));
        ledger.answered(number, Likelihood.MADE, Map.of(IDENTITY, address));
        return address;
    }

    private static LedgerItem item(String identity) {
        return new LedgerItem(identity, Optional.empty());
    }

    private static Ledger ledger(ForeignTarget target, Set<Effect> capabilities) {
        return target.ledgers()
                .begin(new LedgerHead(
                        RUN,
                        target.remote().baseUrl().toString(),
                        "",
                        ForeignTarget.SPECIFICATION.contract().source().file(),
                        capabilities,
                        Instant.now()));
    }
}
