package dev.tick.stub.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.TokenKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets {@code tick} and {@code tick-stub} run with the variables that a stub writes for programs. */
class EnvFileOfAStubTest {
    private static final String KEY = "0123456789abcdef";

    @TempDir
    Path folder;

    @Test
    void isNoObstacleToEitherCommand() {
        Path file = folder.resolve("stub.env");
        Map<String, String> environment = new HashMap<>();
        String certificate = "--certificate-out=" + folder.resolve("ca.pem");
        String env = "--env-file=" + file;
        String key = "--admin-key=" + KEY;
        assertEquals(
                0, run(Map.of(), (stub, forget) -> environment.putAll(values(file)), "--https", certificate, env, key));
        assertEquals(8, environment.size(), environment::toString);
        assertEquals(0, run(environment, (stub, forget) -> {}));
        environment.put("TICK_TOKEN", "secret.of.mine");
        Map<String, String> target = Map.of("target", environment.get("TICK_BASE_URL"));
        assertEquals(
                Set.of(TokenKind.SOUND),
                Settings.of(target, environment).remote().orElseThrow().tokens().keySet());
        environment.put("TICK_TOKEN_ENDPOINTS", "secret.of.mine");
        InvalidSettingException refusal =
                assertThrows(InvalidSettingException.class, () -> Settings.of(target, environment));
        assertTrue(
                String.valueOf(refusal.getMessage()).startsWith("TICK_TOKEN_ENDPOINTS: no such token"),
                refusal::toString);
    }

    private static int run(Map<String, String> environment, Lifecycle lifecycle, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "--port=0";
        System.arraycopy(options, 0, arguments, 1, options.length);
        PrintWriter nobody = new PrintWriter(new StringWriter());
        return StubMain.run(arguments, environment, nobody, nobody, lifecycle);
    }

    private static Map<String, String> values(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
