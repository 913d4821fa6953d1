package dev.tick.reference.todaythird;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a filter into its words. */
final class Lexer {
    /** What a word is. */
    enum Kind {
        TEXT,
        TIME,
        NUMBER,
        NAME,
        SIGN,
        END
    }

    /** One word of a filter. */
    record Word(Kind kind, String text) {
        boolean is(String name) {
            return (kind == Kind.NAME || kind == Kind.SIGN) && text.equals(name);
        }
    }

    private static final Pattern WORDS = Pattern.compile("\\s*(?:'((?:[^']++|'')*+)'|(" + Times.SHAPE
            + ")|(-?\\d+(?:\\.\\d+)?)|([A-Za-z_][A-Za-z0-9_/]*)|([(),:]))");

    private Lexer() {}

    static List<Word> words(String filter, TodayThirdFault fault) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(filter);
        int at = 0;
        String rest = filter.stripTrailing();
        while (at < rest.length()) {
            if (!matcher.region(at, rest.length()).lookingAt()) {
                throw Problem.odata("The filter is not understood at position " + at + ".");
            }
            words.add(word(matcher, fault));
            at = matcher.end();
        }
        words.add(new Word(Kind.END, ""));
        return words;
    }

    private static Word word(Matcher matcher, TodayThirdFault fault) {
        if (matcher.group(1) != null) {
            String text = matcher.group(1);
            return new Word(Kind.TEXT, fault == TodayThirdFault.QUOTES_STAY_DOUBLED ? text : text.replace("''", "'"));
        }
        if (matcher.group(2) != null) {
            return new Word(Kind.TIME, matcher.group(2));
        }
        if (matcher.group(3) != null) {
            return new Word(Kind.NUMBER, matcher.group(3));
        }
        return matcher.group(4) != null ? new Word(Kind.NAME, matcher.group(4)) : new Word(Kind.SIGN, matcher.group(5));
    }
}
