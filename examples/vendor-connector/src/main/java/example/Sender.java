package example;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Sends a request until it is taken, refused, or has met too much trouble. */
final class Sender {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(DEADLINE).build();
    private final Pause pause;

    Sender(Pause pause) {
        this.pause = pause;
    }

    /**
     * Returns the text of the answer that took the request.
     *
     * @throws Refusal when an answer refuses it, or the service cannot take it for too long
     * @throws IOException when no answer comes
     */
    String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest sent = request.timeout(DEADLINE).build();
        for (int attempt = 1; ; attempt++) {
            Optional<Duration> wait;
            IOException trouble;
            try {
                HttpResponse<String> answer = http.send(sent, HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 == 2) {
                    return answer.body();
                }
                wait = Patience.after(attempt, answer.statusCode(), answer.headers());
                trouble = new Refusal(answer.statusCode(), answer.statusCode() + " " + answer.body());
            } catch (IOException e) {
                wait = Patience.afterLoss(attempt);
                trouble = e;
            }
            if (wait.isEmpty()) {
                throw trouble;
            }
            pause.rest(wait.get());
        }
    }
}
