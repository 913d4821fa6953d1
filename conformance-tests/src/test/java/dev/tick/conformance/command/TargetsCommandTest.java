package dev.tick.conformance.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands about targets, as their user sees them. */
class TargetsCommandTest {
    @TempDir
    private Path directory = Path.of("");

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @Test
    void listsTheStubAndTheTemplates() {
        assertEquals(0, tick(Map.of(), "targets", "list"));
        assertTrue(said().startsWith("stub  the kit's own server"), said());
        assertTrue(said().contains("tenant-gcc-high  template: tick targets show tenant-gcc-high"), said());
    }

    @Test
    void aTemplateThatIsCopiedHasNoProblem() throws IOException {
        assertEquals(0, tick(Map.of(), "targets", "show", "tenant-eu"));
        assertTrue(said().contains("region: eu\n"), said());
        assertFalse(said().contains("${"), said());
        Path file = Files.writeString(directory.resolve("mine.yaml"), said());
        console.reset();
        assertEquals(0, tick(Map.of("TICK_SECRET", "kanari7"), "targets", "check", file.toString()), said());
        assertEquals(
                "mine: no problem; https://eu.api.security.microsoft.com, tokens [sound] from https://login.microsoftonline.com/"
                        + "0f1e2d3c-0000-4000-8000-000000000001; the tenant is still that of the template, write the id of yours\n",
                said());
        console.reset();
        assertEquals(1, tick(Map.of(), "targets", "check", file.toString()));
        assertTrue(
                said().contains(": credentials/sound/secret: the environment variable TICK_SECRET is not set;"),
                said());
    }

    /** Whoever writes a file must not write to the terminal of whoever checks it. */
    @Test
    void showsControlCharactersOfAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), "region: \"\\e[31mred\"\n");
        assertEquals(1, tick(Map.of(), "targets", "check", file.toString()));
        assertTrue(said().contains("\\u001B[31mred"), said());
        assertEquals(2, tick(Map.of("TICK_TOKEN", "a"), "verify", "--target", file.toString()));
        assertTrue(errors().contains("\\u001B[31mred"), errors());
        assertFalse((said() + errors()).contains("\u001B"), said());
    }

    @Test
    void exitsWith2WhereThereIsNoSuchFile() {
        assertEquals(2, tick(Map.of(), "targets", "show", "tenant-gcc-hihg"));
        assertTrue(errors().contains("(did you mean 'tenant-gcc-high'?)"), errors());
        assertEquals(2, tick(Map.of(), "targets", "check"));
        assertEquals(2, tick(Map.of(), "targets", "chekc", "a.yaml"));
    }

    @Test
    void namesTheOptionThatConfirmsARun() {
        assertEquals(
                2,
                tick(
                        Map.of("TICK_TOKEN", "kanari7"),
                        "verify",
                        "--target",
                        "https://host.example",
                        "--output",
                        directory.toString()));
        assertTrue(
                errors().startsWith("--confirm: not given, and this run would write to the server host.example"),
                errors());
        assertFalse(errors().contains("kanari7") || said().contains("kanari7"), errors());
    }

    /** In a folder that is misspelt there is no ledger, which is no sign that nothing is left. */
    @Test
    void cleansByNoLedgerOfAFolderThatIsNotThere() {
        Path none = directory.resolve("legders");
        assertEquals(
                2,
                tick(
                        Map.of("TICK_TOKEN", "kanari7"),
                        "clean",
                        "--target",
                        "http://127.0.0.1:1",
                        "--ledger",
                        none.toString()));
        assertEquals(
                "--ledger: there is no folder '" + none + "'; name the one that the run had, or leave it out\n",
                errors());
        assertTrue(Files.notExists(none));
    }

    @Test
    void plansForPeople() {
        assertEquals(
                1,
                tick(
                        Map.of("TICK_TOKEN", "kanari7"),
                        "plan",
                        "--target",
                        "https://host.example",
                        "--contract",
                        "indicators",
                        "--requirements",
                        "ISU-001",
                        "--progress",
                        "none",
                        "--budget",
                        "1"));
        assertTrue(said().startsWith("Plan: https://host.example, indicators; nothing was sent to it\n"), said());
        assertTrue(said().contains("\n1 POST /api/indicators  ["), said());
        assertTrue(said().contains("\nBudget: 1, at which the run would stop; raise 'budget'"), said());
        assertFalse(said().contains("kanari7"), said());
    }

    @Test
    void plansForPrograms() {
        assertEquals(
                0, tick(Map.of(), "plan", "--contract", "indicators", "--requirements", "ISU-001", "--output", "json"));
        JsonNode plan = JsonMapper.shared().readTree(said()).path("plans").path(0);
        assertEquals("stub", plan.path("target").asString());
        assertEquals(plan.path("count").asInt(), plan.path("requests").size());
        assertEquals("POST", plan.path("requests").path(0).path("method").asString());
        console.reset();
        assertEquals(2, tick(Map.of(), "plan", "--target", "none", "--output", "json"));
        assertEquals(2, JsonMapper.shared().readTree(said()).path("exitCode").asInt());
    }

    private int tick(Map<String, String> environment, String... arguments) {
        return new Tick(
                        environment,
                        Clock.systemUTC(),
                        new PrintStream(console, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8),
                        false)
                .run(arguments);
    }

    private String said() {
        return console.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }
}
