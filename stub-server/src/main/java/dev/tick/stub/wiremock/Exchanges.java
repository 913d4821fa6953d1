package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import dev.tick.stub.http.Call;
import dev.tick.stub.http.Delivery;
import dev.tick.stub.http.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** Translates between WireMock's messages and ours. */
final class Exchanges {
    /** In so many pieces comes a slow body. */
    private static final int PIECES = 20;

    private Exchanges() {}

    static Call call(Request request) {
        byte[] body = request.getBody();
        Map<String, String> headers = new LinkedHashMap<>();
        request.getHeaders().all().forEach(header -> headers.put(header.key(), header.firstValue()));
        return new Call(
                origin(request),
                request.getMethod().value(),
                request.getUrl(),
                headers,
                body == null ? new byte[0] : body);
    }

    /** HTTP/2 has no header Host. */
    private static String origin(Request request) {
        return request.getScheme() + "://" + request.getHost() + ":" + request.getPort();
    }

    static ResponseDefinition response(Reply reply) {
        ResponseDefinitionBuilder response = ResponseDefinitionBuilder.responseDefinition()
                .withStatus(reply.status())
                .withBody(reply.body());
        reply.headers().forEach((name, value) -> response.withHeader(name, value));
        deliver(reply.delivery(), response);
        return response.build();
    }

    private static void deliver(Delivery delivery, ResponseDefinitionBuilder response) {
        if (delivery instanceof Delivery.Late late) {
            response.withFixedDelay(Math.toIntExact(late.by().toMillis()));
        } else if (delivery instanceof Delivery.Slow slow) {
            response.withChunkedDribbleDelay(PIECES, Math.toIntExact(slow.over().toMillis()));
        } else if (delivery instanceof Delivery.Lost lost) {
            response.withFault(
                    switch (lost.how()) {
                        case CLOSED -> Fault.EMPTY_RESPONSE;
                        case RESET -> Fault.CONNECTION_RESET_BY_PEER;
                        case GARBLED -> Fault.MALFORMED_RESPONSE_CHUNK;
                    });
        }
    }
}
