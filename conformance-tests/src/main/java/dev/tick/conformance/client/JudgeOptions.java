package dev.tick.conformance.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Options of a judgement.
 *
 * @param deadline of each scenario
 * @param parallel how many scenarios are played side by side, at least 1
 * @param scenarios the names of those to play; empty for all
 */
public record JudgeOptions(Duration deadline, int parallel, Optional<List<String>> scenarios) {
    /** Checks the numbers, and copies the names. */
    public JudgeOptions {
        if (parallel < 1 || deadline.isZero() || deadline.isNegative()) {
            throw new IllegalArgumentException(
                    "expected a deadline, and at least one scenario at a time, got " + deadline + " and " + parallel);
        }
        scenarios = scenarios.map(List::copyOf);
    }

    /** Returns the options where none is set. */
    public static JudgeOptions standard() {
        return new JudgeOptions(Duration.ofSeconds(30), 4, Optional.empty());
    }

    /** Returns these options for some scenarios alone. */
    public JudgeOptions only(String... names) {
        return new JudgeOptions(deadline, parallel, Optional.of(List.of(names)));
    }
}
