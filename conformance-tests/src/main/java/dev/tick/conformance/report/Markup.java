package dev.tick.conformance.report;

/** Makes text of any origin safe to stand between tags and in quoted attributes, and shows what cannot be seen. */
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
            default -> Visible.append(escaped, one);
        }
    }
}
