package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.client.ClientCommand;
import dev.tick.conformance.client.ClientEnd;
import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.client.CommandProgram;
import dev.tick.conformance.input.InvalidSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client as a process of its own. */
class ClientProcessTest {
    private static final String PATH = System.getenv().getOrDefault("PATH", "");

    @TempDir
    Path folder;

    private static ClientCommand command(String command) {
        return new ClientCommand("target.command", command, Path.of(""));
    }

    private ClientEnd run(String command, Duration deadline) {
        return new CommandProgram(command(command))
                .run(new ClientTask(Map.of(ClientTask.SCENARIO, "tour"), folder, deadline));
    }

    @Test
    void tellsTheCodeAndTheOutput() {
        assertEquals(
                new ClientEnd(Optional.of(3), "in tour\nlost\n"),
                run("sh -c 'echo in $TICK_SCENARIO; echo lost >&2; exit 3'", Duration.ofSeconds(30)));
    }

    @Test
    void keepsTheEndOfALongOutput() {
        String output = run("sh -c 'i=0; while [ $i -lt 3000 ]; do echo $i; i=$((i+1)); done'", Duration.ofSeconds(60))
                .output();
        assertTrue(output.endsWith("\n2999\n"), output);
        assertTrue(output.length() <= 4096, output);
    }

    /** A part of a secret is no secret that could be recognized, and so is never kept. */
    @Test
    void keepsNoPartOfAWordThatWasCut() {
        String output = run("sh -c 'printf %s secretsecretsecret; printf \" %4084s.\" x'", Duration.ofSeconds(60))
                .output();
        assertTrue(output.endsWith("x."), output);
        assertFalse(output.contains("secret"), output);
    }

    /** A client behind a script is a child of it, and would call on after the scenario. */
    @Test
    void killsTheClientWithItsChildrenAtTheDeadline() throws IOException {
        Path pid = folder.resolve("pid");
        ClientEnd end = run("sh -c 'sleep 600 & echo $! > " + pid + "; wait'", Duration.ofSeconds(10));
        assertEquals(Optional.empty(), end.exitCode());
        long child = Long.parseLong(Files.readString(pid).trim());
        assertTrue(Processes.ended(child), "the child lives on");
    }

    /** It would call on while the next scenario is played. */
    @Test
    void killsAChildThatAClientLeavesBehind() throws IOException {
        Path pid = folder.resolve("pid");
        ClientEnd end =
                run("sh -c 'sleep 600 > /dev/null 2>&1 & echo $! > " + pid + "; sleep 5'", Duration.ofMinutes(2));
        assertEquals(Optional.of(0), end.exitCode());
        assertTrue(Processes.ended(Long.parseLong(Files.readString(pid).trim())), "the child lives on");
    }

    /** Killing the children does not end one that has none. */
    @Test
    void killsAClientWithoutChildrenAtTheDeadline() throws IOException {
        Path pid = folder.resolve("pid");
        ClientEnd end = run("sh -c 'echo $$ > " + pid + "; exec sleep 600'", Duration.ofSeconds(10));
        assertEquals(Optional.empty(), end.exitCode());
        assertTrue(Processes.ended(Long.parseLong(Files.readString(pid).trim())), "the client lives on");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | it is empty; name a program, such as 'sh client.sh'",
                "sh 'client | the quote ' has no end; add it, or escape the quote by \\"
            },
            quoteCharacter = '`')
    void aCommandThatCannotBeStartedIsAWrongSetting(String command, String message) {
        String given = command.equals("''") ? "" : command;
        assertEquals(
                "target.command: " + message,
                assertThrows(InvalidSettingException.class, () -> run(given, Duration.ofSeconds(30)))
                        .getMessage());
    }

    @Test
    void aProgramThatIsGoneSinceIsToldAsWell() {
        String message = String.valueOf(
                assertThrows(InvalidSettingException.class, () -> run("/no/such/client", Duration.ofSeconds(30)))
                        .getMessage());
        assertTrue(message.startsWith("target.command: cannot start '/no/such/client' ("), message);
    }

    @Test
    void aProgramThatIsNotThereIsToldBeforeTheStubsStart() throws IOException {
        Path file = Files.writeString(folder.resolve("client"), "");
        assertEquals(
                "target.command: '" + folder + "' is a folder; name the program in it", refused(folder.toString()));
        assertEquals(
                "target.command: '" + file
                        + "' is not executable; make it so by chmod +x, or name what runs it, such as 'sh " + file
                        + "'",
                refused(file.toString()));
        assertEquals(
                "target.command: there is no file '/no/such/client'; is its path right?", refused("/no/such/client"));
        assertEquals(
                "target.command: there is no program 'no-such-client' along the PATH; install it, or name its path",
                refused("no-such-client --key secret"));
        command("sh client.sh").requireProgram(PATH);
        command("no-such-client").requireProgram("");
    }

    private static String refused(String command) {
        return String.valueOf(assertThrows(
                        InvalidSettingException.class, () -> command(command).requireProgram(PATH))
                .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"sh my/client.sh --key secret, sh client.sh", "/opt/client --key secret, client", "client, client"})
    void isNamedWithoutItsOptions(String command, String name) {
        assertEquals(name, command(command).name());
    }

    @Test
    void splitsAsAShellDoes() {
        assertEquals(
                "a b|c\"d|e f|\n",
                run("printf '%s|' \"a b\" 'c\"d' e\\ f", Duration.ofSeconds(30)).output() + "\n");
    }
}
