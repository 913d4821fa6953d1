package dev.tick.conformance.run;

import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.progress.Progress;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** A sender that refuses to send while a run is planned and when its time is over, and reports each request in between. */
final class PlannedSender implements Sender {
    private final Supplier<Sender> opening;
    private final Progress progress;
    private final Clock clock;
    private final Duration deadline;
    private Duration spent = Duration.ZERO;
    private Instant began = Instant.EPOCH;
    private int inFlight;
    private Optional<Sender> sender = Optional.empty();

    /**
     * Creates a sender that sends nothing yet.
     *
     * @param deadline of the run: how long its exchanges may take together, those in flight at one time counted once; a wait that
     *     the target asks for is none of them
     */
    PlannedSender(Supplier<Sender> opening, Progress progress, Clock clock, Duration deadline) {
        this.opening = opening;
        this.progress = progress;
        this.clock = clock;
        this.deadline = deadline;
    }

    /** Lets requests through from now on. */
    void open() {
        sender = Optional.of(opening.get());
    }

    @Override
    public Exchange send(Request request) {
        return start(request).get();
    }

    @Override
    public Supplier<Exchange> start(Request request) {
        Sender open = sender.orElseThrow(() -> new IllegalStateException(
                "planning sends nothing, but tried " + request.method() + " " + request.url()));
        if (spent.compareTo(deadline) >= 0) {
            throw new StoppedException(
                    "the run's deadline of " + deadline.toMinutes() + " min is over: the target took "
                            + spent.toSeconds() + " s to answer so far; raise it by the setting 'deadline'");
        }
        return start(request, open);
    }

    private Supplier<Exchange> start(Request request, Sender open) {
        progress.sent(request.method() + " " + request.url());
        began = inFlight == 0 ? clock.instant() : began;
        inFlight++;
        Supplier<Exchange> flight = open.start(request);
        return () -> awaited(flight);
    }

    /** Returns a sender to the same target that sends also when the time of the run is over: what was created is to be removed. */
    Sender afterTheDeadline() {
        Sender open =
                sender.orElseThrow(() -> new IllegalStateException("nothing was sent, so nothing is to be removed"));
        return new Sender() {
            @Override
            public Exchange send(Request request) {
                return PlannedSender.this.start(request, open).get();
            }

            @Override
            public void close() {
                PlannedSender.this.close();
            }
        };
    }

    private Exchange awaited(Supplier<Exchange> flight) {
        try {
            return flight.get();
        } finally {
            inFlight--;
            spent = inFlight == 0 ? spent.plus(Duration.between(began, clock.instant())) : spent;
            progress.answered();
        }
    }

    @Override
    public void close() {
        sender.ifPresent(Sender::close);
    }
}
