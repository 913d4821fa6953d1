package dev.tick.spec.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known word was meant. */
public final class NearestWord {
    /** A guess that changes more than every third letter misleads more often than it helps. */
    private static final int LETTERS_PER_SLIP = 3;

    private NearestWord() {}

    /**
     * Returns the known word that takes the fewest slips to become the given one: letters added, lost, changed or swapped with their
     * neighbour, whatever their case. Of several the first; empty where none is near.
     */
    public static Optional<String> of(String word, Collection<String> known) {
        int most = Math.max(1, word.length() / LETTERS_PER_SLIP);
        return known.stream()
                // As many slips at least; a word of a megabyte is compared with none.
                .filter(other -> Math.abs(word.length() - other.length()) <= most)
                .filter(other -> slips(word, other) <= most)
                .min(Comparator.comparingInt(other -> slips(word, other)));
    }

    /** Returns the guess as part of a message, such as {@code " (did you mean 'reason'?)"}; empty where there is none. */
    public static String hint(String word, Collection<String> known) {
        return of(word, known).map(guess -> " (did you mean '" + guess + "'?)").orElse("");
    }

    /** The distance of Damerau and Levenshtein (its restricted form). */
    private static int slips(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = cheapest(from, to, i, j, cost);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(String from, String to, int i, int j, int[][] cost) {
        if (i == 0 || j == 0) {
            return i + j;
        }
        int changed = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(changed, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
