package dev.tick.conformance.evidence;

import java.util.function.UnaryOperator;

/**
 * A header field as it is shown.
 *
 * @param name of an answer, in lower case
 * @param value as it was sent, without secrets
 */
public record RecordedHeader(String name, String value) {
    RecordedHeader map(UnaryOperator<String> text) {
        return new RecordedHeader(text.apply(name), text.apply(value));
    }
}
