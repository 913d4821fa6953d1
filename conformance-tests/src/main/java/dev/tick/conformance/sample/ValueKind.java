package dev.tick.conformance.sample;

/** A kind of sound value: in what it differs from a plain one. */
public enum ValueKind {
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
    EIGHT_GROUPS("an address of eight groups");

    private final String words;

    ValueKind(String words) {
        this.words = words;
    }

    /** Returns the kind in words. */
    public String words() {
        return words;
    }
}
