package dev.tick.conformance.cause;

import dev.tick.conformance.outcome.Mismatch;
import dev.tick.spec.text.VisibleText;

/** Shortens texts to what a line has room for; the whole of them stands with the case. */
final class Excerpt {
    private static final String MORE = "…";

    private static final int LONGEST = 200;

    /** Characters of either side of a mismatch. */
    private static final int SIDE = 90;

    /** Characters kept of the beginning that both sides share, so that the place can be recognised. */
    private static final int COMMON = 20;

    private Excerpt() {}

    /** Returns the beginning of a text. */
    static String of(String text) {
        return VisibleText.beginning(text, LONGEST);
    }

    /** Returns both sides from shortly before the place where they part. */
    static Mismatch of(Mismatch mismatch) {
        String expected = mismatch.expected();
        String got = mismatch.got();
        int shorter = Math.min(expected.length(), got.length());
        int same = 0;
        while (same < shorter && expected.charAt(same) == got.charAt(same)) {
            same++;
        }
        boolean fits = expected.length() <= SIDE && got.length() <= SIDE;
        int from = fits ? 0 : Math.max(0, same - COMMON);
        boolean alike = VisibleText.looksTheSame(expected, got);
        return new Mismatch(
                mismatch.subject(),
                side(expected, from) + (alike ? spelled(expected, same) : ""),
                side(got, from) + (alike ? spelled(got, same) : ""));
    }

    /** The code points where the sides part. */
    private static String spelled(String text, int at) {
        return VisibleText.codePoints(text.substring(Math.max(0, at - 1), Math.min(text.length(), at + 2)));
    }

    private static String side(String text, int from) {
        return (from > 0 ? MORE : "") + VisibleText.beginning(text.substring(from), SIDE);
    }
}
