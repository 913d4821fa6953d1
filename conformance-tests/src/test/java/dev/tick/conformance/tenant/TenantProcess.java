package dev.tick.conformance.tenant;

import dev.tick.conformance.exchange.TrustedAuthorities;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stub in a process of its own that stands in for a tenant, at an address that is not this machine's loopback. */
final class TenantProcess implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Process process;
    private final Map<String, String> told;
    private final HttpClient client;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private long seen;

    private TenantProcess(Process process, Map<String, String> told) {
        this.process = process;
        this.told = told;
        client = HttpClient.newBuilder()
                .sslContext(TrustedAuthorities.read(Path.of(value("TICK_CA_FILE")))
                        .context()
                        .orElseThrow())
                .build();
    }

    /**
     * Starts a stub with HTTPS and 80 ms for each answer.
     *
     * @param settings further lines of its configuration
     */
    static TenantProcess start(Path folder, String settings) throws IOException, InterruptedException {
        Path configuration = Files.writeString(
                folder.resolve("stub.yaml"),
                "port: 0\nbind: " + address() + "\nhttps: true\nscenario: delay 80ms\n" + settings);
        Path output = folder.resolve("stub.out");
        Path environment = folder.resolve("stub.env");
        Path ready = folder.resolve("stub.ready");
        Process process = Children.java(
                output,
                Map.of(),
                "dev.tick.stub.command.StubMain",
                List.of(
                        "--config", configuration.toString(),
                        "--env-file", environment.toString(),
                        "--ready-file", ready.toString()));
        Children.await(process, () -> Files.exists(ready), output);
        Map<String, String> told = new TreeMap<>();
        Files.readAllLines(environment).stream()
                .map(line -> line.split("=", 2))
                .forEach(pair -> told.put(pair[0], pair[1]));
        return new TenantProcess(process, told);
    }

    /** Returns an address of this machine that a run takes for another one. */
    private static String address() throws IOException {
        Optional<InetAddress> found = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(one -> one.getAddress().length == 4 && !one.isLoopbackAddress())
                .findFirst();
        return found.orElseThrow(() -> new IOException("this machine has no address but its loopback"))
                .getHostAddress();
    }

    String value(String name) {
        return Optional.ofNullable(told.get(name))
                .orElseThrow(() -> new AssertionError(name + " is not in " + told.keySet()));
    }

    URI baseUrl() {
        return URI.create(value("TICK_BASE_URL"));
    }

    String token(String application, String variant) throws IOException, InterruptedException {
        return admin("POST", "/tick/tokens", Map.of("application", application, "variant", variant))
                .path("access_token")
                .asString();
    }

    /** Submits what others hold, and a run must leave alone. */
    void submit(String path, String token, Map<String, ?> entity) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(baseUrl() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(entity)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the stub does not take what others hold: " + answer.body());
        }
    }

    /** Returns what it holds of all applications. */
    Set<String> holdings() throws IOException, InterruptedException {
        Set<String> all = new TreeSet<>();
        admin("GET", "/tick/entities", Map.of()).path("entities").forEach(one -> all.add(one.toString()));
        return all;
    }

    /** Returns how often each status was answered so far; to be asked before the journal has forgotten anything. */
    Map<Integer, Integer> statuses() throws IOException, InterruptedException {
        for (JsonNode entry :
                admin("GET", "/tick/journal?after=" + seen, Map.of()).path("entries")) {
            statuses.merge(entry.path("answer").path("status").asInt(), 1, Integer::sum);
            seen = Math.max(seen, entry.path("number").asLong());
        }
        return statuses;
    }

    private JsonNode admin(String method, String path, Map<String, String> body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(baseUrl() + path)).header("X-Tick-Key", value("TICK_ADMIN_KEY"));
        HttpResponse<String> answer = client.send(
                (method.equals("GET")
                                ? request.GET()
                                : request.header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body))))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + " -> " + answer.statusCode() + " " + answer.body());
        }
        return MAPPER.readTree(answer.body());
    }

    @Override
    public void close() {
        Children.end(process);
    }
}
