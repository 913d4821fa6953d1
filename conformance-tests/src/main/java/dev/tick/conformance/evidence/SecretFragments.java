package dev.tick.conformance.evidence;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Finds parts of secrets: a target may cut a token short, and a defect alters one character of it. A part has 24 characters or more,
 * so that a word which a secret happens to hold stays a word.
 */
final class SecretFragments {
    /** Every part of at least twice this length holds a piece of this length that begins at a multiple of it. */
    static final int PIECE = 12;

    private static final int BASE = 67;
    private static final int MARKS = 1 << 18;

    /** The marks of the pieces: looking them up first saves a text for nearly every character that is read. */
    private final BitSet marks = new BitSet();

    private final Map<String, Place> pieces = new HashMap<>();

    /** Where a piece stands in a secret. */
    private record Place(String secret, int at, String placeholder) {}

    void add(String secret, String placeholder) {
        for (int at = 0; at + PIECE <= secret.length(); at += PIECE) {
            pieces.putIfAbsent(secret.substring(at, at + PIECE), new Place(secret, at, placeholder));
            marks.set(mark(secret, at));
        }
    }

    /** Returns a number that equal pieces share and few others have. */
    private static int mark(String text, int at) {
        return ((text.charAt(at) * BASE + text.charAt(at + 1)) * BASE + text.charAt(at + 2)) % MARKS;
    }

    /** Returns whether a text holds a piece of a secret; where it does not, it holds no whole secret of a piece's length or more. */
    boolean mayHold(String text) {
        return next(text, 0) < text.length();
    }

    /** Returns where the next piece begins, from this place on; the text's length where there is none. */
    private int next(String text, int from) {
        int last = text.length() - PIECE;
        for (int at = from; at <= last; at++) {
            if (marks.get(mark(text, at)) && pieces.containsKey(text.substring(at, at + PIECE))) {
                return at;
            }
        }
        return text.length();
    }

    /** Returns the text with placeholders for the parts. */
    String hide(String text) {
        StringBuilder hidden = new StringBuilder();
        int shown = 0;
        int at = next(text, 0);
        while (at < text.length()) {
            Place place = Objects.requireNonNull(pieces.get(text.substring(at, at + PIECE)));
            int begin = at - before(text, at, shown, place);
            int end = at + PIECE + behind(text, at + PIECE, place);
            if (end - begin >= 2 * PIECE) {
                hidden.append(text, shown, begin).append(place.placeholder());
                shown = end;
                at = next(text, end);
            } else {
                at = next(text, at + 1);
            }
        }
        return hidden.append(text, shown, text.length()).toString();
    }

    /** Returns how many characters before a piece belong to the secret as well. */
    private static int before(String text, int at, int shown, Place place) {
        int same = 0;
        while (at - same > shown
                && place.at() - same > 0
                && text.charAt(at - same - 1) == place.secret().charAt(place.at() - same - 1)) {
            same++;
        }
        return same;
    }

    private static int behind(String text, int end, Place place) {
        int next = place.at() + PIECE;
        int same = 0;
        while (end + same < text.length()
                && next + same < place.secret().length()
                && text.charAt(end + same) == place.secret().charAt(next + same)) {
            same++;
        }
        return same;
    }
}
