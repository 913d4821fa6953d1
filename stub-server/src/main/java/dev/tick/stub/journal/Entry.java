package dev.tick.stub.journal;

import dev.tick.spec.validation.Violation;
import java.time.Instant;
import java.util.List;

/**
 * One exchange.
 *
 * @param time when the request came
 * @param method in capitals
 * @param url path and query as they came
 * @param body the request's body as UTF-8 text, cut at {@link Journal#MAX_BODY} characters
 * @param violations how the request broke the contract, recorded or refused
 * @param status the status of the stub's answer
 */
public record Entry(Instant time, String method, String url, String body, List<Violation> violations, int status) {
    /** Copies the violations. */
    public Entry {
        violations = List.copyOf(violations);
    }
}
