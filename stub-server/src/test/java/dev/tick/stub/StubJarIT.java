package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The runnable jar, as its user runs it. */
class StubJarIT {
    private static final Path JAR = Path.of("target", "tick-stub.jar");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void servesWhatItPrints() throws Exception {
        Process process = run("--port", "0");
        try {
            Map<String, String> printed = introduction(output(process));
            String form = "grant_type=client_credentials&client_id=" + printed.get("Client id") + "&client_secret="
                    + printed.get("Client secret") + "&resource="
                    + URLEncoder.encode(printed.getOrDefault("Resource", ""), StandardCharsets.UTF_8);
            JsonNode token = json(
                    post(printed.getOrDefault("Token endpoint", ""), form, "application/x-www-form-urlencoded", ""));
            String bearer = "Bearer " + token.path("access_token").asString();
            String url = printed.get("Base URL") + "/api/tiindicators";
            HttpResponse<String> created = post(url, Caller.SUBMISSION, "application/json", bearer);
            assertEquals(201, created.statusCode(), created.body());
            assertEquals(
                    printed.get("Client id"), json(created).path("createdBy").asString());
            // WireMock carries the message files of an older networknt; in one jar they must not win.
            assertEquals(
                    "Parameter indicator is missing. Parameter indicatorType is missing. Parameter action is missing."
                            + " /title: expected type [\"string\",\"null\"], got 5.",
                    json(post(url, "{\"title\": 5}", "application/json", bearer))
                            .at("/error/message")
                            .asString());
        } finally {
            process.destroy();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS), "it did not stop within 10 s");
        }
    }

    @Test
    void servesOverHttpsAndClosesWhenItIsStopped() throws Exception {
        Process process = run("--port", "0", "--https");
        try {
            BufferedReader output = output(process);
            Map<String, String> printed = introduction(output);
            Path certificate = Path.of(printed.getOrDefault("Certificate", ""));
            HttpRequest request = HttpRequest.newBuilder(URI.create(printed.get("Base URL") + "/api/tiindicators"))
                    .build();
            HttpResponse<String> answer = HttpsTest.trusting(Files.readString(certificate))
                    .send(request, HttpResponse.BodyHandlers.ofString());
            assertEquals(401, answer.statusCode(), answer.body());
            // SIGTERM; the JVM then ends with 128 + 15.
            process.toHandle().destroy();
            assertEquals("Stopped; nothing is kept.", output.readLine());
            assertTrue(process.waitFor(10, TimeUnit.SECONDS), "it did not stop within 10 s");
            assertEquals(143, process.exitValue());
            assertFalse(Files.exists(certificate));
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void servesWithTheKeysThatItIsGivenAndTellsOthersWhenItServes(@TempDir Path folder) throws Exception {
        KeyPair keys = ClientCertificate.keys();
        String key = pem("PRIVATE KEY", keys.getPrivate().getEncoded());
        Files.writeString(folder.resolve("key.pem"), key);
        Files.writeString(
                folder.resolve("server.pem"),
                pem("CERTIFICATE", ClientCertificate.of(keys).getEncoded()) + key);
        Path ready = folder.resolve("ready");
        Path env = folder.resolve("env");
        Process process = run(
                "--port=0",
                "--https",
                "--client-id=pusher",
                "--signing-key=" + folder.resolve("key.pem"),
                "--certificate=" + folder.resolve("server.pem"),
                "--ready-file=" + ready,
                "--env-file=" + env);
        try {
            Process waiting = run("wait", "--ready-file", ready.toString(), "--timeout", "60s");
            String url = output(waiting).readLine();
            assertTrue(waiting.waitFor(10, TimeUnit.SECONDS), "it did not end within 10 s");
            assertEquals(0, waiting.exitValue(), url);
            List<String> lines = Files.readAllLines(env);
            assertTrue(lines.contains("TICK_BASE_URL=" + url), lines::toString);
            assertTrue(lines.contains("TICK_CLIENT_ID=pusher"), lines::toString);
        } finally {
            process.toHandle().destroy();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS), "it did not stop within 10 s");
        }
        assertFalse(Files.exists(ready) || Files.exists(env));
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END " + kind
                + "-----\n";
    }

    @Test
    void explainsWithoutAServer() throws Exception {
        Process process = run("explain", "-");
        process.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        List<String> lines = output(process).lines().toList();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "it did not end within 10 s");
        assertEquals(3, process.exitValue());
        assertEquals(
                List.of(
                        "Read as submitOrUpdateIndicator of indicators (edition 2025-12): POST /api/indicators; --contract and --operation choose another",
                        "submitOrUpdateIndicator would refuse it, with 400 MissingRequiredParameter: Parameter indicatorValue is missing."
                                + " Parameter indicatorType is missing. Parameter action is missing. Parameter title is missing."
                                + " Parameter description is missing."),
                lines.subList(0, 2));
    }

    private static Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Reads until the last line of the introduction; a jar that dies ends the stream. */
    private static Map<String, String> introduction(BufferedReader lines) throws IOException {
        Map<String, String> printed = new LinkedHashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                printed.put(line.substring(0, colon), line.substring(colon + 1).trim());
            }
            if (line.startsWith("Stop with")) {
                return printed;
            }
        }
        throw new IllegalStateException("the jar ended before it had introduced itself: " + printed);
    }

    private HttpResponse<String> post(String url, String body, String type, String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
