package dev.tick.stub.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one filter from left to right: comparisons of a property with a literal, joined by {@code and}, in parentheses. */
final class FilterReader {
    static final String OPTION = "$filter";

    /** The characters that end a word, besides white space. */
    private static final String MARKS = "(),'";

    private final Map<String, ValueType> properties;
    private final String text;
    private int at;
    private int open;

    FilterReader(Map<String, ValueType> properties, String text) {
        this.properties = properties;
        this.text = text;
    }

    /**
     * Reads it all.
     *
     * @throws ODataException at the first place that cannot be read
     */
    List<Condition> read() {
        List<Condition> conditions = new ArrayList<>();
        do {
            conditions.add(operand());
        } while (goesOn());
        return conditions;
    }

    /** Parentheses only group conditions joined by "and", so counting them is enough. */
    private Condition operand() {
        skipSpace();
        while (sees('(')) {
            open++;
            at++;
            skipSpace();
        }
        Condition condition = condition();
        skipSpace();
        while (open > 0 && sees(')')) {
            open--;
            at++;
            skipSpace();
        }
        return condition;
    }

    private Condition condition() {
        String property = word();
        ValueType type = Optional.ofNullable(properties.get(property)).orElseThrow(() -> wrong(property()));
        at += property.length();
        gap();
        String word = word();
        ComparisonOperator comparison =
                ComparisonOperator.of(word).orElseThrow(() -> wrong("one of " + ComparisonOperator.words()));
        at += word.length();
        gap();
        String written = sees('\'') ? quoted() : word();
        Literal literal = type.literal(written).orElseThrow(() -> wrong(type.expected(), written));
        at += written.length();
        return new Condition(property, comparison, literal);
    }

    /** Returns whether another condition follows; otherwise the text is at its end. */
    private boolean goesOn() {
        String end = open > 0 ? "')'" : "the end";
        if (at == text.length()) {
            if (open > 0) {
                throw wrong(end);
            }
            return false;
        }
        String joint = "and";
        if (!Character.isWhitespace(text.charAt(at - 1)) || !word().equals(joint)) {
            throw wrong("' and ' or " + end);
        }
        at += joint.length();
        gap();
        return true;
    }

    private String property() {
        return properties.isEmpty()
                ? "no filter, since no property can be filtered by"
                : "one of the properties " + String.join(", ", properties.keySet());
    }

    /** White space where two words would run together without it. */
    private void gap() {
        int before = at;
        skipSpace();
        if (at == before && at < text.length()) {
            throw wrong("a space");
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean sees(char mark) {
        return at < text.length() && text.charAt(at) == mark;
    }

    /** Reads up to white space or a mark; empty at the end. */
    private String word() {
        int end = at;
        while (end < text.length()
                && !Character.isWhitespace(text.charAt(end))
                && MARKS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(at, end);
    }

    /** Returns the quoted text that begins here; a quote in it is doubled. */
    private String quoted() {
        int end = text.indexOf('\'', at + 1);
        while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == '\'') {
            end = text.indexOf('\'', end + 2);
        }
        if (end < 0) {
            throw new ODataException(OPTION, text.length(), "a closing quote", "nothing");
        }
        return text.substring(at, end + 1);
    }

    private ODataException wrong(String expected) {
        return wrong(expected, word());
    }

    /** Of what is neither a word nor a literal, the rest is shown. */
    private ODataException wrong(String expected, String got) {
        return new ODataException(OPTION, at, expected, QueryReader.shown(got.isEmpty() ? text.substring(at) : got));
    }
}
