package dev.tick.spec.drift;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.page.RequestLine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the operation that a request line is one of. */
final class OperationFinder {
    private final Contract contract;

    OperationFinder(Contract contract) {
        this.contract = contract;
    }

    /** The operation of this method, whatever its case, and path; of several the one with the fewest parameters. */
    Optional<Operation> of(RequestLine line) {
        return onPath(line).stream()
                .filter(operation -> operation.method().equalsIgnoreCase(line.method()))
                .findFirst();
    }

    /** The operations on this path, where a parameter of the page stands for nothing but one of the contract; the one with the fewest parameters first. */
    List<Operation> onPath(RequestLine line) {
        return contract.operations().stream()
                .filter(operation -> operation.match(line.path()).isPresent())
                .sorted(Comparator.comparingLong(operation ->
                        operation.path().chars().filter(c -> c == '{').count()))
                .toList();
    }
}
