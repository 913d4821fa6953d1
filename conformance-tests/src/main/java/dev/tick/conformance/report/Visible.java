package dev.tick.conformance.report;

/**
 * Shows what cannot be seen: control characters, which a terminal would obey; byte order marks; and the marks that turn the direction
 * of writing, by which a target could show other words than it sent.
 */
final class Visible {
    private Visible() {}

    /** In one line: the ends of lines are shown as well. */
    static String line(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(one -> append(visible, one));
        return visible.toString();
    }

    static void append(StringBuilder visible, int one) {
        if (unseen(one)) {
            visible.append(String.format("\\u%04X", one));
        } else {
            visible.appendCodePoint(one);
        }
    }

    private static boolean unseen(int one) {
        return switch (Character.getType(one)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> (one & 0xFFFE) == 0xFFFE;
        };
    }
}
