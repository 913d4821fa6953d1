package dev.tick.conformance.proxy;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Response;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The answers that the proxy gives itself, in the envelope in which services of this family tell of errors. */
public enum ProxyAnswer {
    /** The request may be somebody's. */
    NOT_RESERVED(403, "TickProxyNotReserved"),
    /** It is addressed as by a client that was told of a forward proxy. */
    NO_FORWARD_PROXY(400, "TickProxyNoForwardProxy"),
    /** It is about a server as a whole. */
    NO_CALL(400, "TickProxyNoCall"),
    /** Its body is longer than any that is read here. */
    TOO_LONG(413, "TickProxyBodyTooLong"),
    /** The proxy has forwarded it already. */
    CALLS_ITSELF(508, "TickProxyCallsItself"),
    /** It came after the end. */
    ENDED(503, "TickProxyEnded"),
    /** The service gave no whole answer. */
    NO_ANSWER(502, "TickProxyNoAnswer");

    private final int status;
    private final String code;

    ProxyAnswer(int status, String code) {
        this.status = status;
        this.code = code;
    }

    /**
     * Returns the answer.
     *
     * @param message for people
     */
    public Response saying(String message) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("error").put("code", code).put("message", message);
        return new Response(status, Headers.of(Map.of("Content-Type", "application/json")), Body.of(root));
    }
}
