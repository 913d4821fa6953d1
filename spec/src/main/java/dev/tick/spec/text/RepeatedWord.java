package dev.tick.spec.text;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds a word that is listed twice. */
public final class RepeatedWord {
    private RepeatedWord() {}

    /** Returns the first word that is listed before its place as well; empty when each is listed once. */
    public static Optional<String> of(List<String> words) {
        Set<String> met = new HashSet<>();
        return words.stream().filter(word -> !met.add(word)).findFirst();
    }
}
