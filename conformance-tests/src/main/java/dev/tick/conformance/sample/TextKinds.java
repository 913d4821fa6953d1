package dev.tick.conformance.sample;

import java.util.List;
import java.util.Locale;

/**
 * Free texts of many kinds, each with the mark of the run at its end.
 *
 * @param mark the mark
 */
record TextKinds(String mark) {
    /** Longer than a database's usual column of 255, shorter than what a shipped client cuts texts to (4000). */
    private static final int LONG = 90;

    /** Returns texts like an example: words, or URLs. */
    List<KindOfText> like(String example) {
        return example.contains("://") ? urls() : words();
    }

    /** Among what is beyond ASCII is a letter in both of its Unicode forms, which are two texts. */
    private List<KindOfText> words() {
        return List.of(
                text(ValueKind.LOWER_CASE, "plain lower case"),
                text(ValueKind.UPPER_CASE, "ALL IN CAPITALS"),
                text(ValueKind.MIXED_CASE, "Some Capitals aNd Others"),
                text(ValueKind.LONG, "A long one. ".repeat(LONG).trim()),
                text(ValueKind.QUOTES, "O'Brien's \"quoted\" ''word''"),
                text(ValueKind.RESERVED, "R&D + 100% #1? a/b\\c;d=e,f:g@h $x <y>"),
                text(
                        ValueKind.NON_ASCII,
                        "Pr\u00FCfung Pru\u0308fung \u017Elu\u0165ou\u010Dk\u00FD \u65E5\u672C \uD83D\uDD12"),
                text(ValueKind.INNER_SPACES, "two  spaces,   three"));
    }

    private List<KindOfText> urls() {
        String name = "https://" + mark.replaceAll("[^a-z0-9]", "").toLowerCase(Locale.ROOT) + ".example";
        return List.of(
                new KindOfText(ValueKind.LOWER_CASE, name + "/help"),
                new KindOfText(ValueKind.MIXED_CASE, name + "/Help/Page"),
                new KindOfText(ValueKind.PORT, name + ":8443/help"),
                new KindOfText(ValueKind.QUERY, name + "/help?a=1&b=2"),
                new KindOfText(ValueKind.ESCAPED, name + "/a%20b%2Fc?d=%26e+f"),
                new KindOfText(ValueKind.QUOTES, name + "/it's"));
    }

    private KindOfText text(ValueKind kind, String words) {
        return new KindOfText(kind, words + mark);
    }
}
