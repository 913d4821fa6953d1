package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.client.ClientCommand;
import dev.tick.conformance.client.ClientJudge;
import dev.tick.conformance.client.ClientProgram;
import dev.tick.conformance.client.CommandProgram;
import dev.tick.conformance.client.JudgeOptions;
import dev.tick.conformance.client.LongLivedProgram;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Sound clients, each judged again and again, are accused of nothing; takes minutes, so it runs in the profile proof. */
class SoundClientsProof {
    private static final int RUNS = Integer.getInteger("proof.client.runs", 20);
    private static final Path TOP = Path.of("..");
    private static final Specification TODAY = Specification.load("indicators");
    private static final JudgeOptions OPTIONS = new JudgeOptions(Duration.ofMinutes(5), 8, Optional.empty());

    @Test
    void theClientOfTheTestsIsAccusedOfNothing() {
        judge(new PracticeClient(), "CONFORMANT | ICL-051 | none");
    }

    @Test
    void aRecipeForTheShellIsAccusedOfNothing() throws IOException {
        judge(new CommandProgram(command("sh examples/recipes/client.sh")), published("recipes/client.sh"));
    }

    /** One process for all runs, with a pool of connections. */
    @Test
    void aLongLivedConnectorIsAccusedOfNothing() throws IOException {
        try (ClientProgram connector = new LongLivedProgram(command("node examples/connector-js/judge.mjs"))) {
            judge(connector, published("connector-js"));
        }
    }

    private static ClientCommand command(String line) {
        ClientCommand command = new ClientCommand("client", line, TOP);
        command.requireProgram(System.getenv().getOrDefault("PATH", ""));
        return command;
    }

    /** Returns what {@code docs/clients.md} shows of an example: its verdict, what is not tested, and what does not hold. */
    private static String published(String example) throws IOException {
        return Files.readAllLines(TOP.resolve("docs/clients.md")).stream()
                .filter(line -> line.startsWith("| [") && line.contains("](../examples/" + example + ")"))
                .map(line -> line.split(" \\| ", -1))
                .map(cells -> cells[2] + " | " + cells[3] + " | " + cells[4])
                .findFirst()
                .orElseThrow();
    }

    private static void judge(ClientProgram client, String expected) {
        ClientJudge judge = new ClientJudge(ClientScenarios.of(TODAY), OPTIONS, Clock.systemUTC());
        for (int i = 1; i <= RUNS; i++) {
            int run = i;
            RunResult result = judge.judge(client, () -> new StubStage(TODAY, Clock.systemUTC()));
            assertEquals(
                    List.of(),
                    result.rows().stream()
                            .filter(row -> row.result().compareTo(Result.NOT_TESTABLE) > 0)
                            .map(row -> row.row().id() + " " + row.detail())
                            .toList(),
                    () -> "run " + run);
            assertEquals(expected, shown(result), () -> "run " + run);
        }
        assertTrue(RUNS > 0, "no run");
    }

    private static String shown(RunResult result) {
        return result.verdict().title() + " | "
                + ids(result.rows().stream()
                        .filter(row -> row.result() == Result.NOT_TESTABLE)
                        .toList())
                + " | "
                + ids(result.rows().stream()
                        .filter(row -> row.cases().stream()
                                .map(CaseResult::detail)
                                .anyMatch(told -> told.startsWith("does not hold")))
                        .toList());
    }

    private static String ids(List<RequirementResult> rows) {
        return rows.isEmpty()
                ? "none"
                : rows.stream().map(row -> row.row().id()).collect(Collectors.joining(", "));
    }
}
