package dev.tick.conformance.client;

import dev.tick.conformance.exchange.RetryAfter;
import dev.tick.spec.client.ClientScenario;
import dev.tick.spec.client.WorkVerb;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A scenario as a client played it.
 *
 * @param scenario what was asked for
 * @param pieces of work
 * @param work the calls of each piece
 * @param journal all that came
 * @param end how the client ended
 * @param report what it says
 * @param deadline within which it had to end
 */
record Performance(
        ClientScenario scenario,
        List<Piece> pieces,
        Map<Piece, List<ClientCall>> work,
        SceneRecord journal,
        ClientEnd end,
        ClientReport report,
        Duration deadline) {
    private static final int TOO_MANY = 429;

    Performance {
        pieces = List.copyOf(pieces);
        work = Map.copyOf(work);
    }

    /** Returns the pieces of one kind of work; all where none is named. */
    List<Piece> pieces(Optional<WorkVerb> of) {
        return pieces.stream()
                .filter(piece -> of.filter(verb -> verb != piece.verb()).isEmpty())
                .toList();
    }

    List<ClientCall> calls(Piece piece) {
        return work.getOrDefault(piece, List.of());
    }

    /** Returns whether the client asked for a token between two calls. */
    boolean askedForTokenBetween(ClientCall one, ClientCall other) {
        return journal.tokenCalls().stream()
                .anyMatch(asked -> asked.number() > one.number() && asked.number() < other.number());
    }

    /**
     * Returns why nothing can be concluded from what was not seen to be wrong: the client did not end, or did not do the work, made
     * more calls than the journal keeps, or did not come as far as the scenario goes; empty where nothing stands in the way.
     *
     * @param asked the work that must have been done
     */
    Optional<Decision> hindrance(List<Piece> asked) {
        if (!end.isReached()) {
            return Optional.of(
                    isWaiting()
                            ? Decision.of(
                                    Decision.Kind.NOT_APPLICABLE,
                                    "the client was still waiting after " + deadline.toSeconds()
                                            + " s, and was not told to come back earlier")
                            : Decision.of(Decision.Kind.ERROR, "the client " + end.words(deadline) + lastWords()));
        }
        if (journal.forgotten() > 0) {
            return Optional.of(Decision.of(
                    Decision.Kind.ERROR,
                    "the client made so many calls that the journal has forgotten the first " + journal.forgotten()));
        }
        Optional<Piece> untouched =
                asked.stream().filter(piece -> calls(piece).isEmpty()).findFirst();
        if (untouched.isPresent()) {
            String work =
                    "the client made no call for its work '" + untouched.get().words() + "'";
            return Optional.of(
                    gotNoToken()
                            ? Decision.of(
                                    Decision.Kind.NOT_TESTABLE, work + ", since the token endpoint gave it no token")
                            : Decision.of(Decision.Kind.ERROR, work + lastWords()));
        }
        return journal.unmet().stream()
                .findFirst()
                .map(step ->
                        Decision.of(Decision.Kind.NOT_TESTABLE, "the client gave up before the step '" + step + "'"));
    }

    /** Returns whether the client has no token in the end because the scenario had the token endpoint refuse it. */
    boolean gotNoToken() {
        return journal.tokenCalls().stream()
                .reduce((before, last) -> last)
                .filter(last -> !last.succeeded())
                // Whoever comes too early is refused again, and meets no step.
                .filter(last -> last.step().isPresent() || last.got(TOO_MANY))
                .isPresent();
    }

    /** Returns whether the client did not end, and its last call was told to wait for longer than that, or got 429 and was not told how long. */
    boolean isWaiting() {
        return end.isOverdue()
                && journal.calls().stream()
                        .reduce((before, last) -> last)
                        .filter(last -> last.status()
                                .filter(status -> status == TOO_MANY)
                                .isPresent())
                        .flatMap(last -> last.exchange().response())
                        .map(response -> RetryAfter.of(response, journal.started())
                                .map(told -> told.compareTo(deadline) >= 0)
                                .orElse(true))
                        .orElse(false);
    }

    /** Returns what the client said at its end, where that may explain why it did not do its work. */
    String lastWords() {
        String code = end.exitCode()
                .filter(number -> number != 0 && end.isReached())
                .map(number -> "; it ended with code " + number)
                .orElse("");
        String output = end.output().strip();
        return code + (output.isEmpty() ? "" : "; it printed: " + output.replaceAll("\\s+", " "));
    }
}
