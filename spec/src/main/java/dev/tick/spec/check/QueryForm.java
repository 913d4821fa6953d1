package dev.tick.spec.check;

/** A form of query whose answer is known, because the entities that it is about were made for it. */
public enum QueryForm {
    /** A text with a quote, which is doubled. */
    DOUBLED_QUOTE,
    /** A text with characters that mean something in a URL. */
    RESERVED_CHARACTERS,
    /** A text with letters beyond ASCII. */
    OTHER_SCRIPT,
    /** A text that another one has in other letter case. */
    LETTER_CASE,
    /** A time with an offset other than {@code Z}. */
    OFFSET,
    /** A time with seven fraction digits. */
    SEVEN_DIGITS,
    /** Two conditions of which some entities meet only one. */
    BOTH_CONDITIONS,
    /** Two conditions of which one suffices. */
    EITHER_CONDITION,
    /** One condition or two together, of which {@code and} binds more tightly. */
    PRECEDENCE,
    /** Everything but one text. */
    NOT_EQUAL,
    /** Everything but one text, of a property that some entities lack. */
    NOT_EQUAL_OR_NONE,
    /** The opposite of a condition. */
    NEGATED,
    /** Any value at all. */
    ANY_VALUE,
    /** Nothing in place of a value. */
    NO_VALUE,
    /** {@code $top} beside a filter. */
    FILTER_AND_TOP,
    /** {@code $skip} beside a filter. */
    FILTER_AND_SKIP,
    /** {@code $top} beside {@code $skip}. */
    TOP_AND_SKIP,
    /** {@code $skip} that leaves the last entity. */
    SKIP_TO_LAST,
    /** {@code $skip} of as many as there are. */
    SKIP_ALL,
    /** {@code $top} of nothing. */
    TOP_ZERO,
    /** {@code $top} of more than there are. */
    TOP_ABOVE_ALL,
    /** The parts of a list, asked for by {@code $top} and {@code $skip}. */
    PARTS,
    /** All pages of a filtered list, as its links lead to them. */
    LINKED_PAGES,
    /** {@code $top} over all pages of a list. */
    TOP_OVER_PAGES,
    /** {@code $skip} that leaves one entity more than a page holds. */
    SKIP_OVER_PAGES
}
