package dev.tick.conformance.cause;

import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.spec.contract.Contract;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The operation and the status of exchanges, by which two of them are alike. */
final class Shapes {
    private final List<ExchangeRecord> exchanges;
    private final Contract contract;

    Shapes(List<ExchangeRecord> exchanges, Contract contract) {
        this.exchanges = exchanges;
        this.contract = contract;
    }

    /** Returns the shapes of exchanges, by their numbers; one that was not kept has none. */
    Set<String> of(Collection<Integer> numbers) {
        return numbers.stream()
                .filter(number -> number <= exchanges.size())
                .map(number -> exchanges.get(number - 1))
                .map(this::shape)
                .collect(Collectors.toSet());
    }

    private String shape(ExchangeRecord exchange) {
        String path = exchange.request().path().replaceFirst("[?].*", "");
        String method = exchange.request().method();
        String operation = contract.operations().stream()
                .filter(one -> one.method().equals(method) && one.match(path).isPresent())
                .findFirst()
                .map(one -> one.id())
                .orElse(method + " " + path);
        return operation + exchange.response().map(one -> " " + one.status()).orElse("");
    }
}
