package dev.tick.conformance.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The end of a client's work.
 *
 * @param kind how it came about
 * @param exitCode of its process; empty where that did not end, or not by itself within the deadline
 * @param output the last of what it printed
 * @param stray why the last of its lines that looked like an answer was none; empty where there was no such line
 */
public record ClientEnd(Kind kind, Optional<Integer> exitCode, String output, Optional<String> stray) {
    /** Kinds of ends. */
    public enum Kind {
        /** A process for one scenario alone: its end is that of the work. */
        ENDED,
        /** A long-lived client said that it is done. */
        ANSWERED,
        /** A long-lived client did not say so. */
        UNANSWERED,
        /** A long-lived client was killed before its deadline, since it did not answer in another scenario. */
        CUT_OFF
    }

    /** Creates the end of a process for one scenario alone. */
    public ClientEnd(Optional<Integer> exitCode, String output) {
        this(Kind.ENDED, exitCode, output, Optional.empty());
    }

    /** Returns the end of a client that did all, as it says. */
    public static ClientEnd ofSuccess() {
        return new ClientEnd(Optional.of(0), "");
    }

    /** Returns this end with each of the client's texts replaced. */
    ClientEnd map(UnaryOperator<String> text) {
        return new ClientEnd(kind, exitCode, text.apply(output), stray.map(text));
    }

    /** Returns whether the client came to the end of its work, well or badly. */
    boolean isReached() {
        return switch (kind) {
            case ENDED -> exitCode.isPresent();
            case ANSWERED -> true;
            case UNANSWERED, CUT_OFF -> false;
        };
    }

    /** Returns whether the client was killed before it came to an end, however bad. */
    boolean isKilled() {
        return !isReached() && exitCode.isEmpty();
    }

    /** Returns whether nothing came of it within the deadline. */
    boolean isOverdue() {
        return isKilled() && kind != Kind.CUT_OFF;
    }

    /** Returns whether it ended well, as it says. */
    boolean isGood() {
        return isReached() && exitCode.filter(code -> code != 0).isEmpty();
    }

    /** Returns how it ended, in words that follow "the client". */
    String words(Duration deadline) {
        String within = " within " + deadline.toSeconds() + " s";
        Optional<String> ended = exitCode.map(code -> "ended with code " + code);
        return switch (kind) {
            case ENDED -> ended.orElse("did not end" + within);
            case ANSWERED -> "answered";
            case UNANSWERED ->
                ended.map(text -> text + " before it answered").orElse("did not answer" + within)
                        + stray.map(text -> "; " + text).orElse("");
            case CUT_OFF -> "was killed, since it did not answer in another scenario";
        };
    }
}
