package dev.tick.conformance.rehearsal;

import java.util.List;
import java.util.Optional;

/**
 * A request as a run would send it.
 *
 * @param number its place in the run; the first is 1
 * @param method in capitals
 * @param path path and query below the target's base URL, percent-encoded
 * @param body with values that the rehearsal made up; empty for none
 * @param purpose why it is sent
 * @param rows the ids of the requirements that it serves; none where others rest on it
 */
public record RehearsedRequest(
        int number, String method, String path, Optional<String> body, Purpose purpose, List<String> rows) {
    /** The purpose of a request. */
    public enum Purpose {
        /** To check, or to lead to what is checked. */
        CHECK,
        /** To remove what the run created, or to see whether it is gone. */
        CLEAN_UP
    }

    /** Copies the ids. */
    public RehearsedRequest {
        rows = List.copyOf(rows);
    }
}
