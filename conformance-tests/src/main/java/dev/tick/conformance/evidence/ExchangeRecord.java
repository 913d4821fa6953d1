package dev.tick.conformance.evidence;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
public record ExchangeRecord(int number, RecordedRequest request, Optional<RecordedResponse> response, String failure) {
    private static final String AUTHORIZATION = "authorization";

    /** Headers whose value a client sends back, and which are thus as good as a token. */
    private static final List<String> COOKIES = List.of("cookie", "set-cookie");

    /**
     * Records an exchange.
     *
     * @param number its place among those of the run; the first is 1
     * @param hiding replaces every secret in a text
     */
    public static ExchangeRecord of(int number, Exchange exchange, UnaryOperator<String> hiding) {
        RecordedRequest request = new RecordedRequest(
                exchange.request().method(),
                hiding.apply(exchange.request().url()),
                exchange.request().headers().fields().stream()
                        .map(one -> header(one.name(), one.value(), hiding))
                        .sorted(Comparator.comparing(RecordedHeader::name))
                        .toList(),
                Optional.of(exchange.request().body())
                        .filter(body -> !body.isAbsent())
                        .map(body -> RecordedBody.of(body.bytes(), hiding)));
        return new ExchangeRecord(
                number,
                request,
                exchange.response().map(one -> response(one, hiding)),
                hiding.apply(exchange.failure()));
    }

    private static RecordedResponse response(Response response, UnaryOperator<String> hiding) {
        return new RecordedResponse(
                response.status(),
                hiding.apply(response.reason()),
                response.headers().fields().stream()
                        .map(one -> header(one.name().toLowerCase(Locale.ROOT), one.value(), hiding))
                        .sorted(Comparator.comparing(RecordedHeader::name))
                        .toList(),
                Optional.of(response.body())
                        .filter(body -> !body.isEmpty())
                        .map(body -> RecordedBody.of(body.bytes(), hiding)));
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
    public ExchangeRecord map(UnaryOperator<String> text) {
        return new ExchangeRecord(number, request.map(text), response.map(one -> one.map(text)), text.apply(failure));
    }
}
