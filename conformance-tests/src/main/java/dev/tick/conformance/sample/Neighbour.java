package dev.tick.conformance.sample;

import java.util.Locale;
import java.util.stream.Collectors;

/** One of a few entities that differ from each other in the ways in which a query may mistake one for another. */
public enum Neighbour {
    /** Its texts are those that most queries ask for. */
    PLAIN("", "", 2),
    /** Its texts begin with the plain ones. */
    LONGER("", " and more", 2),
    /** Its texts end with the plain ones. */
    LATER("not ", "", 2),
    /** Its texts are the plain ones in other letter case. */
    SWAPPED("", "", 2),
    /** Its texts hold a quote. */
    QUOTED("it's ", "", 2),
    /** Its texts hold characters that mean something in a URL. */
    RESERVED("a+b & c=50% #d?e;f/g%41 ", "", 2),
    /** Its texts hold letters beyond ASCII. */
    FOREIGN("\u00E9\u00DF \u05E9\u05DC \u6F22 ", "", 2),
    /** The first of three with the same texts; it ends a second before the time that queries ask for. */
    EARLIER("shared ", "", -1),
    /** The second of three with the same texts; it ends at the time that queries ask for. */
    EXACT("shared ", "", 0),
    /** The third of three with the same texts; it ends a second after the time that queries ask for. */
    AFTER("shared ", "", 1),
    /** It has nothing but what must be there. */
    BARE("bare ", "", 2);

    private final String before;
    private final String after;
    private final int seconds;

    Neighbour(String before, String after, int seconds) {
        this.before = before;
        this.after = after;
        this.seconds = seconds;
    }

    /** Returns how many seconds its time lies behind the one that queries ask for. */
    int seconds() {
        return seconds;
    }

    /** Returns its truth values; neither all nor none of them have the same. */
    boolean flag() {
        return this == PLAIN || this == LATER || this == QUOTED || this == EXACT;
    }

    /** Returns its text where the plain one is this. */
    String text(String plain) {
        return this == SWAPPED ? swapped(plain) : before + plain + after;
    }

    private static String swapped(String text) {
        return text.chars()
                .mapToObj(c -> String.valueOf((char) c))
                .map(c ->
                        c.equals(c.toUpperCase(Locale.ROOT)) ? c.toLowerCase(Locale.ROOT) : c.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
