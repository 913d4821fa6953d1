package dev.tick.conformance.proof;

import dev.tick.conformance.Conformance;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.target.Target;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Register;
import dev.tick.stub.StubOptions;
import dev.tick.stub.StubServer;
import dev.tick.stub.fault.Fault;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.fault.Trigger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds a stub against the checks, sound and with each fault of its catalogue. */
public final class KillMatrix {
    private final Contract contract;
    private final Register register;
    private final Runner runner;

    /** For one contract. */
    public KillMatrix(Contract contract, Register register, Sender.Factory senders) {
        this.contract = contract;
        this.register = register;
        runner = new Runner(contract, register, Clock.systemUTC(), senders);
    }

    /** How much of the register a fault is held against. */
    public enum Extent {
        /** The row that the fault breaks. */
        OWN_ROW,
        /** Every row. */
        WHOLE
    }

    /**
     * What became of one fault.
     *
     * @param fault the fault
     * @param sound what its row was found to be without it
     * @param broken what its row was found to be with it
     * @param caught whether the row tells the two apart as it must
     * @param others the other rows that turned to FAIL or WARN
     */
    public record Line(Fault fault, RowResult sound, RowResult broken, boolean caught, List<String> others) {}

    /** The faults of the contract. */
    public List<Fault> faults() {
        return new FaultCatalogue(contract, register).faults();
    }

    /** Holds the sound stub against every row. */
    public Report sound() {
        try (StubServer stub = start()) {
            return runner.run(Conformance.embedded(stub));
        }
    }

    /** Runs every fault of these against the checks. */
    public List<Line> lines(List<Fault> faults, Extent extent) {
        List<Line> lines = new ArrayList<>();
        try (StubServer stub = start()) {
            // Once: signing the tokens would take most of the time.
            Target target = Conformance.embedded(stub);
            Map<String, RowResult> sound = byId(runner.run(target));
            for (Fault fault : faults) {
                boolean whole = extent == Extent.WHOLE || fault.when() instanceof Trigger.Worn;
                Runner checks = whole ? runner : runner.only(Set.of(fault.requirement()));
                stub.reset();
                stub.inject(fault);
                lines.add(line(fault, sound, byId(checks.run(target))));
            }
        }
        return lines;
    }

    private StubServer start() {
        return StubServer.start(StubOptions.of(contract, register));
    }

    private static Map<String, RowResult> byId(Report report) {
        return report.rows().stream().collect(Collectors.toMap(row -> row.row().id(), Function.identity()));
    }

    private static Line line(Fault fault, Map<String, RowResult> sound, Map<String, RowResult> broken) {
        RowResult before = one(sound, fault.requirement());
        RowResult after = one(broken, fault.requirement());
        List<String> others = broken.values().stream()
                .filter(row -> !row.row().id().equals(fault.requirement()))
                .filter(row -> row.result() == Result.FAIL || row.result() == Result.WARN)
                .map(row -> row.row().id())
                .sorted()
                .toList();
        return new Line(fault, before, after, caught(before, after), others);
    }

    private static RowResult one(Map<String, RowResult> rows, String id) {
        RowResult row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("no result for " + id);
        }
        return row;
    }

    /** PASS must turn to FAIL or WARN; a NOTE, which accuses nobody, to another NOTE. */
    private static boolean caught(RowResult sound, RowResult broken) {
        return switch (sound.result()) {
            case PASS -> broken.result() == Result.FAIL || broken.result() == Result.WARN;
            case NOTE -> broken.result() == Result.NOTE && !noted(sound).equals(noted(broken));
            case NOT_APPLICABLE, NOT_TESTABLE, WARN, ERROR, FAIL -> false;
        };
    }

    private static List<String> noted(RowResult row) {
        return row.cases().stream()
                .map(CaseResult::detail)
                .map(detail -> detail.replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]*", "<time>")
                        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "<guid>")
                        .replaceAll("[0-9a-f]{32,64}", "<hash>")
                        .replaceAll("tick-?[ 0-9a-f-]*", "<run>")
                        .replaceAll("(192\\.0\\.2|198\\.51\\.100|203\\.0\\.113)\\.\\d+", "<address>"))
                .toList();
    }
}
