package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.evidence.VolatileText;
import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.rehearsal.Rehearsal;
import dev.tick.conformance.rehearsal.RehearsedRequest;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.settings.Task;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan shows what a run sends, and sends nothing; {@code PlanProof} shows it with every capability and token. */
class PlanTest {
    /** The run's id, as its values carry it. */
    private static final Pattern RUN = Pattern.compile("tick-([0-9a-f]{8})-[0-9]");

    /** A body is compared as far as both sides keep it: a batch of 500 is longer. */
    private static final int COMPARED = 20_000;

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"tiindicators | submit | sound", "indicators | list,delete,import,batch-delete | sound,expired"})
    void equalsWhatARecordingTargetReceives(String contract, String capabilities, String kinds) {
        compare(contract, capabilities, kinds, "0", directory);
    }

    static void compare(String contract, String capabilities, String kinds, String explored, Path directory) {
        Specification specification = Specification.load(contract);
        try (StubServer target = StubServer.start(StubConfig.builder(specification.contract(), specification.register())
                .build())) {
            Map<String, String> properties = Map.of(
                    "target",
                    target.baseUrl().toString(),
                    "contract",
                    contract,
                    "capabilities",
                    capabilities,
                    "in.flight",
                    "1",
                    "explore",
                    explored,
                    "ledger",
                    directory.resolve("ledgers").toString(),
                    "tick.directory",
                    directory.toString());
            Settings settings = Settings.of(properties, tokens(target, specification, kinds));
            Verifier verifier = Verifier.of(contract, Clock.systemUTC());

            Rehearsal plan = verifier.rehearse(settings, Progress.SILENT);
            assertEquals(List.of(), target.journal(), "the target received something");

            verifier.run(settings, nowhere());
            List<String> received = target.journal().stream()
                    .map(one -> line(one.method(), one.url(), one.body()))
                    .toList();
            String run = run(received);
            String planned = run(plan.requests().stream().map(PlanTest::line).toList());
            assertEquals(
                    "",
                    firstDifference(
                            stable(received, run),
                            stable(plan.requests().stream().map(PlanTest::line).toList(), planned)));
            assertEquals(received.size(), plan.requests().size());
            assertTrue(received.size() > 100, received.size() + " requests");
        }
    }

    private static Map<String, String> tokens(StubServer target, Specification specification, String kinds) {
        Map<String, String> environment = new HashMap<>();
        Verifier.embedded(target, specification.contract()).tokens().forEach((kind, token) -> {
            if (kinds.equals("all") || List.of(kinds.split(",")).contains(named(kind))) {
                environment.put(kind.variable(), token);
            }
        });
        return environment;
    }

    private static String named(TokenKind kind) {
        return FieldType.spelled(kind);
    }

    private static String line(RehearsedRequest request) {
        return line(request.method(), request.path(), request.body().orElse(""));
    }

    private static String line(String method, String path, String body) {
        return method + " " + path + " " + body;
    }

    private static String run(List<String> lines) {
        Matcher found = RUN.matcher(String.join("\n", lines));
        assertTrue(found.find(), "no value of the run's");
        return found.group(1);
    }

    /** A run's id also stands where no report looks for it: in the name of a host, or behind a letter. */
    private static List<String> stable(List<String> lines, String run) {
        VolatileText text = new VolatileText(run, URI.create("http://nobody.example:1"));
        return lines.stream()
                .map(text::replaceIn)
                .map(line -> line.replaceAll("(?i)" + run, "<run>").replaceAll("<address>[0-9A-Fa-f.:]+", "<address>"))
                .map(line -> line.substring(0, Math.min(line.length(), COMPARED)))
                .toList();
    }

    private static String firstDifference(List<String> received, List<String> planned) {
        for (int i = 0; i < Math.min(received.size(), planned.size()); i++) {
            if (!received.get(i).equals(planned.get(i))) {
                return "request " + (i + 1) + ":\n  received " + received.get(i) + "\n  planned  " + planned.get(i);
            }
        }
        return "";
    }

    private static PrintStream nowhere() {
        return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    }

    @Test
    void tellsWhichRowsARequestServes() {
        Settings settings =
                Settings.of(Map.of("contract", "indicators", "requirements", "ISU-001", "plan", "true"), Map.of());
        assertEquals(Task.PLAN, settings.task());
        Rehearsal plan = Verifier.of("indicators", Clock.systemUTC()).rehearse(settings, Progress.SILENT);
        assertTrue(plan.requests().stream().anyMatch(one -> one.rows().contains("ISU-001")), plan.toString());
        assertTrue(plan.isWithinBudget());
        assertEquals(0, plan.minutes());
    }

    /** What the token's claims show is told before anything is sent; without its role it is not used. */
    @Test
    void leavesOutATokenThatIsNotWhatItsNameSays() {
        Settings settings = Settings.of(
                Map.of(
                        "target",
                        "https://host.example",
                        "contract",
                        "indicators",
                        "requirements",
                        "ISU-001",
                        "budget",
                        "1"),
                Map.of("TICK_TOKEN", "opaque", "TICK_TOKEN_EXPIRED", "opaque"));
        Rehearsal plan = Verifier.of("indicators", Clock.systemUTC()).rehearse(settings, Progress.SILENT);
        assertEquals(
                List.of(
                        "TICK_TOKEN_EXPIRED cannot be read as a JWT, so nothing shows that it is what its name says; so it"
                                + " is not used"),
                plan.notes());
        assertEquals("https://host.example", plan.target());
        assertEquals(plan.requests().size() <= 1, plan.isWithinBudget());
    }
}
