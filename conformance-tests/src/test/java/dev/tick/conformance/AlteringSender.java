package dev.tick.conformance;

import dev.tick.conformance.exchange.Exchange;
import dev.tick.conformance.exchange.Message;
import dev.tick.conformance.exchange.Response;
import dev.tick.conformance.exchange.Sender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Alters requests on their way to a sound server and answers on their way back, so that the server looks broken. */
final class AlteringSender implements Sender {
    private final Sender sender;
    private final UnaryOperator<Message> request;
    private final BiFunction<Message, Response, Response> answer;

    AlteringSender(URI baseUrl, UnaryOperator<Message> request, BiFunction<Message, Response, Response> answer) {
        sender = new QuickSender(baseUrl);
        this.request = request;
        this.answer = answer;
    }

    /** Replaces text in the headers and bodies of successful answers. */
    static Sender rewriting(URI baseUrl, String pattern, String replacement) {
        return new AlteringSender(
                baseUrl,
                message -> message,
                (message, response) ->
                        response.status() / 100 == 2 ? rewritten(response, pattern, replacement) : response);
    }

    static Response rewritten(Response response, String pattern, String replacement) {
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

    @Override
    public Exchange send(Message message) {
        Exchange exchange = sender.send(request.apply(message));
        return new Exchange(
                message, exchange.response().map(response -> answer.apply(message, response)), exchange.failure());
    }

    @Override
    public void close() {
        sender.close();
    }
}
