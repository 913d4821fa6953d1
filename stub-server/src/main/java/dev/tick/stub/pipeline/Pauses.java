package dev.tick.stub.pipeline;

import dev.tick.spec.http.Response;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.quota.EarlyRetry;
import dev.tick.stub.quota.WholeSeconds;
import dev.tick.stub.scenario.Step;
import dev.tick.stub.scenario.StepAction;
import dev.tick.stub.state.PauseStore;
import java.time.Duration;
import java.util.Optional;

/** Holds callers to the pauses that a {@code Retry-After} told them to make. */
final class Pauses {
    private static final String RETRY_AFTER = "Retry-After";

    private final PauseStore store;
    private final EarlyRetry policy;

    Pauses(PauseStore store, EarlyRetry policy) {
        this.store = store;
        this.policy = policy;
    }

    /** Returns what the journal says of a call that came too early. */
    static Violation violation(PauseStore.Broken broken) {
        return new Violation(
                "request",
                "retry-after",
                "",
                "none for another " + WholeSeconds.of(broken.rest()) + " seconds, as Retry-After said",
                "one",
                Optional.empty());
    }

    /** Returns the pause that a call breaks, which begins anew. */
    Optional<PauseStore.Broken> brokenBy(String caller, String operation) {
        return store.breakBy(caller, operation);
    }

    /**
     * Has a caller pause as long as a response tells it to, where the scenario or the policy asks for that.
     *
     * @param operation whose calls alone pause; empty for all
     */
    void begin(String caller, Optional<String> operation, Step step, Response response) {
        Optional<Duration> pause = Optional.empty();
        if (step.action() instanceof StepAction.Throttled throttled) {
            pause = Optional.of(throttled.pause());
        } else if (policy == EarlyRetry.REFUSED) {
            pause = response.header(RETRY_AFTER).map(Long::valueOf).map(Duration::ofSeconds);
        }
        pause.ifPresent(time -> store.begin(caller, operation, time));
    }
}
