package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import dev.tick.stub.http.Call;
import dev.tick.stub.http.Reply;
import java.util.Optional;

/** Translates between WireMock's messages and ours. */
final class Exchanges {
    private Exchanges() {}

    static Call call(Request request) {
        byte[] body = request.getBody();
        return new Call(
                request.getMethod().value(),
                request.getUrl(),
                Optional.ofNullable(request.getHeader("Authorization")),
                Optional.ofNullable(request.getHeader("Content-Type")),
                body == null ? new byte[0] : body);
    }

    static ResponseDefinition response(Reply reply) {
        ResponseDefinitionBuilder response = ResponseDefinitionBuilder.responseDefinition()
                .withStatus(reply.status())
                .withBody(reply.body());
        reply.headers().forEach((name, value) -> response.withHeader(name, value));
        return response.build();
    }
}
