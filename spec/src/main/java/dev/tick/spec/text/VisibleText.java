package dev.tick.spec.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Shows characters that cannot be seen: control characters, which a terminal would obey; byte order marks; and the marks that turn
 * the direction of writing, by which a server could show other words than it sent.
 */
public final class VisibleText {
    private VisibleText() {}

    /** Returns a text in one line, with every invisible character, also the ends of lines, written as {@code \}{@code uXXXX}. */
    public static String line(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(one -> append(visible, one));
        return visible.toString();
    }

    /** Appends a character, escaped if it is invisible. */
    public static void append(StringBuilder visible, int codePoint) {
        if (isInvisible(codePoint)) {
            visible.append(String.format(Locale.ROOT, "\\u%04X", codePoint));
        } else {
            visible.appendCodePoint(codePoint);
        }
    }

    /** Returns whether two texts differ and yet look alike: they are canonically equivalent (Unicode, UAX 15). */
    public static boolean looksTheSame(String one, String other) {
        return !one.equals(other)
                && Normalizer.normalize(one, Normalizer.Form.NFC)
                        .equals(Normalizer.normalize(other, Normalizer.Form.NFC));
    }

    /** Returns the code points of a text, such as {@code " (U+0065 U+0301)"}. */
    public static String codePoints(String text) {
        return text.codePoints()
                .mapToObj(one -> String.format(Locale.ROOT, "U+%04X", one))
                .collect(Collectors.joining(" ", " (", ")"));
    }

    /** Tells whether a character cannot be seen, which ends of lines and tabs cannot either. */
    public static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> (codePoint & 0xFFFE) == 0xFFFE;
        };
    }
}
