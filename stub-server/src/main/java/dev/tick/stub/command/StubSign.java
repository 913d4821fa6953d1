package dev.tick.stub.command;

import dev.tick.stub.admin.AdminService;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells a stub from other servers, by its answer to a request for its status. */
final class StubSign {
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private StubSign() {}

    /** Returns whether a stub answers so: with its status, or with a refusal in its own words. */
    static boolean isOfStub(int status, String body) {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return false;
        }
        String refusal = json.path("error").path("message").asString("");
        return switch (status) {
            case OK ->
                json.path("tokenEndpoint").isString() && json.path("tenant").isString();
            case UNAUTHORIZED, FORBIDDEN -> refusal.contains(AdminService.OF_THIS_STUB);
            default -> false;
        };
    }
}
