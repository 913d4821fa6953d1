package example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The token of an application, one for all callers: fetched when the first needs it, and renewed a minute before its end. */
final class Tokens {
    private static final int MARGIN_SECONDS = 60;

    private final ObjectMapper json = new ObjectMapper();
    private final Sender sender;
    private final URI endpoint;
    private final String form;
    private Optional<String> token = Optional.empty();
    private Instant end = Instant.MIN;

    Tokens(Sender sender, URI endpoint, Map<String, String> form) {
        this.sender = sender;
        this.endpoint = endpoint;
        this.form = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Returns the token; who comes while it is being fetched waits for it. */
    synchronized String current() throws IOException, InterruptedException {
        if (token.isEmpty() || end.isBefore(Instant.now())) {
            JsonNode answer = json.readTree(fetch());
            token = Optional.of(answer.path("access_token").asText());
            end = Instant.now().plusSeconds(answer.path("expires_in").asLong() - MARGIN_SECONDS);
        }
        return token.get();
    }

    /** Forgets a token that was refused, unless somebody has already renewed it. */
    synchronized void drop(String refused) {
        token = token.filter(held -> !held.equals(refused));
    }

    private String fetch() throws IOException, InterruptedException {
        try {
            return sender.send(HttpRequest.newBuilder(endpoint)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
        } catch (Refusal e) {
            throw new IOException("no token: " + e.getMessage(), e);
        }
    }
}
