package dev.tick.conformance.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.AlteringSender;
import dev.tick.conformance.QuickSender;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.ledger.Ledger;
import dev.tick.conformance.ledger.LedgerHead;
import dev.tick.conformance.ledger.LedgerItem;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.subject.Remote;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run finishes what an earlier one left on the same target, and says so. */
class EarlierRunsTest {
    private static final Set<String> FEW = Set.of("ISU-001", "ISU-040");

    @TempDir
    private Path folder;

    @Test
    void areFinishedByTheNextRun() {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            String before = target.holdings();
            leaveSomething(target);
            assertTrue(target.holdings().length() > before.length());
            RunResult report = target.runner(QuickSender::new).only(FEW).run(target.remote());
            assertEquals(before, target.holdings());
            assertEquals(List.of(), left(target));
            String told = only(report);
            assertTrue(
                    told.matches("the earlier run [0-9a-f]{8} of \\S+Z was finished: cleaned up: [0-9]+ removed,"
                            + " nothing is left"),
                    told);
        }
    }

    @Test
    void areLeftAloneByARunThatMustNotWrite() {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            leaveSomething(target);
            String before = target.holdings();
            RunResult report = target.runner(QuickSender::new, ForeignTarget.readOnly())
                    .only(FEW)
                    .run(target.remote());
            assertEquals(before, target.holdings());
            assertEquals(1, left(target).size());
            String told = only(report);
            assertTrue(told.contains("this run must not write; 'tick clean'"), told);
        }
    }

    /** Who lets nobody in may say that nothing is there. */
    @Test
    void areLeftAloneWhereTheTargetLetsNobodyIn() {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            leaveSomething(target);
            RunResult report =
                    target.runner(base -> answering(base, 404)).only(FEW).run(target.remote());
            assertEquals(List.of(), report.stamp().cleanUp().earlier());
            // That of this run as well: the answer to its first submit does not say that nothing was made.
            assertTrue(left(target).size() >= 1);
        }
    }

    @Test
    void areToldWhereThisRunCannotFinishThem() throws IOException {
        try (ForeignTarget target = new ForeignTarget(folder)) {
            Remote remote = target.remote();
            Ledger other = target.ledgers()
                    .begin(new LedgerHead(
                            "0a1b2c3d",
                            remote.baseUrl().toString(),
                            remote.tenant().orElse(""),
                            "contracts/tiindicators/openapi.yaml",
                            Set.of(),
                            Instant.EPOCH));
            other.submits("SOUND", "POST /a", List.of(new LedgerItem("a.example", Optional.empty())));
            other.close();
            Files.writeString(other.file().resolveSibling("0.jsonl"), "{}\n");
            RunResult report = target.runner(QuickSender::new).only(FEW).run(remote);
            List<String> told = report.stamp().cleanUp().earlier();
            assertEquals(2, told.size(), told::toString);
            assertTrue(
                    told.get(1)
                            .startsWith("the earlier run 0a1b2c3d of 1970-01-01T00:00:00Z on another contract"
                                    + " (contracts/tiindicators/openapi.yaml) may have left something; 'tick clean'"),
                    told::toString);
            assertTrue(told.get(0).contains("0.jsonl:1 does not begin a ledger"), told::toString);
            assertEquals(2, left(target).size());
        }
    }

    private static void leaveSomething(ForeignTarget target) {
        target.runner(base -> new AlteringSender(
                        base,
                        message -> isRemoval(message) ? message.with("Authorization", "none") : message,
                        (message, answer) ->
                                isRemoval(message) ? new Response(403, answer.headers(), Body.none()) : answer))
                .only(FEW)
                .run(target.remote());
        assertEquals(1, left(target).size());
    }

    private static boolean isRemoval(Request message) {
        return message.method().equals("DELETE") || message.url().endsWith("BatchDelete");
    }

    private static Sender answering(URI base, int status) {
        return new AlteringSender(
                base,
                message -> message.with("Authorization", "none"),
                (message, answer) -> new Response(status, answer.headers(), Body.none()));
    }

    private static String only(RunResult report) {
        List<String> told = report.stamp().cleanUp().earlier();
        assertEquals(1, told.size(), told::toString);
        return told.get(0);
    }

    private static List<Path> left(ForeignTarget target) {
        return target.ledgers()
                .left(target.remote().baseUrl(), target.remote().tenant().orElse(""));
    }
}
