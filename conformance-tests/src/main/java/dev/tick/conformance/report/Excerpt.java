package dev.tick.conformance.report;

import dev.tick.conformance.outcome.Mismatch;

/** As much of a text as a line has room for; the whole of it stands with the case. */
final class Excerpt {
    private static final String MORE = "…";

    private static final int LONGEST = 200;

    /** Of either side of a contrast. */
    private static final int SIDE = 90;

    /** How much of what both sides begin with is kept, so that the place can be recognised. */
    private static final int COMMON = 20;

    private Excerpt() {}

    /** The beginning of a text. */
    static String of(String text) {
        return beginning(text, LONGEST);
    }

    /** Both sides from shortly before the place where they part. */
    static Mismatch of(Mismatch contrast) {
        String expected = contrast.expected();
        String got = contrast.got();
        int shorter = Math.min(expected.length(), got.length());
        int same = 0;
        while (same < shorter && expected.charAt(same) == got.charAt(same)) {
            same++;
        }
        boolean fits = expected.length() <= SIDE && got.length() <= SIDE;
        int from = fits ? 0 : Math.max(0, same - COMMON);
        boolean alike = Marked.looksTheSame(expected, got);
        return new Mismatch(
                contrast.subject(),
                side(expected, from) + (alike ? spelled(expected, same) : ""),
                side(got, from) + (alike ? spelled(got, same) : ""));
    }

    /** The code points where the sides part. */
    private static String spelled(String text, int at) {
        return Marked.codePoints(text.substring(Math.max(0, at - 1), Math.min(text.length(), at + 2)));
    }

    private static String side(String text, int from) {
        return (from > 0 ? MORE : "") + beginning(text.substring(from), SIDE);
    }

    private static String beginning(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + MORE;
    }
}
