package dev.tick.spec.text;

import java.util.List;

/** An unknown word on a command line, as the commands of the kit tell it. */
public final class UnknownWord {
    private UnknownWord() {}

    /**
     * Returns a sentence about a word: an option without its value, which may be a secret, and so may what follows it.
     *
     * @param word the first that is unknown
     * @param sentence about any other word
     * @param known what it may have been meant to be
     */
    public static String told(String word, String sentence, List<String> known) {
        if (!word.startsWith("-")) {
            return sentence + NearestWord.hint(word, known);
        }
        String name = word.split("=", 2)[0];
        return "Unknown option: '" + name + "'" + NearestWord.hint(name, known);
    }
}
