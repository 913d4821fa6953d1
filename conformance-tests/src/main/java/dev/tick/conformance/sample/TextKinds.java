package dev.tick.conformance.sample;

import java.util.List;
import java.util.Locale;

/**
 * Free texts of many kinds, each with the mark of the run at its end, but for those that look like another type.
 *
 * @param mark the mark
 */
record TextKinds(String mark) {
    /** Longer than a database's usual column of 255, shorter than what a shipped client cuts texts to (4000). */
    private static final int LONG = 90;

    private static final int LONGEST = 4000;

    /** Of so many requests, one has long texts, and one very long ones. */
    private static final int PERIOD = 8;

    private static final List<String> LITERALS =
            List.of("null", "0123", "true", "2030-01-01T00:00:00+02:00", "1e5", "{}", "[1]", "-0.50");

    /** Returns texts like an example: words, or URLs. */
    List<KindOfText> like(String example) {
        return example.contains("://") ? urls() : words();
    }

    /**
     * Returns texts that each are of several kinds, for one request after another. The long ones come in requests of their own, since
     * a server may decline them.
     */
    List<KindOfText> varied(String example, int number) {
        if (example.contains("://")) {
            return urls().stream()
                    .filter(one -> one.kind() != SampleKind.LOWER_CASE)
                    .toList();
        }
        return switch (number % PERIOD) {
            case 1 -> List.of(text(SampleKind.LONG, "A long one. ".repeat(LONG).trim()));
            case 5 -> List.of(text(SampleKind.VERY_LONG, "x".repeat(LONGEST - mark.length())));
            default -> variedWords(number);
        };
    }

    private List<KindOfText> variedWords(int number) {
        return List.of(
                new KindOfText(
                        SampleKind.QUOTED_LINES,
                        " \t Some CAPITALS  aNd O'Brien's \"quoted\" ''word'',\ta tab,\r\na line,\n\nand another" + mark
                                + " \n"),
                text(
                        SampleKind.SYMBOLS,
                        "R&D + 100% %41%2B &amp; #1? a/b\\c\\u0041;d=e,f:g@h $x <y> {0} ${z} [w] |^`~ "
                                + "Pr\u00FCfung \u017Elu\u0165ou\u010Dk\u00FD \u65E5\u672C \u0130\u0131 \uD83D\uDD12"),
                new KindOfText(SampleKind.LITERAL, LITERALS.get(number % LITERALS.size())));
    }

    /** Among what is beyond ASCII is a letter in both of its Unicode forms, which are two texts. */
    private List<KindOfText> words() {
        return List.of(
                text(SampleKind.LOWER_CASE, "plain lower case"),
                text(SampleKind.UPPER_CASE, "ALL IN CAPITALS"),
                text(SampleKind.MIXED_CASE, "Some Capitals aNd Others"),
                text(SampleKind.LONG, "A long one. ".repeat(LONG).trim()),
                text(SampleKind.QUOTES, "O'Brien's \"quoted\" ''word''"),
                text(SampleKind.RESERVED, "R&D + 100% #1? a/b\\c;d=e,f:g@h $x <y>"),
                text(
                        SampleKind.NON_ASCII,
                        "Pr\u00FCfung Pru\u0308fung \u017Elu\u0165ou\u010Dk\u00FD \u65E5\u672C \uD83D\uDD12"),
                text(SampleKind.INNER_SPACES, "two  spaces,   three"));
    }

    private List<KindOfText> urls() {
        String name = "https://" + mark.replaceAll("[^a-z0-9]", "").toLowerCase(Locale.ROOT) + ".example";
        return List.of(
                new KindOfText(SampleKind.LOWER_CASE, name + "/help"),
                new KindOfText(SampleKind.MIXED_CASE, name + "/Help/Page"),
                new KindOfText(SampleKind.PORT, name + ":8443/help"),
                new KindOfText(SampleKind.QUERY, name + "/help?a=1&b=2"),
                new KindOfText(SampleKind.ESCAPED, name + "/a%20b%2Fc?d=%26e+f"),
                new KindOfText(SampleKind.QUOTES, name + "/it's"));
    }

    private KindOfText text(SampleKind kind, String words) {
        return new KindOfText(kind, words + mark);
    }
}
