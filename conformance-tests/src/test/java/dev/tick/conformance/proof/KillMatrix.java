package dev.tick.conformance.proof;

import dev.tick.conformance.ShiftedClock;
import dev.tick.conformance.Verifier;
import dev.tick.conformance.comparison.Snapshot;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Register;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.fault.Fault;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.fault.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Holds a stub against the checks, sound and with each fault of its catalogue. */
public final class KillMatrix {
    private final Contract contract;
    private final Register register;
    private final Sender.Factory senders;

    /** For one contract. */
    public KillMatrix(Contract contract, Register register, Sender.Factory senders) {
        this.contract = contract;
        this.register = register;
        this.senders = senders;
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
    public record Line(Fault fault, Result sound, Result broken, boolean caught, List<String> others) {
        /** As it is published. */
        FaultResult published() {
            return new FaultResult(
                    fault.name(),
                    fault.requirement(),
                    String.valueOf(fault.description()),
                    sound,
                    broken,
                    caught,
                    others,
                    0);
        }
    }

    /** The faults of the contract. */
    public List<Fault> faults() {
        return new FaultCatalogue(contract, register).faults();
    }

    /** Holds the sound stub against every row, so many times in a row. */
    public List<RunResult> sound(int times) {
        ShiftedClock clock = new ShiftedClock();
        Runner runner = runner(clock);
        try (StubServer stub = start(clock)) {
            Target target = Verifier.embedded(stub, contract);
            return IntStream.range(0, times)
                    .mapToObj(time -> {
                        reset(stub, clock);
                        return runner.run(target);
                    })
                    .toList();
        }
    }

    /** How many requests a run sends to the sound stub when it is held to the submit page alone. */
    public int requestsToSubmit() {
        ShiftedClock clock = new ShiftedClock();
        Runner runner = runner(clock);
        try (StubServer stub = start(clock)) {
            Target all = Verifier.embedded(stub, contract);
            return runner.run(all.with(Set.of(Effect.CREATE), all.tokens()))
                    .stamp()
                    .requests();
        }
    }

    /** Runs every fault of these against the checks. */
    public List<Line> lines(List<Fault> faults, Extent extent) {
        List<Line> lines = new ArrayList<>();
        ShiftedClock clock = new ShiftedClock();
        Runner runner = runner(clock);
        try (StubServer stub = start(clock)) {
            // Once: signing the tokens would take most of the time.
            Target target = Verifier.embedded(stub, contract);
            Map<String, Snapshot.Row> sound = rows(runner.run(target));
            for (Fault fault : faults) {
                // A row that looks back at a run notices what only some requests of the whole run meet.
                boolean whole = extent == Extent.WHOLE
                        || fault.trigger() instanceof Trigger.AfterRequests
                        || fault.trigger() instanceof Trigger.Holding;
                Runner checks = whole
                        ? exploring(runner, fault)
                        : exploring(runner, fault).only(Set.of(fault.requirement()));
                reset(stub, clock);
                stub.play("fault " + fault.name());
                lines.add(line(fault, sound, rows(checks.run(target))));
            }
        }
        return lines;
    }

    /** Returns a runner that explores where nothing else can notice the fault: a row's own requests are to notice it by themselves. */
    private Runner exploring(Runner runner, Fault fault) {
        boolean explored = fault.trigger() instanceof Trigger.Holding;
        return explored ? runner : runner.exploring(ExplorationPlan.none());
    }

    private Runner runner(ShiftedClock clock) {
        return new Runner(contract, register, clock, senders).pausing((length, reason) -> clock.move(length));
    }

    private StubServer start(ShiftedClock clock) {
        return StubServer.start(
                StubConfig.builder(contract, register).clock(clock).build());
    }

    private static void reset(StubServer stub, ShiftedClock clock) {
        stub.reset();
        clock.reset();
    }

    private static Map<String, Snapshot.Row> rows(RunResult report) {
        return Snapshot.of(report).rows();
    }

    private static Line line(Fault fault, Map<String, Snapshot.Row> sound, Map<String, Snapshot.Row> broken) {
        Snapshot.Row before = one(sound, fault.requirement());
        Snapshot.Row after = one(broken, fault.requirement());
        List<String> others = broken.entrySet().stream()
                .filter(row -> !row.getKey().equals(fault.requirement()))
                .filter(row -> accuses(row.getValue().result()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        boolean caught = fault.isRecorded() ? told(before, after) : caught(before, after);
        return new Line(fault, before.result(), after.result(), caught, others);
    }

    private static Snapshot.Row one(Map<String, Snapshot.Row> rows, String id) {
        Snapshot.Row row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("no result for " + id);
        }
        return row;
    }

    /** What the service is recorded to do must turn PASS to NOTE: it is told, and accuses nobody. */
    private static boolean told(Snapshot.Row sound, Snapshot.Row broken) {
        return sound.result() == Result.PASS && broken.result() == Result.NOTE;
    }

    /** PASS must turn to FAIL or WARN; a NOTE, which accuses nobody, to another NOTE. */
    private static boolean caught(Snapshot.Row sound, Snapshot.Row broken) {
        return switch (sound.result()) {
            case PASS -> accuses(broken.result());
            case NOTE -> broken.result() == Result.NOTE && !sound.cases().equals(broken.cases());
            case NOT_APPLICABLE, NOT_TESTABLE, WARN, ERROR, FAIL -> false;
        };
    }

    private static boolean accuses(Result result) {
        return result == Result.FAIL || result == Result.WARN;
    }
}
