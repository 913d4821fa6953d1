package dev.tick.conformance;

import dev.tick.conformance.client.ClientTask;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The sound client of the tests, as a long-lived process that does the work of several scenarios at once. */
final class PracticePool {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Map<String, String> VARIABLES = Map.of(
            "baseUrl", ClientTask.BASE_URL,
            "tokenEndpoint", ClientTask.TOKEN_ENDPOINT,
            "clientId", ClientTask.CLIENT_ID,
            "clientSecret", ClientTask.CLIENT_SECRET,
            "resource", ClientTask.RESOURCE);

    private PracticePool() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode told = JSON.readTree(line);
            all = CompletableFuture.allOf(
                    all, CompletableFuture.runAsync(() -> perform(told), task -> new Thread(task).start()));
        }
        all.join();
    }

    private static void perform(JsonNode told) {
        try {
            Path folder = Files.createTempDirectory("tick-practice-");
            Map<String, String> environment = new HashMap<>();
            VARIABLES.forEach(
                    (key, variable) -> environment.put(variable, told.path(key).asString()));
            ClientTask task = new ClientTask(environment, folder, Duration.ofMinutes(1));
            Files.writeString(task.work(), told.toString());
            new PracticeClient().run(task);
            ObjectNode answer = (ObjectNode) JSON.readTree(task.report());
            answer.put("scenario", told.path("scenario").asString());
            Files.delete(task.work());
            Files.delete(task.report());
            Files.delete(folder);
            System.out.println(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
