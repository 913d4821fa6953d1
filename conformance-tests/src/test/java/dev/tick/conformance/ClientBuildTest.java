package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client as Maven has it judged. */
class ClientBuildTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    private Verification perform(String... properties) {
        Map<String, String> all = new HashMap<>(
                Map.of("tick.directory", folder.resolve("out").toString(), "tick.top", folder.toString()));
        for (int i = 0; i < properties.length; i += 2) {
            all.put(properties[i], properties[i + 1]);
        }
        return new ClientBuild(all, Map.of("PATH", all.getOrDefault("PATH", "")))
                .perform(new PrintStream(console, true, StandardCharsets.UTF_8));
    }

    private String refused(String... properties) {
        return String.valueOf(assertThrows(InvalidSettingException.class, () -> perform(properties))
                .getMessage());
    }

    @Test
    void isStartedInTheTopFolder() throws IOException {
        Files.writeString(folder.resolve("client.sh"), "exit 7");
        Verification done =
                perform("client", "sh client.sh", "client.scenarios", "submit-400", "client.deadline", "60");
        assertEquals(Verdict.INCONCLUSIVE, done.ending().verdict());
        assertTrue(done.ending().failsBuild());
        String said = console.toString(StandardCharsets.UTF_8);
        assertTrue(said.startsWith("Verdict: INCONCLUSIVE (client sh client.sh, indicators)"), said);
        assertTrue(said.contains("it ended with code 7"), said);
        assertTrue(Files.exists(folder.resolve("out/report.html")));
    }

    @Test
    void oneProcessMayDoAll() throws IOException {
        Files.writeString(folder.resolve("client.sh"), "while read -r line; do exit 7; done");
        Verification done = perform(
                "client",
                "sh client.sh",
                "client.scenarios",
                "submit-400",
                "client.deadline",
                "60",
                "client.long.lived",
                "true");
        assertEquals(Verdict.INCONCLUSIVE, done.ending().verdict());
        String said = console.toString(StandardCharsets.UTF_8);
        assertTrue(said.contains("ended with code 7 before it answered"), said);
    }

    @Test
    void aWrongSettingIsToldByItsProperty() {
        assertEquals(
                "client: a build judges a client or tests a target; leave out 'client' or 'target'",
                refused("client", "sh", "target", "stub"));
        assertEquals("client: it is empty; name a program, such as 'sh client.sh'", refused("client", " "));
        assertEquals(
                "client.deadline: expected a whole number from 1 to 3600, got 'soon'",
                refused("client", "sh", "client.deadline", "soon"));
        assertEquals(
                "client.long.lived: 'yes' is unknown; use true or false",
                refused("client", "sh", "client.long.lived", "yes"));
        assertEquals(
                "client: there is no program 'no-such-client' along the PATH; install it, or name its path",
                refused("client", "no-such-client", "PATH", folder.toString()));
    }
}
