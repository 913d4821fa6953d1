package example;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The adapter with which `tick judge` judges the connector: does the work of a scenario, and reports. */
final class Judged {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> INDICATOR = new TypeReference<>() {};

    private final Map<String, String> ids = new HashMap<>();
    private final Connector connector;

    private Judged(Connector connector) {
        this.connector = connector;
    }

    public static void main(String[] args) throws IOException {
        Map<String, String> told = System.getenv();
        Judged judged = new Judged(new Connector(
                URI.create(told.get("TICK_BASE_URL")),
                URI.create(told.get("TICK_TOKEN_ENDPOINT")),
                told.get("TICK_CLIENT_ID"),
                told.get("TICK_CLIENT_SECRET"),
                time -> Thread.sleep(time.toMillis())));
        ArrayNode report = JSON.createArrayNode();
        for (JsonNode piece : JSON.readTree(Path.of(told.get("TICK_WORK")).toFile()).get("work")) {
            report.addObject().put("id", piece.get("id").asInt()).put("outcome", judged.outcome(piece));
        }
        JSON.writeValue(Path.of(told.get("TICK_REPORT")).toFile(), Map.of("work", report));
    }

    private String outcome(JsonNode piece) {
        try {
            work(piece);
            return "done";
        } catch (IOException | InterruptedException e) {
            System.err.println(e);
            return "failed";
        }
    }

    private void work(JsonNode piece) throws IOException, InterruptedException {
        JsonNode body = piece.path("body");
        switch (piece.get("do").asText()) {
            case "submit" -> ids.put(body.get("indicatorValue").asText(), connector.submit(JSON.convertValue(body, INDICATOR)));
            case "import" -> {
                List<Map<String, Object>> indicators = new ArrayList<>();
                body.get("Indicators").forEach(one -> indicators.add(JSON.convertValue(one, INDICATOR)));
                if (connector.importAll(indicators).stream().anyMatch(one -> one.failure().isPresent())) {
                    throw new IOException("an item was not taken");
                }
            }
            case "list" -> connector.list();
            case "delete" -> connector.delete(ids.get(piece.get("value").asText()));
            case "batch-delete" -> {
                List<String> values = new ArrayList<>();
                piece.get("values").forEach(value -> values.add(ids.get(value.asText())));
                connector.deleteAll(values);
            }
            default -> throw new IOException("no such work: " + piece);
        }
    }
}
