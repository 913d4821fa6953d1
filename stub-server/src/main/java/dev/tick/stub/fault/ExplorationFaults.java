package dev.tick.stub.fault;

import dev.tick.spec.check.ExplorationCheck;
import java.util.regex.Pattern;

/** Derives failures of a server that only some sound requests meet. */
final class ExplorationFaults implements ExplorationCheck.ExplorationKinds<FaultBuilder> {
    private static final int FAILED = 500;

    /** A quote, as it is, or as a URL may write it. */
    private static final Pattern QUOTE = Pattern.compile("'|%27");

    /** What is beyond ASCII, as it is, or as a URL writes it. */
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\x00-\\x7F]|%C3|%E6");

    private final FaultBuilder faults;

    ExplorationFaults(FaultBuilder faults) {
        this.faults = faults;
    }

    @Override
    public FaultBuilder neverFails(ExplorationCheck.NeverFails check) {
        FaultAction fails = new FaultAction.Status(FAILED);
        return switch (faults.operation().effect().orElseThrow()) {
            case CREATE ->
                faults.add("fails-on-quotes", "answers 500 to a quote", new Trigger.Holding(QUOTE), fails)
                        .add("fails-on-letters", "answers 500 beyond ASCII", new Trigger.Holding(BEYOND_ASCII), fails)
                        .add("fails-on-repetition", "answers 500 to a resubmit", new Trigger.Resubmit(), fails);
            case CREATE_MANY, CHANGE ->
                faults.add("fails-on-quotes", "answers 500 to a quote", new Trigger.Holding(QUOTE), fails)
                        .add("fails-on-letters", "answers 500 beyond ASCII", new Trigger.Holding(BEYOND_ASCII), fails);
            case LIST, READ, REMOVE, REMOVE_MANY -> faults.add("breaks-down", "answers 500", fails);
        };
    }

    /** Nobody decides it, so nobody can break it. */
    @Override
    public FaultBuilder explored(ExplorationCheck.Explored check) {
        return faults;
    }
}
