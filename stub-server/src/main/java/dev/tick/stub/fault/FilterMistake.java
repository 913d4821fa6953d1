package dev.tick.stub.fault;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A wrong reading of a filter, made by reading another one in its place. */
public enum FilterMistake {
    /** A text equals all that begin with it. */
    BEGINNING("takes all that begins with a text for equal to it") {
        @Override
        String of(String filter) {
            return filter.replaceAll("(\\w+) eq ('(?:[^']|'')*')", "startswith($1,$2)");
        }
    },
    /** A text equals all that hold it. */
    CONTAINED("takes all that holds a text for equal to it") {
        @Override
        String of(String filter) {
            return filter.replaceAll("(\\w+) eq ('(?:[^']|'')*')", "contains($1,$2)");
        }
    },
    /** Letter case makes no difference. */
    CASELESS("does not tell capitals from small letters in a filter") {
        @Override
        String of(String filter) {
            return Pattern.compile("(\\w+) eq '([^']*)'")
                    .matcher(filter)
                    .replaceAll(found ->
                            found.group(1) + " in ('" + found.group(2) + "','" + swapped(found.group(2)) + "')");
        }
    },
    /** A text ends at its first quote. */
    CUT_AT_QUOTE("reads a text up to its first quote") {
        @Override
        String of(String filter) {
            return literals(filter, text -> text.split("''", 2)[0]);
        }
    },
    /** Doubled quotes stay doubled. */
    DOUBLED("does not halve doubled quotes") {
        @Override
        String of(String filter) {
            return literals(filter, text -> text.replace("''", "''''"));
        }
    },
    /** A plus sign is read as a space, though it came escaped. */
    PLUS_LOST("reads an escaped plus sign as a space") {
        @Override
        String of(String filter) {
            return filter.replace("+", " ");
        }
    },
    /** An ampersand ends the option, though it came escaped. */
    CUT_AT_AMPERSAND("reads a text up to its first ampersand") {
        @Override
        String of(String filter) {
            return literals(filter, text -> text.split("&", 2)[0]);
        }
    },
    /** Letters beyond Latin-1 are lost. */
    LATIN("reads question marks for what Latin-1 lacks") {
        @Override
        String of(String filter) {
            return new String(filter.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        }
    },
    /** The offset of a time makes no difference. */
    OFFSET_LOST("reads the digits of a time, whatever its offset") {
        @Override
        String of(String filter) {
            return filter.replaceAll("(T[0-9:.]+)[+-][0-9]{2}:[0-9]{2}", "$1Z");
        }
    },
    /** The fraction of a second is read as whole seconds. */
    FRACTION_LOST("does not find a time that is written with a fraction") {
        @Override
        String of(String filter) {
            return filter.replaceAll("[.]([0-9]{6})0Z", ".$11Z");
        }
    },
    /** One of the conditions suffices. */
    AND_IS_OR("takes and for or") {
        @Override
        String of(String filter) {
            return filter.replace(" and ", " or ");
        }
    },
    /** All conditions after the first are lost. */
    FIRST_ALONE("looks at the first condition alone") {
        @Override
        String of(String filter) {
            return filter.split(" and ", 2)[0];
        }
    },
    /** All conditions before the last are lost. */
    LAST_ALONE("looks at the last condition alone") {
        @Override
        String of(String filter) {
            return filter.replaceFirst("^.* and ", "");
        }
    },
    /** Both of the conditions are needed. */
    OR_IS_AND("takes or for and") {
        @Override
        String of(String filter) {
            return filter.replace(" or ", " and ");
        }
    },
    /** The conditions are read from the left, whatever joins them. */
    FROM_LEFT("does not let and bind more tightly than or") {
        @Override
        String of(String filter) {
            return filter.replaceFirst("^(.* or .*?) and (.*)$", "($1) and $2");
        }
    },
    /** Null is neither equal nor unequal, as in SQL. */
    NE_NEEDS_VALUE("does not take null for unequal to a text") {
        @Override
        String of(String filter) {
            return filter.replaceAll("(\\w+) ne ('(?:[^']|'')*')", "($1 ne $2 and $1 ne null)");
        }
    },
    /** The opposite of a condition is the condition. */
    NOT_LOST("reads a condition without the not before it") {
        @Override
        String of(String filter) {
            return filter.replace("not ", "");
        }
    },
    /** The opposite of what is asked for. */
    NE_IS_EQ("takes ne for eq") {
        @Override
        String of(String filter) {
            return filter.replace(" ne ", " eq ");
        }
    },
    /** Null is a word like others. */
    NULL_IS_TEXT("takes null for a text") {
        @Override
        String of(String filter) {
            return filter.replace(" null", " 'null'");
        }
    },
    /** A value is greater than itself. */
    GT_IS_GE("takes gt for ge") {
        @Override
        String of(String filter) {
            return filter.replace(" gt ", " ge ");
        }
    },
    /** A value is not greater than or equal to itself. */
    GE_IS_GT("takes ge for gt") {
        @Override
        String of(String filter) {
            return filter.replace(" ge ", " gt ");
        }
    },
    /** A value is less than itself. */
    LT_IS_LE("takes lt for le") {
        @Override
        String of(String filter) {
            return filter.replace(" lt ", " le ");
        }
    },
    /** A value is not less than or equal to itself. */
    LE_IS_LT("takes le for lt") {
        @Override
        String of(String filter) {
            return filter.replace(" le ", " lt ");
        }
    };

    private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'");

    private final String description;

    FilterMistake(String description) {
        this.description = description;
    }

    /** Returns the mistake in words: a sentence without its subject. */
    public String description() {
        return description;
    }

    /** Returns the filter that is read in place of this one, which is decoded. */
    abstract String of(String filter);

    private static String literals(String filter, UnaryOperator<String> change) {
        return LITERAL.matcher(filter)
                .replaceAll((MatchResult found) -> Matcher.quoteReplacement("'" + change.apply(found.group(1)) + "'"));
    }

    private static String swapped(String text) {
        return text.chars()
                .mapToObj(c -> String.valueOf((char) c))
                .map(c ->
                        c.equals(c.toUpperCase(Locale.ROOT)) ? c.toLowerCase(Locale.ROOT) : c.toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
