package dev.tick.conformance.sample;

import java.util.EnumSet;
import java.util.Set;

/** A kind of sound value: in what it differs from a plain one. */
public enum SampleKind {
    PLAIN("a plain value"),
    LOWER_CASE("lower case"),
    UPPER_CASE("capitals"),
    MIXED_CASE("mixed case"),
    LONG("a long text"),
    QUOTES("quotes"),
    RESERVED("reserved characters"),
    NON_ASCII("letters beyond ASCII"),
    INNER_SPACES("two spaces in a row"),
    /** One of the values that the contract lists. */
    LISTED("a listed value"),
    NO_DIGITS("a time without fraction digits"),
    ONE_DIGIT("a time with one fraction digit"),
    THREE_DIGITS("a time with three fraction digits"),
    SIX_DIGITS("a time with six fraction digits"),
    SEVEN_DIGITS("a time with seven fraction digits"),
    EAST("a time with an offset to the east"),
    WEST("a time with an offset to the west"),
    ONE_HOUR_AHEAD("a time one hour ahead"),
    LEAP_DAY("29 February"),
    FAR_FUTURE("a time in the far future"),
    TRUE("true"),
    FALSE("false"),
    EMPTY_LIST("an empty list"),
    ONE_ITEM("a list of one"),
    MANY_ITEMS("a list of many"),
    UNSORTED("an unsorted list with duplicates"),
    PORT("a URL with a port"),
    QUERY("a URL with a query"),
    ESCAPED("a URL with escapes"),
    PUNYCODE("a name in punycode"),
    EIGHT_GROUPS("an address of eight groups"),
    HIGHEST_OCTET("an address with an octet of 255"),
    DOTTED_TAIL("an address that ends in dotted numbers"),
    FRAGMENT("a URL with a fragment"),
    ADDRESS_HOST("a URL whose host is an address"),
    DIGITS("labels that begin with digits"),
    HYPHENS("labels with hyphens"),
    LONG_LABEL("a label of 63 characters"),
    MANY_LABELS("a name of many labels"),
    /** Spaces, tabs and ends of lines around, between and after words, some of which are in quotes. */
    QUOTED_LINES("quotes, and white space of every kind"),
    /** Characters to which some language or format gives a meaning of its own. */
    SYMBOLS("markup, escapes, and letters beyond ASCII"),
    /** Such as {@code null} or {@code 0123}. */
    LITERAL("a text that looks like another type"),
    /** As long as what a shipped client cuts texts to. */
    VERY_LONG("a text of 4,000 characters"),
    TWO_DIGITS("a time with two fraction digits"),
    FOUR_DIGITS("a time with four fraction digits"),
    QUARTER("a time whose offset has minutes"),
    NEXT_DAY("a time that is on another day in UTC"),
    END_OF_YEAR("the last second of a year"),
    END_OF_MONTH("the last day of a month");

    /** Kinds that no page or standard says to be taken: a limit that nobody prints, a part of a URL that no request carries. */
    private static final Set<SampleKind> UNUSUAL = EnumSet.of(
            LONG, VERY_LONG, DOTTED_TAIL, FRAGMENT, ADDRESS_HOST, FAR_FUTURE, ONE_ITEM, MANY_ITEMS, UNSORTED);

    private static final Set<SampleKind> TIMES = EnumSet.of(
            NO_DIGITS,
            ONE_DIGIT,
            TWO_DIGITS,
            THREE_DIGITS,
            FOUR_DIGITS,
            SIX_DIGITS,
            SEVEN_DIGITS,
            EAST,
            WEST,
            QUARTER,
            NEXT_DAY,
            ONE_HOUR_AHEAD,
            LEAP_DAY,
            END_OF_MONTH,
            END_OF_YEAR,
            FAR_FUTURE);

    private final String words;

    SampleKind(String words) {
        this.words = words;
    }

    /** Returns whether it is a kind of time. */
    boolean isTime() {
        return TIMES.contains(this);
    }

    /** Returns whether a server may decline it, since no page or standard says that it is taken. */
    public boolean isUnusual() {
        return UNUSUAL.contains(this);
    }

    /** Returns the kind in words. */
    public String words() {
        return words;
    }
}
