package dev.tick.stub.journal;

import dev.tick.spec.validation.Violation;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One exchange, without its secrets.
 *
 * @param number counts the exchanges since the stub started, from 1
 * @param time when the request came
 * @param request what came; its body as UTF-8 text
 * @param application the caller as its token names it; empty when no token could be read
 * @param token what is wrong with the token, for people; empty when nothing is
 * @param violations how the request broke the contract, recorded or refused
 * @param requirements the ids of the rows that it touches: those that its violations break, and those that say what becomes of
 *     such a request
 * @param manner what the mood made of it, as the mood's step was written; {@code fine} for nothing
 * @param answer what was answered; its body as UTF-8 text
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
        Answer answer) {
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

    /** The request's body. */
    public String body() {
        return request.body();
    }

    /** The status of the answer. */
    public int status() {
        return answer.status();
    }

    /**
     * A request.
     *
     * @param method in capitals
     * @param url path and query as they came
     * @param headers by name in lower case, in the order in which they came
     * @param body cut at {@link Journal#MAX_BODY} characters
     */
    public record Request(String method, String url, Map<String, String> headers, String body) {
        /** Copies the headers. */
        public Request {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }

    /**
     * An answer.
     *
     * @param status the status code
     * @param headers by name, in the order in which they were sent
     * @param body cut at {@link Journal#MAX_BODY} characters
     */
    public record Answer(int status, Map<String, String> headers, String body) {
        /** Copies the headers. */
        public Answer {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }
}
