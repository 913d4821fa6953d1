package dev.tick.conformance.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A response as it is shown.
 *
 * @param status the status code
 * @param reason the reason phrase; empty where there is none
 * @param headers by name
 * @param body empty for none
 */
public record RecordedResponse(int status, String reason, List<RecordedHeader> headers, Optional<RecordedBody> body) {
    /** Copies the headers. */
    public RecordedResponse {
        headers = List.copyOf(headers);
    }

    RecordedResponse map(UnaryOperator<String> text) {
        return new RecordedResponse(
                status,
                text.apply(reason),
                headers.stream().map(one -> one.map(text)).toList(),
                body.map(one -> one.map(text)));
    }
}
