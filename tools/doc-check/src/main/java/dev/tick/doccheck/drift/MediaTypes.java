package dev.tick.doccheck.drift;

import java.util.Locale;

/** Compares values of headers as far as pages print them. */
final class MediaTypes {
    private MediaTypes() {}

    /** Whether a value is the expected word, whatever its case, alone or with more behind it. */
    static boolean begins(String value, String expected) {
        String small = value.toLowerCase(Locale.ROOT);
        String word = expected.toLowerCase(Locale.ROOT);
        return small.equals(word) || small.startsWith(word + ";") || small.startsWith(word + " ");
    }
}
