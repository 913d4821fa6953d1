package dev.tick.conformance.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.ledger.Holding.Likelihood;
import dev.tick.spec.contract.Effect;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
    private static final URI TARGET = URI.create("https://host.example/api");
    private static final Instant NOW = Instant.parse("2026-11-28T13:00:00.250Z");
    private static final LedgerHead HEAD = new LedgerHead(
            "0a1b2c3d", TARGET.toString(), "tenant", "contracts/indicators/openapi.yaml", Set.of(Effect.LIST), NOW);

    @TempDir
    private Path folder;

    @Test
    void isReadAgainAsItWasWritten() {
        LedgerFolder ledgers = new LedgerFolder(folder);
        try (Ledger ledger = ledgers.begin(HEAD)) {
            ledger.submits("SOUND", "POST /a", List.of(new LedgerItem("a.example", Optional.of(NOW))));
            int lost = ledger.submits(
                    "OTHER_APPLICATION", "POST /a", List.of(new LedgerItem("b.example", Optional.empty())));
            int batch = ledger.submits(
                    "SOUND",
                    "POST /a",
                    List.of(
                            new LedgerItem("c.example", Optional.empty()),
                            new LedgerItem("d.example", Optional.empty())));
            ledger.answered(lost, Likelihood.DECLINED, Map.of());
            ledger.answered(batch, Likelihood.MADE, Map.of("c.example", "3", "d.example", "4"));
            ledger.gone("SOUND", Set.of("3"));
            try (Ledger again = onlyLeft(ledgers)) {
                assertEquals(HEAD, again.head());
                assertEquals(
                        List.of(
                                new Holding("SOUND", "d.example", Optional.of("4"), Likelihood.MADE, Optional.empty()),
                                new Holding(
                                        "OTHER_APPLICATION",
                                        "b.example",
                                        Optional.empty(),
                                        Likelihood.DECLINED,
                                        Optional.empty()),
                                new Holding(
                                        "SOUND", "a.example", Optional.empty(), Likelihood.UNSURE, Optional.of(NOW))),
                        again.holdings());
                assertEquals(ledger.holdings(), again.holdings());
            }
        }
    }

    private static Ledger onlyLeft(LedgerFolder ledgers) {
        List<Path> left = ledgers.left(TARGET, "tenant");
        assertEquals(1, left.size());
        return ledgers.open(left.get(0));
    }

    /** A server may say that it removed what it then still shows. */
    @Test
    void namesAgainWhatIsStillThere() {
        LedgerFolder ledgers = new LedgerFolder(folder);
        try (Ledger ledger = ledgers.begin(HEAD)) {
            int number = ledger.submits("SOUND", "POST /a", List.of(new LedgerItem("a.example", Optional.empty())));
            ledger.answered(number, Likelihood.MADE, Map.of("a.example", "5"));
            ledger.gone("SOUND", Set.of("5", "6"));
            assertEquals(List.of(), ledger.holdings());
            ledger.kept("5");
            assertEquals(1, ledger.holdings().size());
            assertEquals(Set.of("6"), ledger.removed());
            try (Ledger again = onlyLeft(ledgers)) {
                assertEquals(ledger.holdings(), again.holdings());
            }
        }
    }

    /** The run's id decides what is the run's: an empty one would stand in every text. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"run\":\"0a1b2c3d\" | \"x\":1 | has '', which is no id of a run",
                "\"run\":\"0a1b2c3d\" | \"run\":\"a\" | has 'a', which is no id of a run",
                "\"run\":\"0a1b2c3d\" | \"run\":{\"x\":1} | which is no id of a run",
                "\"target\":\"https://host.example/api\" | \"x\":1 | has a target that is no URL",
                "\"target\":\"https://host.example/api\" | \"target\":\"//host.example\" | has a target that is no URL",
                "\"target\":\"https://host.example/api\" | \"target\":\"a b\" | has a target that is no URL",
                "\"ledger\":1 | \"ledger\":2 | is of format 2, of a newer Tick; clean up with that one",
                "\"ledger\":1 | \"x\":1 | does not begin a ledger of format 1"
            })
    void refusesAHeadThatTellsNoRun(String part, String other, String told) throws IOException {
        LedgerFolder ledgers = new LedgerFolder(folder);
        try (Ledger ledger = ledgers.begin(HEAD)) {
            String text = Files.readString(ledger.file());
            assertTrue(text.contains(part), text);
            Files.writeString(ledger.file(), text.replace(part, other));
        }
        LedgerException wrong = assertThrows(LedgerException.class, () -> onlyLeft(ledgers));
        assertTrue(String.valueOf(wrong.getMessage()).contains(told), wrong.getMessage());
    }

    @Test
    void isOfTheServerAndTenantOfItsFolderAlone() throws IOException {
        LedgerFolder ledgers = new LedgerFolder(folder);
        Path other;
        try (Ledger ledger = ledgers.begin(HEAD)) {
            other = ledger.file();
        }
        URI here = URI.create("https://other.example");
        try (Ledger ledger = ledgers.begin(new LedgerHead(
                "ffffffff", here.toString(), "tenant", HEAD.contract(), HEAD.capabilities(), NOW.plusSeconds(1)))) {
            Files.move(other, ledger.file().resolveSibling(other.getFileName()));
        }
        List<Path> left = ledgers.left(here, "tenant");
        assertEquals(2, left.size());
        LedgerException wrong = assertThrows(LedgerException.class, () -> ledgers.open(left.get(0)));
        assertTrue(
                String.valueOf(wrong.getMessage())
                        .contains(" is of a run on https://host.example/api, tenant tenant, whose ledgers are in "),
                wrong.getMessage());
        ledgers.open(left.get(1)).close();
    }

    /** Whoever confirms a tenant may write its id in capitals; the id in a token may be anything. */
    @Test
    void isFoundHoweverTheTenantIsWritten() {
        LedgerFolder ledgers = new LedgerFolder(folder);
        ledgers.begin(HEAD).close();
        assertEquals(1, ledgers.left(TARGET, "TENANT").size());
        assertEquals(0, ledgers.ofOtherTenants(TARGET, "Tenant"));
        assertEquals(1, ledgers.ofOtherTenants(TARGET, ""));
        assertEquals(0, ledgers.left(TARGET, "..").size());
        assertEquals(1, ledgers.ofOtherTenants(TARGET, ".."));
    }

    @Test
    void locksNoOtherFileThroughALink() throws IOException {
        LedgerFolder ledgers = new LedgerFolder(folder);
        Path precious = Files.writeString(folder.resolve("precious"), "mine");
        try (Ledger ledger = ledgers.begin(HEAD)) {
            Files.createSymbolicLink(ledger.file().resolveSibling("lock"), precious);
        }
        assertThrows(LedgerException.class, () -> {
            try (TargetLock lock = ledgers.lock(TARGET, "tenant")) {
                lock.take(NOW);
            }
        });
        assertEquals("mine", Files.readString(precious));
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        try (Ledger ledger = new LedgerFolder(folder).begin(HEAD)) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(ledger.file())));
        }
    }

    @Test
    void isOnDiskBeforeTheRequestLeaves() throws IOException {
        try (Ledger ledger = new LedgerFolder(folder).begin(HEAD)) {
            ledger.submits("SOUND", "POST /a", List.of(new LedgerItem("a.example", Optional.empty())));
            assertTrue(Files.readString(ledger.file()).contains("a.example"));
        }
    }

    @Test
    void leavesOutALineThatWasWrittenHalf() throws IOException {
        LedgerFolder ledgers = new LedgerFolder(folder);
        try (Ledger ledger = ledgers.begin(HEAD)) {
            ledger.submits("SOUND", "POST /a", List.of(new LedgerItem("a.example", Optional.empty())));
            Files.writeString(ledger.file(), "{\"submit\":2,\"cal", StandardOpenOption.APPEND);
        }
        for (int round = 1; round <= 2; round++) {
            try (Ledger again = onlyLeft(ledgers)) {
                assertEquals(round, again.holdings().size());
                again.submits("SOUND", "POST /a", List.of(new LedgerItem("b.example", Optional.empty())));
            }
        }
    }

    @Test
    void namesTheLineThatIsNoneOfALedger() throws IOException {
        LedgerFolder ledgers = new LedgerFolder(folder);
        try (Ledger ledger = ledgers.begin(HEAD)) {
            Files.writeString(ledger.file(), "{\"a\":1}\n{\"a\":1}\n", StandardOpenOption.APPEND);
        }
        LedgerException wrong = assertThrows(LedgerException.class, () -> onlyLeft(ledgers));
        assertTrue(String.valueOf(wrong.getMessage()).contains(".jsonl:2 is no line"), wrong.getMessage());
    }

    @Test
    void tellsWhenItCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));
        LedgerException wrong =
                assertThrows(LedgerException.class, () -> new LedgerFolder(file.resolve("below")).begin(HEAD));
        assertTrue(String.valueOf(wrong.getMessage()).contains("by the setting 'ledger'"), wrong.getMessage());
    }

    @Test
    void isDeletedWhenNothingIsLeft() {
        LedgerFolder ledgers = new LedgerFolder(folder);
        Ledger ledger = ledgers.begin(HEAD);
        ledger.delete();
        assertFalse(Files.exists(ledger.file()));
        assertEquals(List.of(), ledgers.left(TARGET, "tenant"));
    }

    @Test
    void lockIsGivenToOneRunAtATimeAndNamesIt() {
        LedgerFolder ledgers = new LedgerFolder(folder);
        try (TargetLock second = ledgers.lock(TARGET, "tenant");
                TargetLock other = ledgers.lock(TARGET, "another")) {
            try (TargetLock first = ledgers.lock(TARGET, "tenant")) {
                assertEquals(Optional.empty(), first.take(NOW));
                String holder = second.take(NOW).orElseThrow();
                assertTrue(holder.contains("process " + ProcessHandle.current().pid() + ", since " + NOW), holder);
                assertEquals(Optional.empty(), other.take(NOW));
            }
            assertEquals(Optional.empty(), second.take(NOW));
        }
    }

    @Test
    void isOfOneTargetAlone() {
        LedgerFolder ledgers = new LedgerFolder(folder);
        try (Ledger ledger = ledgers.begin(HEAD)) {
            ledger.submits("SOUND", "POST /a", List.of(new LedgerItem("a.example", Optional.empty())));
            for (String other :
                    List.of("https://host.example/Api", "https://host.example/api/tenant", "http://host.example/api")) {
                assertEquals(List.of(), ledgers.left(URI.create(other), "tenant"), other);
            }
            assertEquals(List.of(), ledgers.left(URI.create("https://host.example/api/tenant"), ""));
            assertEquals(List.of(ledger.file()), ledgers.left(URI.create("https://HOST.example:443/api/"), "tenant"));
        }
    }

    /** A submit whose line the disk did not take leaves a number out. */
    @Test
    void answersBelongToTheNumbersOfTheirSubmits() throws IOException {
        LedgerFolder ledgers = new LedgerFolder(folder);
        try (Ledger ledger = ledgers.begin(HEAD)) {
            Files.writeString(ledger.file(), """
                    {"submit":3,"caller":"SOUND","items":[{"identity":"c.example"}]}
                    {"answer":3,"outcome":"MADE","addresses":{"c.example":"7"}}
                    """, StandardOpenOption.APPEND);
        }
        try (Ledger again = onlyLeft(ledgers)) {
            assertEquals(Optional.of("7"), again.holdings().get(0).address());
            assertEquals(4, again.submits("SOUND", "POST /a", List.of(new LedgerItem("d.example", Optional.empty()))));
        }
    }

    /** A run may be killed while it begins; it has sent nothing. */
    @Test
    void isNotThereBeforeItsFirstLineIs() throws IOException {
        LedgerFolder ledgers = new LedgerFolder(folder);
        Path file;
        try (Ledger ledger = ledgers.begin(HEAD)) {
            file = ledger.file();
        }
        Files.move(file, file.resolveSibling(file.getFileName() + ".part"));
        assertEquals(List.of(), ledgers.left(TARGET, "tenant"));
    }
}
