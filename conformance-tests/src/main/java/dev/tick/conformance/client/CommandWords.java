package dev.tick.conformance.client;

import java.util.ArrayList;
import java.util.List;

/** Splits a command into its words as a POSIX shell does, with quotes and backslashes, and nothing else of a shell. */
final class CommandWords {
    private CommandWords() {}

    /**
     * Splits a command.
     *
     * @throws IllegalArgumentException when it has no word, or a quote without its end
     */
    static List<String> of(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            boolean escapes = c == '\\' && quote != '\'' && i + 1 < command.length();
            if (escapes) {
                i++;
                word.append(command.charAt(i));
                begun = true;
            } else if (quote != 0 && c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                begun = ended(words, word, begun);
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("the quote " + quote + " has no end; add it, or escape the quote by \\");
        }
        ended(words, word, begun);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("it is empty; name a program, such as 'sh client.sh'");
        }
        return List.copyOf(words);
    }

    /** Adds a word that has begun; returns that none has begun behind it. */
    private static boolean ended(List<String> words, StringBuilder word, boolean begun) {
        if (begun) {
            words.add(word.toString());
            word.setLength(0);
        }
        return false;
    }
}
