package dev.tick.spec.document;

/** Misspells words as hurried people do. */
public final class Misspelling {
    private Misspelling() {}

    /** Returns the word with its last letter typed twice, which no other key is as near to. */
    public static String of(String word) {
        return word + word.charAt(word.length() - 1);
    }

    /** Returns the beginning of the message that refuses it. */
    public static String refusal(String file, int line, String pointer, String word) {
        return file + ":" + line + ": " + pointer + "/" + of(word) + ": unknown key '" + of(word) + "' (did you mean '"
                + word + "'?)";
    }
}
