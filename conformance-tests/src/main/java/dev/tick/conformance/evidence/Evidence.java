package dev.tick.conformance.evidence;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * An exchange as it is shown.
 *
 * @param number its place among those of the run; the first is 1
 * @param request what was sent
 * @param answer what came back; empty when nothing did
 * @param failure why nothing came back; empty when something did
 */
public record Evidence(int number, Request request, Optional<Answer> answer, String failure) {
    private static final String AUTHORIZATION = "authorization";

    /** What a target hands out to be sent back to it is as good as a token. */
    private static final List<String> COOKIES = List.of("cookie", "set-cookie");

    /**
     * A request.
     *
     * @param method in capitals
     * @param path path and query below the target's base URL, percent-encoded
     * @param headers by name
     * @param body empty for none
     */
    public record Request(String method, String path, List<Header> headers, Optional<Body> body) {
        /** Copies the headers. */
        public Request {
            headers = List.copyOf(headers);
        }
    }

    /**
     * An answer.
     *
     * @param status the status code
     * @param reason the phrase behind it; empty where there is none
     * @param headers by name
     * @param body empty for none
     */
    public record Answer(int status, String reason, List<Header> headers, Optional<Body> body) {
        /** Copies the headers. */
        public Answer {
            headers = List.copyOf(headers);
        }
    }

    /**
     * Of an exchange.
     *
     * @param hiding replaces every secret in a text
     */
    public static Evidence of(int number, Exchange exchange, UnaryOperator<String> hiding) {
        Request request = new Request(
                exchange.request().method(),
                hiding.apply(exchange.request().url()),
                exchange.request().headers().fields().stream()
                        .map(one -> header(one.name(), one.value(), hiding))
                        .sorted(Comparator.comparing(Header::name))
                        .toList(),
                Optional.of(exchange.request().body())
                        .filter(body -> !body.isAbsent())
                        .map(body -> Body.of(body.bytes(), hiding)));
        return new Evidence(
                number,
                request,
                exchange.response().map(answer -> answer(answer, hiding)),
                hiding.apply(exchange.failure()));
    }

    private static Answer answer(Response response, UnaryOperator<String> hiding) {
        return new Answer(
                response.status(),
                hiding.apply(response.reason()),
                response.headers().fields().stream()
                        .map(one -> header(one.name().toLowerCase(Locale.ROOT), one.value(), hiding))
                        .sorted(Comparator.comparing(Header::name))
                        .toList(),
                Optional.of(response.body())
                        .filter(body -> !body.isEmpty())
                        .map(body -> Body.of(body.bytes(), hiding)));
    }

    private static Header header(String name, String value, UnaryOperator<String> hiding) {
        String shown = hiding.apply(value);
        if (COOKIES.stream().anyMatch(name::equalsIgnoreCase)) {
            shown = Secrets.HIDDEN;
        } else if (name.equalsIgnoreCase(AUTHORIZATION)) {
            shown = Secrets.credentials(shown);
        }
        return new Header(hiding.apply(name), shown);
    }

    /** One line for people. */
    public String line() {
        return request.method() + " " + request.path() + " -> "
                + answer.map(one -> String.valueOf(one.status())).orElse(failure);
    }

    /** The same with each text that may come from the target or name its owner replaced. */
    public Evidence map(UnaryOperator<String> text) {
        return new Evidence(
                number,
                new Request(
                        request.method(),
                        text.apply(request.path()),
                        headers(request.headers(), text),
                        request.body().map(body -> body.map(text))),
                answer.map(one -> new Answer(
                        one.status(),
                        text.apply(one.reason()),
                        headers(one.headers(), text),
                        one.body().map(body -> body.map(text)))),
                text.apply(failure));
    }

    private static List<Header> headers(List<Header> headers, UnaryOperator<String> text) {
        return Stream.of(headers)
                .flatMap(List::stream)
                .map(one -> new Header(text.apply(one.name()), text.apply(one.value())))
                .toList();
    }
}
