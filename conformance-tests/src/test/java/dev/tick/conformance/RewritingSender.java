package dev.tick.conformance;

import dev.tick.conformance.exchange.Exchange;
import dev.tick.conformance.exchange.Message;
import dev.tick.conformance.exchange.Response;
import dev.tick.conformance.exchange.Sender;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Changes successful answers, headers and body, on their way to the checks. */
final class RewritingSender implements Sender {
    private final Sender sender;
    private final String pattern;
    private final String replacement;

    RewritingSender(Sender sender, String pattern, String replacement) {
        this.sender = sender;
        this.pattern = pattern;
        this.replacement = replacement;
    }

    @Override
    public Exchange send(Message message) {
        Exchange exchange = sender.send(message);
        return new Exchange(message, exchange.response().map(this::rewritten), exchange.failure());
    }

    @Override
    public void close() {
        sender.close();
    }

    private Response rewritten(Response response) {
        if (response.status() / 100 != 2) {
            return response;
        }
        Map<String, List<String>> headers = new HashMap<>();
        response.headers()
                .forEach((name, values) -> headers.put(
                        name,
                        values.stream()
                                .map(value -> value.replaceAll(pattern, replacement))
                                .toList()));
        String body = new String(response.body(), StandardCharsets.UTF_8).replaceAll(pattern, replacement);
        return new Response(response.status(), headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
