package dev.tick.conformance.report.html;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import dev.tick.spec.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Two texts split for display; segments missing from the other text are marked.
 *
 * @param expected the one text
 * @param got the other
 */
record TextDiff(List<DiffSegment> expected, List<DiffSegment> got) {
    /** Words, numbers, runs of space, and every other character for itself. */
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);

    /** Longer texts are shown, and not compared: the time grows with the square of the difference. */
    private static final int COMPARED = 20_000;

    /** Copies the lists. */
    TextDiff {
        expected = List.copyOf(expected);
        got = List.copyOf(got);
    }

    /** Compares two texts; where they have next to nothing in common, nothing is marked, since everything would be. */
    static TextDiff of(String expected, String got) {
        if (expected.length() + got.length() > COMPARED) {
            return plain(expected, got);
        }
        List<String> before = tokens(expected);
        List<String> after = tokens(got);
        List<AbstractDelta<String>> deltas = DiffUtils.diff(before, after).getDeltas();
        TextDiff diff = new TextDiff(
                segments(before, deltas, AbstractDelta::getSource), segments(after, deltas, AbstractDelta::getTarget));
        if (VisibleText.looksTheSame(expected, got)) {
            return new TextDiff(spelled(diff.expected()), spelled(diff.got()));
        }
        return diff.sameLetters() * 3 < Math.max(letters(expected), letters(got)) ? plain(expected, got) : diff;
    }

    private int sameLetters() {
        return got.stream()
                .filter(segment -> !segment.differs())
                .mapToInt(segment -> letters(segment.text()))
                .sum();
    }

    /** Adds the code points to what differs. */
    private static List<DiffSegment> spelled(List<DiffSegment> segments) {
        return segments.stream()
                .map(segment -> segment.differs()
                        ? new DiffSegment(segment.text() + VisibleText.codePoints(segment.text()), true)
                        : segment)
                .toList();
    }

    private static TextDiff plain(String expected, String got) {
        return new TextDiff(List.of(new DiffSegment(expected, false)), List.of(new DiffSegment(got, false)));
    }

    private static int letters(String text) {
        return Math.toIntExact(
                text.codePoints().filter(Character::isLetterOrDigit).count());
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<DiffSegment> segments(
            List<String> tokens,
            List<AbstractDelta<String>> deltas,
            Function<AbstractDelta<String>, Chunk<String>> side) {
        List<DiffSegment> segments = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : deltas) {
            Chunk<String> chunk = side.apply(delta);
            add(segments, tokens.subList(at, chunk.getPosition()), false);
            at = chunk.getPosition() + chunk.size();
            add(segments, tokens.subList(chunk.getPosition(), at), true);
        }
        add(segments, tokens.subList(at, tokens.size()), false);
        return segments;
    }

    private static void add(List<DiffSegment> segments, List<String> tokens, boolean differs) {
        if (!tokens.isEmpty()) {
            segments.add(new DiffSegment(String.join("", tokens), differs));
        }
    }
}
