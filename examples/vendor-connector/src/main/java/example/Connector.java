package example;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pushes indicators into a tenant, lists and deletes them. It keeps its token and renews it when it is refused, waits as long as the
 * service asks, and sends again what met passing trouble or got no answer, since a second submit, import or list changes nothing, and a
 * second delete is refused with 404. Threads may share it.
 */
public final class Connector {
    private static final int BATCH = 500;
    private static final String PATH = "/api/indicators";
    private static final String RESOURCE = "https://api.securitycenter.microsoft.com";

    private final ObjectMapper json = new ObjectMapper();
    private final URI api;
    private final Sender sender;
    private final Tokens tokens;

    /** Creates a connector that speaks to this API with tokens of that endpoint. */
    public Connector(URI api, URI tokens, String clientId, String clientSecret, Pause pause) {
        this.api = api;
        sender = new Sender(pause);
        Map<String, String> form = Map.of(
                "grant_type", "client_credentials",
                "client_id", clientId,
                "client_secret", clientSecret,
                "resource", RESOURCE);
        this.tokens = new Tokens(sender, tokens, form);
    }

    /**
     * Submits an indicator, and returns the id under which the service keeps it.
     *
     * @throws Refusal when the service refuses; it names the status and what the service said
     */
    public String submit(Map<String, ?> indicator) throws IOException, InterruptedException {
        return call(post(PATH, indicator)).path("id").asText();
    }

    /** Imports indicators, 500 at most in a call, and returns what became of each. */
    public List<Imported> importAll(List<? extends Map<String, ?>> indicators) throws IOException, InterruptedException {
        List<Imported> results = new ArrayList<>();
        for (List<?> batch : batches(indicators)) {
            JsonNode answer = call(post(PATH + "/import", Map.of("Indicators", batch)));
            answer.path("value").forEach(one -> results.add(imported(one)));
        }
        return results;
    }

    /** Returns the active indicators, of all pages. */
    public List<Map<String, Object>> list() throws IOException, InterruptedException {
        List<Map<String, Object>> found = new ArrayList<>();
        Optional<URI> page = Optional.of(api.resolve(PATH));
        while (page.isPresent()) {
            JsonNode answer = call(HttpRequest.newBuilder(page.get()));
            found.addAll(json.convertValue(answer.path("value"), new TypeReference<List<Map<String, Object>>>() {}));
            page = text(answer, "@odata.nextLink").map(this::atOurHost);
        }
        return found;
    }

    /** Deletes the indicator of an id. */
    public void delete(String id) throws IOException, InterruptedException {
        call(HttpRequest.newBuilder(api.resolve(PATH + "/" + id)).DELETE());
    }

    /** Deletes the indicators of these ids, 500 at most in a call. */
    public void deleteAll(List<String> ids) throws IOException, InterruptedException {
        for (List<?> batch : batches(ids)) {
            call(post(PATH + "/BatchDelete", Map.of("IndicatorIds", batch)));
        }
    }

    private HttpRequest.Builder post(String path, Object body) throws IOException {
        return HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    /** Sends a request, once more with a new token if its token is refused, and returns the JSON of the answer. */
    private JsonNode call(HttpRequest.Builder request) throws IOException, InterruptedException {
        String token = tokens.current();
        try {
            return json.readTree(sender.send(request.setHeader("Authorization", "Bearer " + token)));
        } catch (Refusal e) {
            if (e.status() != 401) {
                throw e;
            }
        }
        tokens.drop(token);
        return json.readTree(sender.send(request.setHeader("Authorization", "Bearer " + tokens.current())));
    }

    /** Leads a link to our own host, so that no other is given the token. */
    private URI atOurHost(String link) {
        URI page = URI.create(link);
        return api.resolve(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
    }

    private static Imported imported(JsonNode one) {
        Optional<String> failure = one.path("isFailed").asBoolean()
                ? Optional.of(text(one, "failureReason").orElse("no reason was given"))
                : Optional.empty();
        return new Imported(one.path("indicator").asText(), text(one, "id"), failure);
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.path(name).textValue());
    }

    private static List<List<?>> batches(List<?> all) {
        List<List<?>> batches = new ArrayList<>();
        for (int i = 0; i < all.size(); i += BATCH) {
            batches.add(all.subList(i, Math.min(all.size(), i + BATCH)));
        }
        return batches;
    }
}
