package dev.tick.stub.journal;

import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.validation.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One exchange, without its secrets.
 *
 * @param number counts the exchanges since the stub started, from 1
 * @param time when the request came
 * @param request what came; its body cut at {@link Journal#MAX_BODY} characters
 * @param application the caller as its token names it; empty when no token could be read
 * @param token what is wrong with the token, for people; empty when nothing is
 * @param violations how the request broke the contract, recorded or refused
 * @param requirements the ids of the rows that it touches: those that its violations break, and those that say what becomes of
 *     such a request
 * @param manner what the mood made of it, as the mood's step was written; {@code fine} for nothing
 * @param response what was answered; its body cut in the same way
 */
public record Entry(
        long number,
        Instant time,
        Request request,
        Optional<String> application,
        Optional<String> token,
        List<Violation> violations,
        List<String> requirements,
        String manner,
        Response response) {
    /** Copies the lists. */
    public Entry {
        violations = List.copyOf(violations);
        requirements = List.copyOf(requirements);
    }

    /** The request's method, in capitals. */
    public String method() {
        return request.method();
    }

    /** The request's path and query as they came. */
    public String url() {
        return request.url();
    }

    /** The request's body as text. */
    public String body() {
        return request.body().text();
    }

    /** The status of the answer. */
    public int status() {
        return response.status();
    }
}
