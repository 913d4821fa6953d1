package dev.tick.conformance.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.QuickSender;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.stub.fault.Fault;
import dev.tick.stub.fault.Trigger;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault of the catalogue is caught by the row that it breaks. */
@Execution(ExecutionMode.CONCURRENT)
class KillMatrixTest {
    private static final int PARTS = 2;

    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void everyRowThatAServerCanBreakHasAFault(Specification specification) {
        Set<String> broken = matrix(specification).faults().stream()
                .filter(fault -> !fault.isRecorded())
                .map(Fault::requirement)
                .collect(Collectors.toSet());
        assertEquals(
                List.of(),
                specification.register().checked().stream()
                        .filter(row -> row.basis() != Basis.OPEN)
                        .map(Requirement::id)
                        .filter(id -> !broken.contains(id))
                        .toList());
    }

    /** No Java was written for it, neither checks nor faults. */
    @ParameterizedTest
    @ValueSource(strings = {"rooms", "parcels"})
    void everyFaultOfAnInventedContractIsCaughtByItsOwnRow(String name) {
        KillMatrix matrix = matrix(Specification.load(name));
        assertTrue(matrix.faults().size() > 80, String.valueOf(matrix.faults().size()));
        // A run of so few requests wears nothing out.
        List<Fault> faults = matrix.faults().stream()
                .filter(fault -> !(fault.trigger() instanceof Trigger.AfterRequests))
                .toList();
        assertEquals(List.of(), survivors(matrix, faults));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void everyFaultIsCaughtByItsOwnRow(Specification specification, int part) {
        KillMatrix matrix = matrix(specification);
        List<Fault> all = matrix.faults();
        List<Fault> own = IntStream.range(0, all.size())
                .filter(i -> i % PARTS == part)
                .mapToObj(all::get)
                .toList();
        assertEquals(List.of(), survivors(matrix, own));
    }

    static Stream<Arguments> parts() {
        return Specification.all().stream()
                .flatMap(
                        specification -> IntStream.range(0, PARTS).mapToObj(part -> Arguments.of(specification, part)));
    }

    private static KillMatrix matrix(Specification specification) {
        return new KillMatrix(specification.contract(), specification.register(), QuickSender::new);
    }

    private static List<String> survivors(KillMatrix matrix, List<Fault> faults) {
        return matrix.lines(faults, KillMatrix.Extent.OWN_ROW).stream()
                .filter(line -> !line.caught())
                .map(line -> line.fault().name() + ": " + line.sound() + " -> " + line.broken())
                .toList();
    }
}
