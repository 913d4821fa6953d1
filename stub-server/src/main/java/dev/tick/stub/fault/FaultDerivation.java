package dev.tick.stub.fault;

import dev.tick.spec.check.AbsentCheck;
import dev.tick.spec.check.AfterRemovalCheck;
import dev.tick.spec.check.BatchCheck;
import dev.tick.spec.check.CallerCheck;
import dev.tick.spec.check.ChangeCheck;
import dev.tick.spec.check.Check;
import dev.tick.spec.check.ConductCheck;
import dev.tick.spec.check.ErrorForm;
import dev.tick.spec.check.ExplorationCheck;
import dev.tick.spec.check.ListCheck;
import dev.tick.spec.check.RemovalCheck;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.check.ResubmitCheck;
import dev.tick.spec.check.SequenceCheck;
import dev.tick.spec.check.ServerValueCheck;
import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Recording;
import dev.tick.spec.register.Requirement;
import java.util.List;

/** Derives what a server could do wrong about a row from the row's check; a kind without faults does not compile. */
final class FaultDerivation implements Check.CheckFamilies<FaultBuilder> {
    /** Requests before the fault: beyond the start of a run, within every full run (140 or more). */
    static final int MANY = 100;

    private final Contract contract;
    private final FaultBuilder faults;

    private FaultDerivation(Contract contract, FaultBuilder faults) {
        this.contract = contract;
        this.faults = faults;
    }

    /** Returns the faults of a row that has a check; at least one. */
    static List<Fault> of(Requirement row, Contract contract) {
        Check check = row.check().orElseThrow();
        FaultBuilder faults = new FaultBuilder(row, contract.operation(check.operation()));
        check.accept(new FaultDerivation(contract, faults));
        row.recorded()
                .map(Recording::behaviour)
                .ifPresent(behaviour -> faults.add(
                        "as-recorded",
                        "answers as the service is recorded, " + behaviour.description(),
                        new FaultAction.AsRecorded(behaviour)));
        return faults.build();
    }

    @Override
    public FaultBuilder success(SuccessCheck check) {
        return check.accept(new SuccessFaults(contract, faults));
    }

    @Override
    public FaultBuilder serverValue(ServerValueCheck check) {
        return check.accept(new ServerValueFaults(contract, faults));
    }

    @Override
    public FaultBuilder list(ListCheck check) {
        return check.accept(new ListFaults(contract, faults));
    }

    @Override
    public FaultBuilder change(ChangeCheck check) {
        return check.accept(new ChangeFaults(contract, faults));
    }

    @Override
    public FaultBuilder removal(RemovalCheck check) {
        return check.accept(new RemovalFaults(faults));
    }

    @Override
    public FaultBuilder batch(BatchCheck check) {
        return check.accept(new BatchFaults(contract, faults));
    }

    @Override
    public FaultBuilder sequence(SequenceCheck check) {
        return new SequenceFaults(contract, faults).of(check.sequence());
    }

    @Override
    public FaultBuilder request(RequestCheck check) {
        return check.expectation().accept(new RequestFaults(contract, faults, check.change()));
    }

    @Override
    public FaultBuilder conduct(ConductCheck check) {
        return check.accept(new ConductFaults(contract, faults));
    }

    @Override
    public FaultBuilder caller(CallerCheck check) {
        return check.accept(new CallerFaults(faults));
    }

    @Override
    public FaultBuilder absent(AbsentCheck check) {
        Trigger absent = new Trigger.Absent();
        // An entity like the first that the contract's examples submit.
        FaultAction.Invent invent = new FaultAction.Invent(contract.operation(Effect.CREATE)
                .orElseThrow()
                .requestExamples()
                .values()
                .iterator()
                .next());
        faults.add("invents", "invents an entity", absent, invent);
        faults.add("answers-410", "answers 410", absent, new FaultAction.Status(410));
        return unwrapped(faults, check.error(), absent);
    }

    @Override
    public FaultBuilder exploration(ExplorationCheck check) {
        return check.accept(new ExplorationFaults(faults));
    }

    @Override
    public FaultBuilder afterRemoval(AfterRemovalCheck check) {
        return new AfterRemovalFaults(contract, faults).before(contract.operation(check.then()));
    }

    @Override
    public FaultBuilder resubmit(ResubmitCheck check) {
        return check.accept(new ResubmitFaults(contract, faults));
    }

    /** Adds what can be wrong about the body of an error. */
    static FaultBuilder unwrapped(FaultBuilder faults, ErrorForm error, Trigger trigger) {
        if (!error.codes().isEmpty()) {
            FaultAction other = new FaultAction.Value("/error/code", Mutation.OTHER);
            faults.add("code", "it is refused with a code of no page", trigger, other);
        }
        return error.isWrapped()
                ? faults.add("bare", "it is refused without the envelope", trigger, new FaultAction.StripEnvelope())
                : faults;
    }
}
