package dev.tick.reference.firstthird;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a filter into words, quoted texts and signs; a quoted text begins with an apostrophe. */
final class FilterTokens {
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt][0-9:.]+( |\\+|-)\\d\\d:\\d\\d(?![0-9:])");
    private static final Pattern WORD = Pattern.compile("[^\\s(),']+");

    private FilterTokens() {}

    static List<String> cut(String text, FirstThirdFault fault) {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '(' || c == ')' || c == ',') {
                tokens.add(String.valueOf(c));
                at++;
            } else if (c == '\'') {
                at = quoted(text, at, tokens, fault);
            } else {
                at = word(text, at, tokens);
            }
        }
        return tokens;
    }

    private static int quoted(String text, int start, List<String> tokens, FirstThirdFault fault) {
        StringBuilder out = new StringBuilder("'");
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) != '\'') {
                out.append(text.charAt(i));
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '\'') {
                out.append(fault == FirstThirdFault.DOUBLED_QUOTE_KEPT ? "''" : "'");
                i++;
            } else {
                tokens.add(out.toString());
                return i + 1;
            }
        }
        throw Refusal.odata("A quoted text of the filter has no end.");
    }

    private static int word(String text, int at, List<String> tokens) {
        Matcher time = TIME.matcher(text).region(at, text.length());
        if (time.lookingAt()) {
            tokens.add(time.group().replace(' ', '+'));
            return time.end();
        }
        Matcher word = WORD.matcher(text).region(at, text.length());
        word.lookingAt();
        boolean typed = word.group().contains(".")
                && word.end() < text.length()
                && text.charAt(word.end()) == '\''
                && Character.isLetter(word.group().charAt(0));
        if (!typed) {
            tokens.add(word.group());
        }
        return word.end();
    }
}
