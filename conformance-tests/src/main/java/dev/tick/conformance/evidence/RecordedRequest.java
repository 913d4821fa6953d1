package dev.tick.conformance.evidence;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
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

    /** Returns the operation that it asked for; empty where the contract has none. */
    public Optional<Operation> operation(Contract contract) {
        String plain = path.replaceFirst("[?].*", "");
        return contract.operations().stream()
                .filter(one -> one.method().equals(method))
                .filter(one -> one.match(plain).isPresent())
                .findFirst();
    }

    RecordedRequest map(UnaryOperator<String> text) {
        return new RecordedRequest(
                method,
                text.apply(path),
                headers.stream().map(one -> one.map(text)).toList(),
                body.map(one -> one.map(text)));
    }
}
