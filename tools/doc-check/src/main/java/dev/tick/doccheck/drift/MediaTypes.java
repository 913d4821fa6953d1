package dev.tick.doccheck.drift;

import java.util.Locale;

/** Comparison of header values, which pages often print only in part. */
final class MediaTypes {
    private MediaTypes() {}

    /** Returns whether a value is the expected word, in any case, possibly with more text after it. */
    static boolean begins(String value, String expected) {
        String small = value.toLowerCase(Locale.ROOT);
        String word = expected.toLowerCase(Locale.ROOT);
        return small.equals(word) || small.startsWith(word + ";") || small.startsWith(word + " ");
    }
}
