package dev.tick.conformance;

import dev.tick.conformance.exchange.Sender;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Alters requests on their way to a sound server and answers on their way back, so that the server looks broken. */
public final class AlteringSender implements Sender {
    private final Sender sender;
    private final UnaryOperator<Request> request;
    private final BiFunction<Request, Response, Response> answer;

    /** Sends to this target, with each request and each answer altered. */
    public AlteringSender(URI baseUrl, UnaryOperator<Request> request, BiFunction<Request, Response, Response> answer) {
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
        Headers headers = new Headers(response.headers().fields().stream()
                .map(field -> new Headers.Field(field.name(), field.value().replaceAll(pattern, replacement)))
                .toList());
        return new Response(
                response.status(), headers, Body.of(response.body().text().replaceAll(pattern, replacement)));
    }

    @Override
    public Exchange send(Request message) {
        Exchange exchange = sender.send(request.apply(message));
        return new Exchange(
                message, exchange.response().map(response -> answer.apply(message, response)), exchange.failure());
    }

    @Override
    public void close() {
        sender.close();
    }
}
