package dev.tick.conformance.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A request as it is shown.
 *
 * @param method in capitals
 * @param path path and query below the target's base URL, percent-encoded
 * @param headers by name
 * @param body empty for none
 */
public record RecordedRequest(String method, String path, List<RecordedHeader> headers, Optional<RecordedBody> body) {
    /** Copies the headers. */
    public RecordedRequest {
        headers = List.copyOf(headers);
    }

    RecordedRequest map(UnaryOperator<String> text) {
        return new RecordedRequest(
                method,
                text.apply(path),
                headers.stream().map(one -> one.map(text)).toList(),
                body.map(one -> one.map(text)));
    }
}
