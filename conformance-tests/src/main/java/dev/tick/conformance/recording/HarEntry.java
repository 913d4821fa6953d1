package dev.tick.conformance.recording;

import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.time.Instant;
import java.util.Optional;

/**
 * A call in a recording, secrets included.
 *
 * @param started when it began
 * @param answered when its answer had come; empty where the recording does not say
 * @param request its URL without the host; its body empty where it was not recorded whole
 * @param body how much of the request's body was recorded
 * @param response empty where none came; its body empty where it was not recorded whole
 */
public record HarEntry(
        Instant started, Optional<Instant> answered, Request request, Extent body, Optional<Response> response) {
    /** The parts of a body that a recording may have. */
    public enum Extent {
        /** All of it; there may be none. */
        WHOLE,
        /** A part, or nobody knows how much. */
        PART
    }

    /** Returns the method, path and status, without secrets. */
    @Override
    public String toString() {
        return request.method() + " " + request.path() + " -> "
                + response.map(one -> String.valueOf(one.status())).orElse("no answer");
    }
}
