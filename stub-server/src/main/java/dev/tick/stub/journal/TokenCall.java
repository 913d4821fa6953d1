package dev.tick.stub.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * One call of the token endpoint, without its secrets.
 *
 * @param number counts these calls and the exchanges with the service together, from 1
 * @param time when the call came
 * @param flow how the token was asked for
 * @param result what became of it
 * @param step the scenario's step that the call met, as it was written; {@code fine} for none
 */
public record TokenCall(long number, Instant time, Flow flow, Result result, String step) {
    /** A call of which all is known but when it came and as which. */
    public interface Unnumbered {
        /** Gives it its number and its time. */
        TokenCall numbered(long number, Instant time);
    }

    /**
     * A way of asking for a token.
     *
     * @param method the method of the request; only {@code POST} is offered
     * @param client the id by which the client names itself, proven or not; empty when none can be read
     * @param grant the {@code grant_type}, such as {@code client_credentials}; empty when there is none
     * @param proof how the client proves itself: {@code client_secret_post}, {@code client_secret_basic},
     *     {@code private_key_jwt}; {@code federated_jwt} for an assertion of another authority, {@code unreadable_jwt} for one that is
     *     no JWT, {@code other_authorization} for a header of another scheme than Basic; several with commas between them, or
     *     {@code none}
     * @param endpoint the form of the endpoint: {@code v1} or {@code v2}
     * @param asked the {@code resource} or the {@code scope}; empty when there is none
     */
    public record Flow(
            String method,
            Optional<String> client,
            Optional<String> grant,
            String proof,
            String endpoint,
            Optional<String> asked) {}

    /**
     * The result of a call.
     *
     * @param status the status code of the response
     * @param error the error's code, such as {@code invalid_client}; empty for a token
     * @param cause why there is no token, for people; empty for a token
     * @param retryAfter the header {@code Retry-After} of the response; empty without one
     */
    public record Result(int status, Optional<String> error, Optional<String> cause, Optional<String> retryAfter) {}

    /** Returns whether the client was given a token. */
    public boolean issued() {
        return result.error().isEmpty();
    }

    /** Returns a line for people: who asked, how, and what came of it. */
    public String line() {
        return (flow.method().equals("POST") ? "" : flow.method() + " for a ") + "token for "
                + flow.client().orElse("an unnamed client") + " ("
                + flow.grant().map(grant -> grant + ", ").orElse("") + flow.proof() + ", " + flow.endpoint() + ") -> "
                + result.status()
                + result.error().map(error -> " " + error).orElse("")
                + result.cause().map(cause -> ": " + cause).orElse("");
    }
}
