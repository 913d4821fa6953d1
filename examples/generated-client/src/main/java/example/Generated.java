package example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tick.client.indicators.ApiClient;
import dev.tick.client.indicators.ApiException;
import dev.tick.client.indicators.api.IndicatorsApi;
import dev.tick.client.indicators.model.ImportResult;
import dev.tick.client.indicators.model.ImportResults;
import dev.tick.client.indicators.model.Indicator;
import dev.tick.client.indicators.model.IndicatorDeletion;
import dev.tick.client.indicators.model.IndicatorImport;
import dev.tick.client.indicators.model.IndicatorSubmission;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The generated client as it is: one token, one call for each piece of work, and whatever throws has failed. */
final class Generated {
    private static final Map<String, String> TOLD = System.getenv();

    private final Map<String, String> ids = new HashMap<>();
    private final ObjectMapper json;
    private final IndicatorsApi api;
    private String token = "";

    private Generated() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(TOLD.get("TICK_BASE_URL"));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        json = client.getObjectMapper();
        api = new IndicatorsApi(client);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Generated generated = new Generated();
        ObjectMapper json = generated.json;
        ArrayNode report = json.createArrayNode();
        for (JsonNode piece : json.readTree(new File(TOLD.get("TICK_WORK"))).get("work")) {
            report.addObject().put("id", piece.get("id").asInt()).put("outcome", generated.outcome(piece));
        }
        json.writeValue(new File(TOLD.get("TICK_REPORT")), Map.of("work", report));
    }

    private static String fetched() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + escaped("TICK_CLIENT_ID")
                + "&client_secret=" + escaped("TICK_CLIENT_SECRET") + "&resource=" + escaped("TICK_RESOURCE");
        HttpRequest request = HttpRequest.newBuilder(URI.create(TOLD.get("TICK_TOKEN_ENDPOINT")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
        String token = new ObjectMapper().readTree(answer).path("access_token").asText();
        if (token.isEmpty()) {
            throw new IOException("no token: " + answer);
        }
        return token;
    }

    private static String escaped(String name) {
        return URLEncoder.encode(TOLD.get(name), StandardCharsets.UTF_8);
    }

    private String outcome(JsonNode piece) throws InterruptedException {
        try {
            if (token.isEmpty()) {
                token = fetched();
            }
            work(piece);
            return "done";
        } catch (ApiException | IOException e) {
            System.err.println(e);
            return "failed";
        }
    }

    private void work(JsonNode piece) throws ApiException, IOException {
        switch (piece.get("do").asText()) {
            case "submit" -> {
                Indicator kept = api.submitOrUpdateIndicator(json.treeToValue(piece.get("body"), IndicatorSubmission.class));
                ids.put(kept.getIndicatorValue(), kept.getId());
            }
            case "import" -> {
                ImportResults results = api.importIndicators(json.treeToValue(piece.get("body"), IndicatorImport.class));
                if (results.getValue().stream().anyMatch(ImportResult::getIsFailed)) {
                    throw new IOException("an item was not taken");
                }
            }
            // The client has no call for the link of a page, so that this is the first one.
            case "list" -> api.listTenantIndicators(null, null, null);
            case "delete" -> api.deleteIndicator(ids.get(piece.get("value").asText()));
            case "batch-delete" -> {
                IndicatorDeletion deletion = new IndicatorDeletion();
                piece.get("values").forEach(value -> deletion.addIndicatorIdsItem(ids.get(value.asText())));
                api.batchDeleteIndicators(deletion);
            }
            default -> throw new IOException("no such work: " + piece);
        }
    }
}
