package dev.tick.conformance;

import dev.tick.conformance.run.RunResult;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Watches traffic, and prints what is new in it. */
final class TrafficWatch {
    /** Between two looks; the journal of a stub keeps a thousand calls. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final WatchedTraffic traffic;
    private final PrintStream out;

    TrafficWatch(WatchedTraffic traffic, PrintStream out) {
        this.traffic = traffic;
        this.out = out;
    }

    /**
     * Watches until the end.
     *
     * @param length after which it ends by itself; empty for never
     */
    RunResult until(EndOfObservation end, Optional<Duration> length) {
        announce(length);
        long begun = System.nanoTime();
        boolean ended = false;
        while (!ended) {
            Duration rest = length.map(all -> all.minusNanos(System.nanoTime() - begun))
                    .filter(left -> left.compareTo(PAUSE) < 0)
                    .orElse(PAUSE);
            ended = end.comesWithin(rest.isNegative() ? Duration.ZERO : rest)
                    || length.filter(all -> System.nanoTime() - begun >= all.toNanos())
                            .isPresent();
            tell(traffic.news());
        }
        tell(traffic.end());
        return traffic.result();
    }

    private void announce(Optional<Duration> length) {
        traffic.welcome().forEach(out::println);
        out.println();
        out.println("Each row that is broken for the first time gets a line. "
                + length.map(all -> "Ends after " + all.toSeconds() + " seconds, or with Ctrl-C.")
                        .orElse("End with Ctrl-C; then the results are written."));
        out.flush();
    }

    private void tell(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }
}
