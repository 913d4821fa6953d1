package dev.tick.reference.todayfourth;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a filter: quoted texts, signs, and everything else between blanks. */
final class FourthWords {
    private static final Pattern WORD = Pattern.compile("\\s*('(?:[^']|'')*'|[(),/]|[^\\s(),/']+)");
    private final List<String> words = new ArrayList<>();
    private int next;

    FourthWords(String text) {
        Matcher matcher = WORD.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            words.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw FourthProblem.query("Syntax error in the query at position " + end + ".");
        }
    }

    String peek() {
        return next < words.size() ? words.get(next) : "";
    }

    String peekSecond() {
        return next + 1 < words.size() ? words.get(next + 1) : "";
    }

    String take() {
        if (next >= words.size()) {
            throw FourthProblem.query("The query ends too early.");
        }
        return words.get(next++);
    }

    boolean accept(String word) {
        boolean there = peek().equals(word);
        next += there ? 1 : 0;
        return there;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw FourthProblem.query("The query should have '" + word + "' where it has '" + peek() + "'.");
        }
    }

    boolean done() {
        return next >= words.size();
    }
}
