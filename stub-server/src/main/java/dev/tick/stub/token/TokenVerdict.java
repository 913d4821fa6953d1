package dev.tick.stub.token;

/** What the service makes of a token. */
public sealed interface TokenVerdict {
    /** Lets the caller in. {@code application} is the token's {@code appid}. */
    record Accepted(String application) implements TokenVerdict {}

    /** The service does not know who calls, and why. */
    record Unauthorized(String reason) implements TokenVerdict {}

    /** The service knows who calls and does not let it, and why. */
    record Forbidden(String reason) implements TokenVerdict {}
}
