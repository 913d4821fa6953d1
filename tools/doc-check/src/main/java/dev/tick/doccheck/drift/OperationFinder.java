package dev.tick.doccheck.drift;

import dev.tick.doccheck.page.RequestLine;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Returns the operations on this path, the one with the fewest parameters first. */
    List<Operation> onPath(RequestLine line) {
        return contract.operations().stream()
                .filter(operation -> isOnPath(operation, line))
                .sorted(Comparator.comparingLong(operation ->
                        operation.path().chars().filter(c -> c == '{').count()))
                .toList();
    }

    private static boolean isOnPath(Operation operation, RequestLine line) {
        return Stream.concat(Stream.of(operation.path()), operation.aliases().stream())
                .anyMatch(template -> matches(template, line.path()));
    }

    /** Matches segments: a parameter of the contract matches any segment, one of the page only a parameter. */
    private static boolean matches(String template, String path) {
        String[] expected = template.split("/", -1);
        String[] got = path.split("/", -1);
        boolean alike = expected.length == got.length;
        for (int i = 0; alike && i < got.length; i++) {
            alike = expected[i].startsWith("{") ? !got[i].isEmpty() : expected[i].equals(got[i]);
        }
        return alike;
    }
}
