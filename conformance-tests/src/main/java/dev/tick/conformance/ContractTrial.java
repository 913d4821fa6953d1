package dev.tick.conformance;

import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.run.Plan;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Remote;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.inspection.ContractProblem;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.stub.fault.FaultCatalogue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Makes the cases and the faults of a contract without sending anything, and tells for which rows that fails. */
public final class ContractTrial {
    private final Specification specification;
    private final List<ContractProblem> problems = new ArrayList<>();

    private ContractTrial(Specification specification) {
        this.specification = specification;
    }

    /** Returns what stub and checks cannot make of a contract whose files have no problem of their own. */
    public static List<ContractProblem> of(Specification specification, Clock clock) {
        ContractTrial trial = new ContractTrial(specification);
        trial.cases(clock);
        trial.faults();
        return List.copyOf(trial.problems);
    }

    private void cases(Clock clock) {
        Runner runner =
                new Runner(specification.contract(), specification.register(), clock).exploring(ExplorationPlan.none());
        try (Plan plan = runner.plan(Remote.ofEverything())) {
            plan.unmade().forEach((row, why) -> problem(row, why));
        }
    }

    private void faults() {
        Contract contract = specification.contract();
        for (Requirement row : specification.register().checked()) {
            Register alone = new Register(specification.register().source(), "", List.of(row));
            try {
                if (new FaultCatalogue(contract, alone).faults().isEmpty() && row.basis() != Basis.OPEN) {
                    problem(
                            row,
                            "no fault breaks it, so nobody would know whether its check works; choose another check");
                }
            } catch (IllegalArgumentException | IllegalStateException | NoSuchElementException e) {
                problem(row, "no fault can be made that breaks it (" + e.getMessage() + ")");
            }
        }
    }

    private void problem(Requirement row, String text) {
        int number = specification.register().requirements().indexOf(row);
        problems.add(new ContractProblem(
                specification.register().source().file(),
                specification.register().source().lineOf("/requirements/" + number),
                Optional.of(row.id()),
                text.replace(row.id() + ": ", "")));
    }
}
