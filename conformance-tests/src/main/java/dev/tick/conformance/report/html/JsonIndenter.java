package dev.tick.conformance.report.html;

/** Writes JSON text on several lines. Only space between its tokens changes: what is broken or said twice stays so. */
final class JsonIndenter {
    private static final String INDENT = "  ";

    private final StringBuilder lines = new StringBuilder();
    private int depth;

    private JsonIndenter() {}

    /** Returns the text on several lines; as it is, when it does not begin like a JSON object or list. */
    static String of(String text) {
        return text.startsWith("{") || text.startsWith("[") ? new JsonIndenter().read(text) : text;
    }

    private String read(String text) {
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (quoted) {
                lines.append(one);
                if (one == '\\' && at + 1 < text.length()) {
                    at++;
                    lines.append(text.charAt(at));
                } else if (one == '"') {
                    quoted = false;
                }
            } else {
                quoted = one == '"';
                structure(one, at + 1 < text.length() ? text.charAt(at + 1) : ' ');
            }
        }
        return lines.toString();
    }

    private void structure(char one, char next) {
        switch (one) {
            case '{', '[' -> {
                lines.append(one);
                depth++;
                if (next != '}' && next != ']') {
                    line();
                }
            }
            case '}', ']' -> {
                depth = Math.max(0, depth - 1);
                char last = lines.length() == 0 ? ' ' : lines.charAt(lines.length() - 1);
                if (last != '{' && last != '[') {
                    line();
                }
                lines.append(one);
            }
            case ',' -> {
                lines.append(one);
                line();
            }
            case ':' -> lines.append(": ");
            case ' ', '\t', '\r', '\n' -> {
                // Between tokens it says nothing.
            }
            default -> lines.append(one);
        }
    }

    private void line() {
        // Brackets by the thousand are a known defect, and would indent by the megabyte.
        lines.append('\n').append(INDENT.repeat(Math.min(depth, 20)));
    }
}
