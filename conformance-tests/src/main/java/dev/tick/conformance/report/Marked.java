package dev.tick.conformance.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text in pieces, with those marked that another text does not have.
 *
 * @param text a piece
 * @param differs whether it is marked
 */
record Marked(String text, boolean differs) {
    /** Words, numbers, runs of space, and every other character for itself. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    /** Longer texts are shown, and not compared: the time grows with the square of the difference. */
    private static final int COMPARED = 20_000;

    /** Two texts, each against the other. */
    record Pair(List<Marked> expected, List<Marked> got) {
        private int sameLetters() {
            return got.stream()
                    .filter(piece -> !piece.differs())
                    .mapToInt(piece -> letters(piece.text()))
                    .sum();
        }
    }

    /** Compares two texts; where they have next to nothing in common, nothing is marked, since everything would be. */
    static Pair of(String expected, String got) {
        if (expected.length() + got.length() > COMPARED) {
            return plain(expected, got);
        }
        List<String> before = tokens(expected);
        List<String> after = tokens(got);
        List<AbstractDelta<String>> deltas = DiffUtils.diff(before, after).getDeltas();
        Pair pair = new Pair(
                pieces(before, deltas, AbstractDelta::getSource), pieces(after, deltas, AbstractDelta::getTarget));
        if (looksTheSame(expected, got)) {
            return new Pair(spelled(pair.expected()), spelled(pair.got()));
        }
        return pair.sameLetters() * 3 < Math.max(letters(expected), letters(got)) ? plain(expected, got) : pair;
    }

    /** Whether two texts are the same to the eye: of other characters, and yet canonically equivalent (Unicode, UAX 15). */
    static boolean looksTheSame(String expected, String got) {
        return !expected.equals(got)
                && Normalizer.normalize(expected, Normalizer.Form.NFC)
                        .equals(Normalizer.normalize(got, Normalizer.Form.NFC));
    }

    /** With the code points of what differs. */
    private static List<Marked> spelled(List<Marked> pieces) {
        return pieces.stream()
                .map(piece -> piece.differs() ? new Marked(piece.text() + codePoints(piece.text()), true) : piece)
                .toList();
    }

    static String codePoints(String text) {
        return text.codePoints()
                .mapToObj(one -> String.format(Locale.ROOT, "U+%04X", one))
                .collect(Collectors.joining(" ", " (", ")"));
    }

    private static Pair plain(String expected, String got) {
        return new Pair(List.of(new Marked(expected, false)), List.of(new Marked(got, false)));
    }

    private static int letters(String text) {
        return Math.toIntExact(
                text.codePoints().filter(Character::isLetterOrDigit).count());
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<Marked> pieces(
            List<String> tokens,
            List<AbstractDelta<String>> deltas,
            Function<AbstractDelta<String>, Chunk<String>> side) {
        List<Marked> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : deltas) {
            Chunk<String> chunk = side.apply(delta);
            add(pieces, tokens.subList(at, chunk.getPosition()), false);
            at = chunk.getPosition() + chunk.size();
            add(pieces, tokens.subList(chunk.getPosition(), at), true);
        }
        add(pieces, tokens.subList(at, tokens.size()), false);
        return pieces;
    }

    private static void add(List<Marked> pieces, List<String> tokens, boolean differs) {
        if (!tokens.isEmpty()) {
            pieces.add(new Marked(String.join("", tokens), differs));
        }
    }
}
