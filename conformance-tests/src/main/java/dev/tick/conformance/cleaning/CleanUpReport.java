package dev.tick.conformance.cleaning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The end of a clean-up.
 *
 * @param removed how many entities it removed
 * @param staying what the target has no way to remove, by identity
 * @param lastEnd when the last of these ends by itself; empty where none of them does
 * @param endless those of them that never end
 * @param unsure what may be left and may not, by identity
 * @param troubles what went wrong, in sentences
 * @param earlier what became of what earlier runs left, in sentences
 */
public record CleanUpReport(
        int removed,
        List<String> staying,
        Optional<Instant> lastEnd,
        List<String> endless,
        List<String> unsure,
        List<String> troubles,
        List<String> earlier) {
    /** So many names are shown; the ledger has all. */
    private static final int SHOWN = 10;

    /** Copies the lists. */
    public CleanUpReport {
        staying = List.copyOf(staying);
        endless = List.copyOf(endless);
        unsure = List.copyOf(unsure);
        troubles = List.copyOf(troubles);
        earlier = List.copyOf(earlier);
    }

    /** Returns a report of a clean-up that had nothing to do. */
    public static CleanUpReport ofNothing() {
        return new CleanUpReport(0, List.of(), Optional.empty(), List.of(), List.of(), List.of(), List.of());
    }

    /** Returns a report of one that could not begin. */
    public static CleanUpReport failed(String trouble) {
        return new CleanUpReport(0, List.of(), Optional.empty(), List.of(), List.of(), List.of(trouble), List.of());
    }

    /** Returns this report of a clean-up that removed so many before. */
    CleanUpReport after(int before) {
        return new CleanUpReport(removed + before, staying, lastEnd, endless, unsure, troubles, earlier);
    }

    /** Returns this report of a run that also finished earlier ones. */
    public CleanUpReport withEarlier(List<String> sentences) {
        return new CleanUpReport(removed, staying, lastEnd, endless, unsure, troubles, sentences);
    }

    /** Returns this report with each text changed that may come from the target. */
    public CleanUpReport map(UnaryOperator<String> text) {
        return new CleanUpReport(
                removed,
                staying,
                lastEnd,
                endless,
                unsure,
                troubles.stream().map(text).toList(),
                earlier.stream().map(text).toList());
    }

    /** Returns whether nothing of the run is left. */
    public boolean isComplete() {
        return staying.isEmpty() && unsure.isEmpty() && troubles.isEmpty();
    }

    /** Returns whether it did not do what it should have. */
    public boolean isTroubled() {
        return !unsure.isEmpty() || !troubles.isEmpty();
    }

    /** Returns what people need to know of the run itself, a sentence for each fact. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (isComplete()) {
            sentences.add("cleaned up: " + removed + " removed, nothing is left");
            return sentences;
        }
        sentences.add("cleaned up: " + removed + " removed");
        if (!staying.isEmpty()) {
            sentences.add(staying.size() + " stay, since the target has no way to remove them"
                    + lastEnd.map(end -> "; the last of them that ends by itself does so on " + end)
                            .orElse(""));
        }
        if (!endless.isEmpty()) {
            sentences.add(endless.size() + " never end by themselves; remove them by hand: " + names(endless));
        }
        if (!unsure.isEmpty()) {
            sentences.add(unsure.size() + " may be left; look for them by hand: " + names(unsure));
        }
        sentences.addAll(troubles);
        return sentences;
    }

    private static String names(List<String> names) {
        return names.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more, which the ledger names" : "");
    }
}
