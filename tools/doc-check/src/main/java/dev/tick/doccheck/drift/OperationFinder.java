package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.RequestLine;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The operations of a contract, found by request line. */
final class OperationFinder {
    private final Contract contract;

    OperationFinder(Contract contract) {
        this.contract = contract;
    }

    /** Returns the operation with this method, in any case, and path; of several the one with the fewest parameters. */
    Optional<Operation> of(RequestLine line) {
        return onPath(line).stream()
                .filter(operation -> operation.method().equalsIgnoreCase(line.method()))
                .findFirst();
    }

    /**
     * Returns the operations on this path, the one with the fewest parameters first. A parameter of the page matches only a
     * parameter of the contract.
     */
    List<Operation> onPath(RequestLine line) {
        return contract.operations().stream()
                .filter(operation -> operation.match(line.path()).isPresent())
                .sorted(Comparator.comparingLong(operation ->
                        operation.path().chars().filter(c -> c == '{').count()))
                .toList();
    }
}
