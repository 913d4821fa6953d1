package dev.tick.conformance.client;

import dev.tick.spec.contract.Effect;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Options of a judgement.
 *
 * @param deadline of each scenario
 * @param parallel how many scenarios are played side by side, at least 1
 * @param scenarios the names of those to play; empty for all
 * @param capabilities the effects that the client is asked for
 */
public record JudgeOptions(
        Duration deadline, int parallel, Optional<List<String>> scenarios, Set<Effect> capabilities) {
    /** Checks the numbers, and copies the names and the effects. */
    public JudgeOptions {
        if (parallel < 1 || deadline.isZero() || deadline.isNegative()) {
            throw new IllegalArgumentException(
                    "expected a deadline, and at least one scenario at a time, got " + deadline + " and " + parallel);
        }
        scenarios = scenarios.map(List::copyOf);
        capabilities = Set.copyOf(capabilities);
    }

    /** Creates options that ask for everything. */
    public JudgeOptions(Duration deadline, int parallel, Optional<List<String>> scenarios) {
        this(deadline, parallel, scenarios, EnumSet.allOf(Effect.class));
    }

    /** Returns the options where none is set. */
    public static JudgeOptions standard() {
        return new JudgeOptions(Duration.ofSeconds(30), 4, Optional.empty());
    }

    /** Returns these options for some scenarios alone. */
    public JudgeOptions only(String... names) {
        return new JudgeOptions(deadline, parallel, Optional.of(List.of(names)), capabilities);
    }

    /** Returns these options for a client that can do some kinds of work alone. */
    public JudgeOptions with(Set<Effect> others) {
        return new JudgeOptions(deadline, parallel, scenarios, others);
    }
}
