package dev.tick.spec.client;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pattern of the results of calls, one after the other: a status such as {@code 503}, a class of them such as {@code 2xx}, or
 * {@code lost} where no whole answer came. {@code ? * + |} and parentheses mean what they mean in a regular expression; blanks stand
 * between tokens.
 */
public final class StatusPattern {
    /** The token of a call whose answer did not come whole. */
    public static final String LOST = "lost";

    private static final Pattern TOKEN = Pattern.compile("\\s+|[1-5]\\d\\d|[1-5]xx|" + LOST + "|[?*+|()]");

    /** A call is one character of the text that is matched: its status counted from here, or this one where the answer was lost. */
    private static final char BASE = '\u4000';

    private static final int HUNDRED = 100;

    private final String text;
    private final Pattern compiled;

    private StatusPattern(String text, Pattern compiled) {
        this.text = text;
        this.compiled = compiled;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException naming what cannot be read
     */
    public static StatusPattern of(String text) {
        StringBuilder regex = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!token.find(at) || token.start() != at) {
                throw refusal(text, "'" + text.substring(at).split("\\s", 2)[0] + "' is no token");
            }
            regex.append(translated(token.group()));
            at = token.end();
        }
        try {
            return new StatusPattern(text, Pattern.compile(regex.toString()));
        } catch (PatternSyntaxException e) {
            throw refusal(text, e.getDescription());
        }
    }

    private static IllegalArgumentException refusal(String text, String problem) {
        return new IllegalArgumentException("in '" + text + "', " + problem
                + "; expected statuses such as 503 or 2xx, or " + LOST + ", with ? * + | ( ) between blanks");
    }

    private static String translated(String token) {
        if (token.isBlank()) {
            return "";
        }
        if (token.equals(LOST)) {
            return String.valueOf(BASE);
        }
        if (token.endsWith("xx")) {
            int first = (token.charAt(0) - '0') * HUNDRED;
            return "[" + letter(first) + "-" + letter(first + HUNDRED - 1) + "]";
        }
        return Character.isDigit(token.charAt(0)) ? String.valueOf(letter(Integer.parseInt(token))) : token;
    }

    private static char letter(int status) {
        return (char) (BASE + status);
    }

    /** Returns whether these calls, each by its status or nothing where its answer was lost, are a sequence of the pattern. */
    public boolean matches(List<Optional<Integer>> calls) {
        return compiled.matcher(letters(calls)).matches();
    }

    private static String letters(List<Optional<Integer>> calls) {
        return calls.stream()
                .map(status -> String.valueOf(status.map(StatusPattern::letter).orElse(BASE)))
                .collect(Collectors.joining());
    }

    /**
     * Returns how many of these calls begin an allowed sequence: the one behind them is the first that cannot be right. All of them do
     * where they are allowed, or where a call is missing at their end.
     */
    public int fitting(List<Optional<Integer>> calls) {
        for (int i = 0; i < calls.size(); i++) {
            Matcher begun = compiled.matcher(letters(calls.subList(0, i + 1)));
            if (!begun.matches() && !begun.hitEnd()) {
                return i;
            }
        }
        return calls.size();
    }

    /** Returns the pattern in words, such as {@code 503, or 503 and then a 2xx}; one that is more than a choice is quoted. */
    public String inWords() {
        return text.matches(".*[?*+()].*")
                ? "a sequence that '" + text + "' matches"
                : Stream.of(text.split("\\|", -1)).map(StatusPattern::choice).collect(Collectors.joining(", or "));
    }

    private static String choice(String sequence) {
        String words = TOKEN.matcher(sequence)
                .results()
                .map(MatchResult::group)
                .filter(token -> !token.isBlank())
                .map(token -> token.equals(LOST) ? "no whole answer" : token.endsWith("xx") ? "a " + token : token)
                .collect(Collectors.joining(" and then "));
        return words.isEmpty() ? "nothing" : words;
    }

    /** Returns the words of a sequence of calls, such as {@code 503 201}. */
    public static String words(List<Optional<Integer>> calls) {
        return calls.stream()
                .map(status -> status.map(String::valueOf).orElse(LOST))
                .collect(Collectors.joining(" "));
    }

    /** Compares by the text. */
    @Override
    public boolean equals(Object other) {
        return other instanceof StatusPattern pattern && pattern.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the pattern as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
