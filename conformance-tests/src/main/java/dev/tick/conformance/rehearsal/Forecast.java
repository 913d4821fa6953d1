package dev.tick.conformance.rehearsal;

import dev.tick.conformance.conduct.Rate;
import dev.tick.conformance.exploration.ExplorationSize;
import dev.tick.conformance.proof.Proof;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.Remote;
import dev.tick.spec.contract.Effect;
import java.util.Optional;
import java.util.Set;

/**
 * The requests that a whole run on a target is expected to send at most, by the figures of the last proof.
 *
 * @param requests how many
 * @param rate which the run keeps
 */
public record Forecast(int requests, Rate rate) {
    /** Returns the forecast of a run; empty for one that keeps no pace, for a part, and for a contract without a proof. */
    public static Optional<Forecast> of(Settings settings) {
        Rate rate = settings.conduct().rate();
        if (!rate.isLimited() || settings.requirements().isPresent()) {
            return Optional.empty();
        }
        int explored = settings.exploration().size().requests();
        return settings.remote()
                .flatMap(remote -> Proof.published(settings.contract()).map(proof -> requests(remote, proof, explored)))
                .map(requests -> new Forecast(requests, rate));
    }

    private static int requests(Remote remote, Proof proof, int explored) {
        return remote.capabilities().equals(Set.of(Effect.CREATE))
                ? proof.requestsToSubmit()
                : proof.requests() - ExplorationSize.standard().requests() + explored;
    }

    /** Returns the forecast for people, such as {@code At most some 300 requests: 2 min at 100 requests in 60 s}. */
    public String sentence() {
        return "At most some " + requests + " requests: " + Math.max(1, rate.minutes(requests)) + " min at "
                + rate.requests() + " requests in " + rate.window().toSeconds() + " s; tick plan shows each";
    }
}
