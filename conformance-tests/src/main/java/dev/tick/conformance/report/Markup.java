package dev.tick.conformance.report;

/**
 * Makes text of any origin safe to stand between tags and in quoted attributes, and shows what cannot be seen: control characters,
 * byte order marks, and the marks that turn the direction of writing, by which a target could show other words than it sent.
 */
final class Markup {
    private Markup() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(one -> append(escaped, one));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int one) {
        switch (one) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            case '\n', '\t' -> escaped.appendCodePoint(one);
            default -> {
                if (unseen(one)) {
                    escaped.append(String.format("\\u%04X", one));
                } else {
                    escaped.appendCodePoint(one);
                }
            }
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
