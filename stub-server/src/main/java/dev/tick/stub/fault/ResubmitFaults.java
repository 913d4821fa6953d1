package dev.tick.stub.fault;

import dev.tick.spec.check.ResubmitCheck;
import dev.tick.spec.check.SecondSubmit;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.ResubmitRule;
import dev.tick.spec.contract.ServerValue;
import java.util.List;

/** Derives what a server could do otherwise, or wrong, at second submits. */
final class ResubmitFaults implements ResubmitCheck.ResubmitKinds<FaultBuilder> {
    private static final int UNHEARD_OF = 422;

    private final Contract contract;
    private final Resource resource;
    private final FaultBuilder faults;

    ResubmitFaults(Contract contract, FaultBuilder faults) {
        this.contract = contract;
        this.resource = contract.resource().orElseThrow();
        this.faults = faults;
    }

    @Override
    public FaultBuilder resubmitNoted(ResubmitCheck.ResubmitNoted check) {
        SecondSubmit submit = check.submit();
        Trigger trigger = new Trigger.Altered(submit);
        faults.add("status", "answers 422", trigger, new FaultAction.Status(UNHEARD_OF));
        boolean refused = !submit.values().isEmpty()
                || submit.varied().stream()
                        .anyMatch(name -> resource.resubmitRules().get(name) == ResubmitRule.CONFLICT);
        if (refused) {
            return faults.add(
                    "kept", "it is refused and takes effect all the same", trigger, new FaultAction.RefuseButApply());
        }
        for (String property : submit.varied()) {
            faults.add(
                    property + "-ignored",
                    "a second " + property + " is ignored",
                    trigger,
                    new FaultAction.Ignore(property));
        }
        if (!submit.omitted().isEmpty()) {
            faults.add("keeps", "keeps what the second submit leaves out", trigger, new FaultAction.KeepOmitted());
        }
        for (ServerValue kind : List.of(ServerValue.TIME, ServerValue.CALLER)) {
            resource.filledWith(kind)
                    .ifPresent(name -> faults.add(
                            name + "-other",
                            "answers another " + name + " to a second submit",
                            trigger,
                            new FaultAction.Value("/" + name, Mutation.OTHER)));
        }
        return faults.add("recreated", "a second submit makes another entity", trigger, new FaultAction.Recreate());
    }

    @Override
    public FaultBuilder resubmitAnswered(ResubmitCheck.ResubmitAnswered check) {
        return faults.add(
                "fails", "answers 500 to a second submit", new Trigger.Resubmit(), new FaultAction.Status(500));
    }

    @Override
    public FaultBuilder shownAsResubmitted(ResubmitCheck.ShownAsResubmitted check) {
        String first = SubmittedProperties.of(contract).stream()
                .filter(name -> !resource.resubmitRules().containsKey(name) && !name.equals(resource.identity()))
                .findFirst()
                .orElseThrow();
        faults.add("stale", "shows entities as they were first submitted", new FaultAction.ShowOriginals());
        Trigger again = new Trigger.Resubmit();
        FaultBuilder submits = faults.on(contract.operation(Effect.CREATE).orElseThrow());
        submits.add(
                "forgotten",
                "a second submit is answered and not kept",
                again,
                new FaultAction.AnswerWithoutStoring(first));
        submits.add(
                "misreported",
                "a second submit is answered with another " + first + " than is kept",
                again,
                new FaultAction.Value("/" + first, Mutation.OTHER));
        submits.add(
                "kept",
                "a second submit is refused and takes effect all the same",
                again,
                new FaultAction.RefuseButApply());
        return faults;
    }
}
