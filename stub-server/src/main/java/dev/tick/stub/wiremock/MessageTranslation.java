package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.stub.http.Delivery;
import dev.tick.stub.http.Transmission;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Translates between WireMock's messages and ours. */
final class MessageTranslation {
    /** In so many pieces comes a slow body. */
    private static final int PIECES = 20;

    /** The form of RFC 9110, section 5.6.7; Java's own has a day of one digit where that is enough. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private MessageTranslation() {}

    /**
     * Translates a request.
     *
     * @param json reads its body, when it is asked for
     */
    static Request request(com.github.tomakehurst.wiremock.http.Request received, Body.Parser json) {
        byte[] body = received.getBody();
        return new Request(
                origin(received),
                received.getMethod().value(),
                received.getUrl(),
                new Headers(received.getHeaders().all().stream()
                        .flatMap(
                                header -> header.values().stream().map(value -> new Headers.Field(header.key(), value)))
                        .toList()),
                body == null ? Body.none() : Body.of(body, json));
    }

    /** HTTP/2 has no header Host. */
    private static String origin(com.github.tomakehurst.wiremock.http.Request received) {
        return received.getScheme() + "://" + received.getHost() + ":" + received.getPort();
    }

    /**
     * Translates a response, with the header {@code Date}, which every server with a clock sends (RFC 9110, section 6.6.1).
     *
     * @param clock tells when it is sent
     */
    static ResponseDefinition response(Transmission sent, Clock clock) {
        ResponseDefinitionBuilder response = ResponseDefinitionBuilder.responseDefinition()
                .withStatus(sent.response().status())
                .withBody(sent.response().body().bytes());
        sent.response().headers().forEach((name, value) -> response.withHeader(name, value));
        if (sent.response().header("Date").isEmpty()) {
            response.withHeader("Date", date(clock.instant()));
        }
        deliver(sent.delivery(), response);
        return response.build();
    }

    /** Returns an instant as headers have it. */
    static String date(Instant instant) {
        return DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    private static void deliver(Delivery delivery, ResponseDefinitionBuilder response) {
        if (delivery instanceof Delivery.Delayed late) {
            response.withFixedDelay(Math.toIntExact(late.by().toMillis()));
        } else if (delivery instanceof Delivery.Trickled slow) {
            response.withChunkedDribbleDelay(PIECES, Math.toIntExact(slow.over().toMillis()));
        } else if (delivery instanceof Delivery.Dropped lost) {
            response.withFault(
                    switch (lost.how()) {
                        case CLOSED -> Fault.EMPTY_RESPONSE;
                        case RESET -> Fault.CONNECTION_RESET_BY_PEER;
                        case GARBLED -> Fault.MALFORMED_RESPONSE_CHUNK;
                    });
        }
    }
}
