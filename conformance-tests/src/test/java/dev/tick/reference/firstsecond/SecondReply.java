package dev.tick.reference.firstsecond;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer before it is written: status, body (null for none) and special headers. */
record SecondReply(int status, ObjectNode body, Map<String, String> headers) {

    static SecondReply of(int status, ObjectNode body) {
        return new SecondReply(status, body, new LinkedHashMap<>());
    }

    static SecondReply empty(int status) {
        return of(status, null);
    }

    static SecondReply problem(SecondProblem problem) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("error")
                .put("code", problem.code())
                .put("message", problem.getMessage())
                .put("target", UUID.randomUUID().toString());
        return of(problem.status(), body);
    }

    SecondReply with(String header, String value) {
        headers.put(header, value);
        return this;
    }
}
