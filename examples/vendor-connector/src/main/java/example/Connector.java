package example;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Pushes indicators into a tenant: fetches a token and renews it when it is refused, waits as long as the service asks, and sends
 * again what got no answer, since a second submit of the same indicator changes nothing.
 */
public final class Connector {
    private static final int ATTEMPTS = 5;
    private static final String RESOURCE = "https://api.securitycenter.microsoft.com";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final URI api;
    private final URI tokens;
    private final String clientId;
    private final String clientSecret;
    private final Pause pause;
    private Optional<String> token = Optional.empty();

    /** How to wait; in tests, not at all. */
    public interface Pause {
        void rest(Duration time) throws InterruptedException;
    }

    public Connector(URI api, URI tokens, String clientId, String clientSecret, Pause pause) {
        this.api = api;
        this.tokens = tokens;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.pause = pause;
    }

    /** Submits an indicator; an exception names the status and what the service said. */
    public void submit(Map<String, ?> indicator) throws IOException, InterruptedException {
        String body = json.writeValueAsString(indicator);
        IOException lost = new IOException("no attempt was made");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            HttpResponse<String> answer;
            try {
                answer = post(body);
            } catch (IOException e) {
                lost = e;
                continue;
            }
            switch (answer.statusCode()) {
                case 200, 201, 202 -> {
                    return;
                }
                case 401 -> token = Optional.empty();
                case 429, 503 -> pause.rest(Duration.ofSeconds(answer.headers()
                        .firstValueAsLong("Retry-After")
                        .orElse(30)));
                default -> throw new IOException(answer.statusCode() + " " + answer.body());
            }
            lost = new IOException(answer.statusCode() + " " + answer.body());
        }
        throw lost;
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        if (token.isEmpty()) {
            token = Optional.of(fetchToken());
        }
        return http.send(
                HttpRequest.newBuilder(api.resolve("/api/indicators"))
                        .header("Authorization", "Bearer " + token.get())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String fetchToken() throws IOException, InterruptedException {
        String form = Map.of(
                        "grant_type", "client_credentials",
                        "client_id", clientId,
                        "client_secret", clientSecret,
                        "resource", RESOURCE)
                .entrySet()
                .stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(tokens)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("no token: " + answer.statusCode() + " " + answer.body());
        }
        return json.readTree(answer.body()).get("access_token").asText();
    }
}
