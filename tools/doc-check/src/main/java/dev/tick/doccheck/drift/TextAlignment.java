package dev.tick.doccheck.drift;

import dev.tick.doccheck.known.KnownText;
import dev.tick.doccheck.page.TextUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The texts of a page beside those of the page that was read. A text that only moved is no change. */
final class TextAlignment {
    /** The table of the alignment; a page of 2,000 texts is ten times the vendor's longest. */
    private static final long MAX_CELLS = 4_000_000;

    /**
     * A change: a new text, a text that is gone, or one in the place of another.
     *
     * @param page empty where the text is gone
     * @param known empty where the text is new
     */
    record Change(Optional<TextUnit> page, Optional<KnownText> known) {}

    private record Gap(List<TextUnit> added, List<KnownText> gone) {}

    private final List<KnownText> known;
    private final List<TextUnit> page;
    private final List<String> digests;

    private TextAlignment(List<KnownText> known, List<TextUnit> page) {
        this.known = known;
        this.page = page;
        digests = page.stream().map(TextUnit::digest).toList();
    }

    static List<Change> changes(List<KnownText> known, List<TextUnit> page) {
        return new TextAlignment(known, page).changes();
    }

    private List<Change> changes() {
        List<Gap> gaps = gaps();
        List<KnownText> gone = new ArrayList<>(
                gaps.stream().flatMap(gap -> gap.gone().stream()).toList());
        for (Gap gap : gaps) {
            gap.added().removeIf(unit -> moved(unit, gone));
        }
        List<Change> changes = new ArrayList<>();
        for (Gap gap : gaps) {
            gap.gone().removeIf(text -> !gone.contains(text));
            pair(gap, changes);
        }
        return changes;
    }

    private static boolean moved(TextUnit unit, List<KnownText> gone) {
        Iterator<KnownText> left = gone.iterator();
        while (left.hasNext()) {
            if (left.next().is(unit.digest())) {
                left.remove();
                return true;
            }
        }
        return false;
    }

    private static void pair(Gap gap, List<Change> changes) {
        int both = Math.min(gap.added().size(), gap.gone().size());
        for (int i = 0; i < Math.max(gap.added().size(), gap.gone().size()); i++) {
            changes.add(
                    i < both
                            ? new Change(
                                    Optional.of(gap.added().get(i)),
                                    Optional.of(gap.gone().get(i)))
                            : gap.added().size() > both
                                    ? new Change(Optional.of(gap.added().get(i)), Optional.empty())
                                    : new Change(
                                            Optional.empty(),
                                            Optional.of(gap.gone().get(i))));
        }
    }

    /** Returns the stretches between the texts that both have, in order. */
    private List<Gap> gaps() {
        int[][] longest = (long) known.size() * page.size() > MAX_CELLS ? new int[0][0] : longest();
        List<Gap> gaps = new ArrayList<>();
        Gap gap = new Gap(new ArrayList<>(), new ArrayList<>());
        int k = 0;
        int p = 0;
        while (k < known.size() || p < page.size()) {
            if (k < known.size() && p < page.size() && longest.length > 0 && same(k, p)) {
                gaps.add(gap);
                gap = new Gap(new ArrayList<>(), new ArrayList<>());
                k++;
                p++;
            } else if (p == page.size()
                    || (k < known.size() && longest.length > 0 && longest[k + 1][p] >= longest[k][p + 1])) {
                gap.gone().add(known.get(k++));
            } else {
                gap.added().add(page.get(p++));
            }
        }
        gaps.add(gap);
        return gaps;
    }

    private boolean same(int k, int p) {
        return known.get(k).is(digests.get(p));
    }

    /** Returns the lengths of the longest common sequences of the ends of both. */
    private int[][] longest() {
        int[][] longest = new int[known.size() + 1][page.size() + 1];
        for (int k = known.size() - 1; k >= 0; k--) {
            for (int p = page.size() - 1; p >= 0; p--) {
                longest[k][p] = same(k, p) ? longest[k + 1][p + 1] + 1 : Math.max(longest[k + 1][p], longest[k][p + 1]);
            }
        }
        return longest;
    }
}
