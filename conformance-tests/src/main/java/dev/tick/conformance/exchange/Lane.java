package dev.tick.conformance.exchange;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A lane with one unit of work in a thread of its own, which runs while it has the baton and gives it back where it must wait. */
final class Lane {
    /**
     * A request that the lane waits to see answered.
     *
     * @param reach what it looks at
     */
    record Asked(Request request, Reach reach) {}

    /**
     * Another lane whose end the lane waits for.
     *
     * @param there whether that lane has left what is needed, though it has not ended
     */
    private record Awaited(Lane other, BooleanSupplier there) {}

    private final Semaphore baton;
    private final Semaphore turn = new Semaphore(0);
    private final Thread thread;
    private Optional<Asked> asked = Optional.empty();
    private Optional<Supplier<Exchange>> answer = Optional.empty();
    private Optional<Awaited> awaited = Optional.empty();
    private Optional<RuntimeException> exception = Optional.empty();
    private Optional<Error> error = Optional.empty();
    private boolean ended;
    private boolean abandoned;

    /**
     * Creates a lane that has not begun.
     *
     * @param baton to give back
     */
    Lane(Runnable work, Semaphore baton) {
        this.baton = baton;
        thread = new Thread(() -> perform(work), "tick-case");
        thread.setDaemon(true);
    }

    private void perform(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            exception = Optional.of(e);
        } catch (Error e) {
            error = Optional.of(e);
        }
        ended = true;
        baton.release();
    }

    /** Lets the lane run until it waits or ends. */
    void run() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        } else {
            turn.release();
        }
        baton.acquireUninterruptibly();
        exception.ifPresent(thrown -> {
            throw thrown;
        });
        error.ifPresent(thrown -> {
            throw thrown;
        });
    }

    /** Returns whether the lane could run: it has not begun, or what it waited for has come. */
    boolean isReady() {
        return answer.isPresent()
                || (asked.isEmpty()
                        && awaited.filter(one -> !one.other().hasEnded()).isEmpty());
    }

    boolean hasEnded() {
        return ended;
    }

    /** Returns the request that the lane waits to see answered. */
    Optional<Asked> asked() {
        return answer.isPresent() ? Optional.empty() : asked;
    }

    /** Returns the lane whose end this one waits for. */
    Optional<Lane> awaited() {
        return awaited.map(Awaited::other);
    }

    /** Gives the lane the answer to its request. */
    void answer(Supplier<Exchange> exchange) {
        answer = Optional.of(exchange);
    }

    /** Ends the waiting for another lane, if what is needed is there; returns whether it is. */
    boolean freed() {
        boolean free = awaited.filter(one -> one.there().getAsBoolean()).isPresent();
        if (free) {
            awaited = Optional.empty();
        }
        return free;
    }

    /** Waits for the answer to a request. To be called in the lane. */
    Exchange ask(Request request, Reach reach) {
        asked = Optional.of(new Asked(request, reach));
        pause();
        Supplier<Exchange> own = answer.orElseThrow();
        asked = Optional.empty();
        answer = Optional.empty();
        return own.get();
    }

    /** Waits for the end of another lane; returns whether it came, and not only what is needed. To be called in the lane. */
    boolean await(Lane other, BooleanSupplier there) {
        awaited = Optional.of(new Awaited(other, there));
        pause();
        boolean came = awaited.isPresent();
        awaited = Optional.empty();
        return came;
    }

    /** Ends a lane that waits. */
    void abandon() {
        if (thread.getState() != Thread.State.NEW && !ended) {
            abandoned = true;
            turn.release();
            baton.acquireUninterruptibly();
        }
    }

    private void pause() {
        if (!abandoned) {
            baton.release();
            turn.acquireUninterruptibly();
        }
        if (abandoned) {
            throw new StoppedException("the run has ended");
        }
    }
}
