package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.verdict.Result;
import dev.tick.reference.first.SubmitFault;
import dev.tick.reference.first.SubmitServer;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** A run against a broken target, as JUnit counts it. */
class JunitViewTest {
    private static final Specification EDITION = Specification.load("tiindicators");

    @TempDir
    private Path directory;

    private final Map<Result, Integer> entries = new EnumMap<>(Result.class);

    /** How JUnit sees a test. */
    private enum Seen {
        PASSED,
        SKIPPED,
        FAILED
    }

    @Test
    void showsEachCaseWithItsResultAndTheVerdictBehindThem() {
        try (SubmitServer server = SubmitServer.start(SubmitFault.ROLE_IGNORED, "")) {
            Map<String, String> tokens = new HashMap<>(server.tokens());
            tokens.remove("TICK_TOKEN_EXPIRED");
            Verification done = run(server, Map.of(), tokens);
            Map<Seen, Integer> seen = new EnumMap<>(Seen.class);
            List<DynamicNode> nodes = nodes(done);
            nodes.stream()
                    .filter(DynamicContainer.class::isInstance)
                    .flatMap(node -> ((DynamicContainer) node).getChildren())
                    .forEach(test -> seen.merge(seen(test), 1, Integer::sum));
            assertEquals(count(done, Result.PASS, Result.WARN, Result.NOTE), seen.get(Seen.PASSED));
            assertEquals(count(done, Result.NOT_TESTABLE, Result.NOT_APPLICABLE), seen.get(Seen.SKIPPED));
            assertEquals(count(done, Result.FAIL, Result.ERROR), seen.get(Seen.FAILED));
            assertTrue(seen.keySet().containsAll(List.of(Seen.values())), seen.toString());
            assertEquals(
                    count(done, Result.WARN, Result.NOTE),
                    entries.values().stream().mapToInt(one -> one).sum());
            assertEquals(done.report().rows().size() + 1, nodes.size());
            assertEquals(Seen.FAILED, seen(nodes.get(nodes.size() - 1)));
            assertEquals(
                    EDITION.register().requirements().stream()
                            .filter(row -> row.id().equals("SUB-001"))
                            .map(row -> "SUB-001 " + row.statement())
                            .toList(),
                    nodes.stream()
                            .map(DynamicNode::getDisplayName)
                            .filter(name -> name.startsWith("SUB-001"))
                            .toList());
        }
    }

    @Test
    void skipsWhatIsWaivedWithItsReason() throws IOException {
        Path listed = Files.writeString(directory.resolve("known.yaml"), """
                - id: TOK-011
                  reason: The gateway looks at roles.
                  link: GW-17
                  owner: api-team
                  opened: "2026-11-01"
                  expires: "2999-12-31"
                """);
        try (SubmitServer server = SubmitServer.start(SubmitFault.ROLE_IGNORED, "")) {
            Verification done = run(server, Map.of("deviations", listed.toString()), server.tokens());
            assertNothingFails(done, "waived: The gateway looks at roles. (until 2999-12-31, api-team, GW-17): ");
        }
    }

    @Test
    void skipsWhatTheBaselineKnowsWhereOnlyNewFailuresCount() throws IOException {
        try (SubmitServer server = SubmitServer.start(SubmitFault.ROLE_IGNORED, "")) {
            run(server, Map.of(), server.tokens());
            Path old = Files.copy(directory.resolve("results.json"), directory.resolve("old.json"));
            Map<String, String> settings = Map.of("fail.on", "new", "baseline", old.toString());
            assertNothingFails(run(server, settings, server.tokens()), "known from " + old + ": ");
            Verification all = run(server, Map.of("baseline", old.toString()), server.tokens());
            assertTrue(nodes(all).stream().flatMap(JunitViewTest::tests).anyMatch(test -> seen(test) == Seen.FAILED));
        }
    }

    /** A part of the requirements may be all green, and proves no conformance. */
    @Test
    void failsTheVerdictAloneWhereNoCaseFailed() {
        try (SubmitServer server = SubmitServer.start(SubmitFault.NONE, "")) {
            List<DynamicNode> nodes = nodes(run(server, Map.of("requirements", "SUB-001"), server.tokens()));
            assertEquals(2, nodes.size());
            assertEquals(Seen.PASSED, seen(tests(nodes.get(0)).findFirst().orElseThrow()));
            assertEquals(Seen.FAILED, seen(nodes.get(1)));
        }
    }

    /** One line says why; what was found before it stays found. */
    @Test
    void skipsWhatARunThatStoppedLeftOver() {
        RunResult report = Reports.of(
                "0123abcd",
                Optional.of("gone"),
                List.of(),
                Reports.row("SUB-001", new CaseResult("a", Result.PASS, "answered", List.of(), List.of())),
                Reports.row("SUB-020", new CaseResult("b", Result.FAIL, "answered", List.of(), List.of())),
                Reports.row("SUB-021", new CaseResult("c", Result.ERROR, "gone", List.of(), List.of())));
        List<DynamicNode> nodes = nodes(Verification.of(report, Comparisons.none(), Settings.of(Map.of(), Map.of())));
        assertEquals(
                List.of(Seen.PASSED, Seen.FAILED, Seen.SKIPPED, Seen.FAILED),
                nodes.stream()
                        .flatMap(JunitViewTest::tests)
                        .map(JunitViewTest::seen)
                        .toList());
    }

    private void assertNothingFails(Verification done, String reason) {
        assertTrue(
                nodes(done).stream().flatMap(JunitViewTest::tests).noneMatch(test -> seen(test) == Seen.FAILED),
                done.ending().toString());
        DynamicNode role = nodes(done).stream()
                .filter(node -> node.getDisplayName().startsWith("TOK-011 "))
                .findFirst()
                .orElseThrow();
        String message = String.valueOf(assertThrows(
                        TestAbortedException.class,
                        () -> ((DynamicTest) tests(role).findFirst().orElseThrow())
                                .getExecutable()
                                .execute())
                .getMessage());
        assertTrue(message.contains(reason), message);
    }

    private static Stream<? extends DynamicNode> tests(DynamicNode node) {
        return node instanceof DynamicContainer container ? container.getChildren() : Stream.of(node);
    }

    private static Seen seen(DynamicNode node) {
        try {
            ((DynamicTest) node).getExecutable().execute();
            return Seen.PASSED;
        } catch (TestAbortedException e) {
            return Seen.SKIPPED;
        } catch (Throwable e) {
            return Seen.FAILED;
        }
    }

    private static int count(Verification done, Result... results) {
        return Math.toIntExact(done.report().rows().stream()
                .flatMap(row -> row.cases().stream())
                .map(CaseResult::result)
                .filter(List.of(results)::contains)
                .count());
    }

    private List<DynamicNode> nodes(Verification done) {
        return new JunitView(
                        done,
                        values -> values.values()
                                .forEach(text ->
                                        entries.merge(Result.valueOf(text.replaceFirst(":.*", "")), 1, Integer::sum)))
                .nodes()
                .toList();
    }

    private Verification run(SubmitServer server, Map<String, String> settings, Map<String, String> tokens) {
        Map<String, String> properties = new HashMap<>(settings);
        properties.put("target", server.baseUrl());
        properties.put("tick.directory", directory.toString());
        return new Verifier(EDITION.contract(), EDITION.register(), Clock.systemUTC(), QuickSender::new)
                .run(
                        Settings.of(properties, tokens),
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        ConsoleStyle.PLAIN,
                        Progress.SILENT);
    }
}
