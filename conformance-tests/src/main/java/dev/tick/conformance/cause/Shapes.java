package dev.tick.conformance.cause;

import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        return kept(numbers).map(this::shape).collect(Collectors.toSet());
    }

    /** Returns whether one of these exchanges asked for an entity to be created. */
    boolean creates(Collection<Integer> numbers) {
        return kept(numbers).anyMatch(this::creates);
    }

    /** Returns those of the exchanges that a text ends with: those that it names as what went wrong. */
    List<Integer> named(Collection<Integer> numbers, String text) {
        return kept(numbers)
                .filter(one -> text.endsWith(one.line()))
                .map(ExchangeRecord::number)
                .toList();
    }

    /** Returns whether one of these exchanges went well by itself, and yet nothing could be done with it for lack of an entity. */
    boolean lackEntities(Collection<Integer> numbers) {
        return kept(numbers)
                .anyMatch(one -> !creates(one)
                        && one.response()
                                .filter(response -> response.status() / 100 == 2)
                                .isPresent());
    }

    private Stream<ExchangeRecord> kept(Collection<Integer> numbers) {
        return numbers.stream().filter(number -> number <= exchanges.size()).map(number -> exchanges.get(number - 1));
    }

    private boolean creates(ExchangeRecord exchange) {
        return exchange.request().operation(contract).equals(contract.operation(Effect.CREATE));
    }

    private String shape(ExchangeRecord exchange) {
        String operation = exchange.request()
                .operation(contract)
                .map(Operation::id)
                .orElseGet(() -> exchange.request().method() + " "
                        + exchange.request().path().replaceFirst("[?].*", ""));
        return operation + exchange.response().map(one -> " " + one.status()).orElse("");
    }
}
