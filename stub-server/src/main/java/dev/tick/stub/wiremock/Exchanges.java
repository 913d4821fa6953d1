package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import dev.tick.stub.http.Call;
import dev.tick.stub.http.Reply;
import java.util.HashMap;
import java.util.Map;

/** Translates between WireMock's messages and ours. */
final class Exchanges {
    private Exchanges() {}

    static Call call(Request request) {
        byte[] body = request.getBody();
        Map<String, String> headers = new HashMap<>();
        request.getHeaders().all().forEach(header -> headers.put(header.key(), header.firstValue()));
        return new Call(request.getMethod().value(), request.getUrl(), headers, body == null ? new byte[0] : body);
    }

    static ResponseDefinition response(Reply reply) {
        ResponseDefinitionBuilder response = ResponseDefinitionBuilder.responseDefinition()
                .withStatus(reply.status())
                .withBody(reply.body());
        reply.headers().forEach((name, value) -> response.withHeader(name, value));
        return response.build();
    }
}
