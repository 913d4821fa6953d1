package dev.tick.conformance.evidence;

import dev.tick.conformance.exchange.Exchange;
import dev.tick.conformance.exchange.Message;
import dev.tick.conformance.exchange.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An exchange as it is shown.
 *
 * @param number its place among those of the run; the first is 1
 * @param request what was sent
 * @param response what came back; empty when nothing did
 * @param failure why nothing came back; empty when something did
 */
public record Evidence(int number, RecordedRequest request, Optional<RecordedResponse> response, String failure) {
    private static final String AUTHORIZATION = "authorization";

    /** Headers whose value a client sends back, and which are thus as good as a token. */
    private static final List<String> COOKIES = List.of("cookie", "set-cookie");

    /**
     * Records an exchange.
     *
     * @param hiding replaces every secret in a text
     */
    public static Evidence of(int number, Exchange exchange, UnaryOperator<String> hiding) {
        Message sent = exchange.message();
        RecordedRequest request = new RecordedRequest(
                sent.method(),
                hiding.apply(sent.path()),
                sent.headers().entrySet().stream()
                        .map(one -> header(one.getKey(), one.getValue(), hiding))
                        .sorted(Comparator.comparing(RecordedHeader::name))
                        .toList(),
                sent.text().map(text -> RecordedBody.of(sent.bytes(), hiding)));
        return new Evidence(
                number,
                request,
                exchange.response().map(one -> response(one, hiding)),
                hiding.apply(exchange.failure()));
    }

    private static RecordedResponse response(Response response, UnaryOperator<String> hiding) {
        return new RecordedResponse(
                response.status(),
                hiding.apply(response.reason()),
                response.headers().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(one -> one.getValue().stream().map(value -> header(one.getKey(), value, hiding)))
                        .toList(),
                Optional.of(response.body())
                        .filter(body -> body.length > 0)
                        .map(body -> RecordedBody.of(body, hiding)));
    }

    private static RecordedHeader header(String name, String value, UnaryOperator<String> hiding) {
        String shown = hiding.apply(value);
        if (COOKIES.stream().anyMatch(name::equalsIgnoreCase)) {
            shown = Secrets.HIDDEN;
        } else if (name.equalsIgnoreCase(AUTHORIZATION)) {
            shown = Secrets.credentials(shown);
        }
        return new RecordedHeader(hiding.apply(name), shown);
    }

    /** Returns one line for people, such as {@code GET /a -> 200}. */
    public String line() {
        return request.method() + " " + request.path() + " -> "
                + response.map(one -> String.valueOf(one.status())).orElse(failure);
    }

    /** Returns this exchange with each text replaced that may come from the target or name its owner. */
    public Evidence map(UnaryOperator<String> text) {
        return new Evidence(number, request.map(text), response.map(one -> one.map(text)), text.apply(failure));
    }
}
