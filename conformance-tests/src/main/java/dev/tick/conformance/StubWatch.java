package dev.tick.conformance;

import dev.tick.conformance.client.ClientTask;
import dev.tick.conformance.client.TrafficJudge;
import dev.tick.conformance.run.RunResult;
import dev.tick.spec.text.VisibleText;
import java.io.PrintStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Watches the traffic of a stub, and prints each row that is broken for the first time. */
final class StubWatch {
    /** Between two looks; the journal keeps a thousand calls. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final ObservedStub stub;
    private final PrintStream out;

    StubWatch(ObservedStub stub, PrintStream out) {
        this.stub = stub;
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
            tell(stub.look());
        }
        // A gap is only told at the second look.
        tell(stub.look());
        return stub.result();
    }

    private void announce(Optional<Duration> length) {
        Map<String, String> environment = stub.environment();
        out.println("Base URL:       " + environment.get(ClientTask.BASE_URL));
        out.println("Token endpoint: " + environment.get(ClientTask.TOKEN_ENDPOINT));
        out.println("Client id:      " + environment.get(ClientTask.CLIENT_ID));
        out.println("Client secret:  " + environment.get(ClientTask.CLIENT_SECRET));
        out.println("Resource:       " + environment.get(ClientTask.RESOURCE));
        out.println();
        out.println("Each row that is broken for the first time gets a line. "
                + length.map(all -> "Ends after " + all.toSeconds() + " seconds, or with Ctrl-C.")
                        .orElse("End with Ctrl-C; then the results are written."));
        out.flush();
    }

    private void tell(List<TrafficJudge.Breach> breaches) {
        breaches.forEach(breach -> out.println(line(breach)));
        out.flush();
    }

    private static String line(TrafficJudge.Breach breach) {
        String call = breach.call().exchange().line();
        // The detail of most begins with the call.
        String detail = breach.detail().startsWith(call + ": ")
                ? breach.detail().substring(call.length() + 2)
                : breach.detail();
        return VisibleText.line(breach.call().time().truncatedTo(ChronoUnit.SECONDS) + " " + call + " | "
                + breach.result() + " " + breach.row().id() + " " + breach.row().statement() + " | " + detail);
    }
}
