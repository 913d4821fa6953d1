package dev.tick.stub.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and keys that a CI gives a stub before it starts, and the files by which it learns the rest. */
class PinsTest {
    private static final String TENANT = "11111111-2222-3333-4444-555555555555";
    private static final String KEY = "0123456789abcdef";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> seen = new ArrayList<>();

    @TempDir
    Path folder;

    private int run(Map<String, String> environment, Lifecycle lifecycle, String... arguments) {
        return StubMain.run(arguments, environment, new PrintWriter(out, true), new PrintWriter(err, true), lifecycle);
    }

    private void look(StubServer stub, Runnable forget) {
        seen.add(stub.tenantId());
        seen.add(stub.application().id());
        seen.add(stub.application().secret());
        seen.add(String.valueOf(status(stub, "")));
        seen.add(String.valueOf(status(stub, KEY)));
        forget.run();
    }

    private static int status(StubServer stub, String key) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(stub.baseUrl().resolve("/tick/status"))
                                    .header("X-Tick-Key", key)
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"options", "variables", "file"})
    void areGivenByOptionByVariableOrInAFile(String way) throws IOException {
        Path file = Files.writeString(folder.resolve("stub.yaml"), """
                port: 0
                tenant: %s
                client-id: pusher
                client-secret: sesame
                admin-key: %s
                """.formatted(TENANT, KEY));
        int code = switch (way) {
            case "options" ->
                run(
                        Map.of(),
                        this::look,
                        "--port=0",
                        "--tenant=" + TENANT,
                        "--client-id=pusher",
                        "--client-secret=sesame",
                        "--admin-key=" + KEY);
            case "variables" ->
                run(
                        Map.of(
                                "TICK_STUB_PORT",
                                "0",
                                "TICK_STUB_TENANT",
                                TENANT,
                                "TICK_STUB_CLIENT_ID",
                                "pusher",
                                "TICK_STUB_CLIENT_SECRET",
                                "sesame",
                                "TICK_ADMIN_KEY",
                                KEY),
                        this::look);
            default -> run(Map.of(), this::look, "--config", file.toString());
        };
        assertEquals(0, code, err.toString());
        assertEquals(List.of(TENANT, "pusher", "sesame", "401", "200"), seen);
    }

    @Test
    void anOptionComesBeforeAVariableAndThatBeforeTheFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("stub.yaml"), "{port: 0, client-id: of-file, client-secret: of-file, scenario: outage}");
        Map<String, String> environment = Map.of(
                "TICK_STUB_CONFIG",
                file.toString(),
                "TICK_STUB_CLIENT_ID",
                "of-variable",
                "TICK_STUB_CLIENT_SECRET",
                "of-variable",
                "TICK_STUB_QUOTA",
                "5/1s, 9/1m",
                "TICK_STUB_HTTPS",
                "false");
        assertEquals(0, run(environment, this::look, "--client-id", "of-option"), err.toString());
        assertEquals(List.of("of-option", "of-variable"), seen.subList(1, 3));
        assertTrue(out.toString().contains("Scenario:       outage\n"), out.toString());
        assertTrue(out.toString().contains("Quotas:         5/1s, 9/1m\n"), out.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TICK_STUB_TENNANT | x | environment: the variable 'TICK_STUB_TENNANT' is unknown (did you mean 'TICK_STUB_TENANT'?); unset it",
                "TICK_STUB_TENANT | x | TICK_STUB_TENANT: expected a GUID such as 11111111-2222-3333-4444-555555555555, got 'x'",
                "TICK_STUB_HTTPS | yes | TICK_STUB_HTTPS: expected true or false, got 'yes'",
                "TICK_STUB_PAGE_SIZE | 0 | TICK_STUB_PAGE_SIZE: expected a number from 1 to 2147483647, got '0'",
                "TICK_STUB_READY_FILE | /no/such/folder/f | ready-file: cannot write /no/such/folder/f; its folder does not exist"
            })
    void aWrongVariableStopsTheStart(String name, String value, String message) {
        assertEquals(2, run(Map.of(name, value), this::look, "--port", "0"));
        assertTrue(err.toString().contains(message), err.toString());
        assertEquals(List.of(), seen);
    }

    @Test
    void leavesTheVariablesOfKubernetesAlone() {
        Map<String, String> ofAService = Map.of(
                "TICK_STUB_SERVICE_HOST", "10.0.0.1",
                "TICK_STUB_PORT", "tcp://10.0.0.1:8080",
                "TICK_STUB_PORT_8080_TCP_PROTO", "tcp");
        assertEquals(0, run(ofAService, this::look, "--port", "0"), err.toString());
    }

    @Test
    void writesWhereItServesAndForgetsItAtTheEnd() throws IOException {
        Path ready = Files.writeString(folder.resolve("ready"), "http://127.0.0.1:9\n");
        Path env = folder.resolve("stub.env");
        List<String> lines = new ArrayList<>();
        int code = run(
                Map.of(),
                (stub, forget) -> {
                    assertEquals(stub.baseUrl() + "\n", text(ready));
                    lines.addAll(text(env).lines().toList());
                    assertEquals(
                            List.of(
                                    "TICK_BASE_URL=" + stub.baseUrl(),
                                    "TICK_TOKEN_ENDPOINT=" + stub.tokenEndpoint(),
                                    "TICK_TENANT=" + stub.tenantId(),
                                    "TICK_CLIENT_ID=" + stub.application().id(),
                                    "TICK_CLIENT_SECRET=" + stub.application().secret(),
                                    "TICK_RESOURCE=https://api.securitycenter.microsoft.com",
                                    "TICK_CA_FILE=" + folder.resolve("ca.pem").toAbsolutePath(),
                                    "TICK_ADMIN_KEY=" + KEY),
                            lines);
                    assertEquals("rw-------", permissions(env));
                    forget.run();
                    assertFalse(Files.exists(ready) || Files.exists(env));
                },
                "--port=0",
                "--https",
                "--certificate-out=" + folder.resolve("ca.pem"),
                "--ready-file=" + ready,
                "--env-file=" + env,
                "--admin-key=" + KEY);
        assertEquals(0, code, err.toString());
        assertEquals(8, lines.size());
    }

    @Test
    void refusesAnEnvFileThatNotEveryReaderTakes() {
        int code = run(
                Map.of(), this::look, "--port=0", "--client-secret=a b$c", "--env-file=" + folder.resolve("stub.env"));
        assertEquals(2, code);
        assertTrue(err.toString().contains("env-file: TICK_CLIENT_SECRET has characters"), err.toString());
    }

    @Test
    void leavesNothingBehindWhereAFileCannotBeWritten() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("inside"), "x");
        try (StubServer stub = StubServer.start()) {
            for (StartupFiles files : List.of(
                    new StartupFiles(Optional.of(taken), Optional.empty()),
                    new StartupFiles(Optional.empty(), Optional.of(taken)))) {
                assertThrows(UncheckedIOException.class, () -> files.write(stub, StubConfig.of(), Optional.empty()));
                assertEquals(List.of("taken"), names(folder));
            }
        }
    }

    @Test
    void replacesOnlyFilesOfAStub() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine"), "SECRET=1\n-----BEGIN PRIVATE KEY-----\n");
        for (String option : List.of("--env-file=", "--ready-file=")) {
            assertEquals(2, run(Map.of(), this::look, "--port=0", option + mine));
            assertTrue(err.toString().contains(mine + "; it is there, and no stub wrote it"), err.toString());
        }
        Path both = folder.resolve("both");
        assertEquals(
                2, run(Map.of(), this::look, "--port=0", "--ready-file=" + both, "--env-file=" + folder + "/./both"));
        assertTrue(err.toString().contains("ready-file, env-file: both are " + both), err.toString());
        assertEquals(
                2,
                run(
                        Map.of(),
                        this::look,
                        "--port=0",
                        "--https",
                        "--ready-file=" + both,
                        "--certificate-out=" + folder + "/./both"));
        assertTrue(err.toString().contains("certificate-out, ready-file: both are " + both), err.toString());
        assertEquals(List.of(), seen);
        assertEquals("SECRET=1\n-----BEGIN PRIVATE KEY-----\n", text(mine));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
