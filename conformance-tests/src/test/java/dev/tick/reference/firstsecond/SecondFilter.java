package dev.tick.reference.firstsecond;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an OData $filter into a predicate over a view of the properties. */
final class SecondFilter {
    /** What a filter sees: a property's value by its name. */
    interface View extends Function<String, Object> {}

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:('(?:[^']|'')*')|([(),])|([^\\s(),']+))");

    private final List<String> tokens = new ArrayList<>();
    private final FirstSecondFault fault;
    private int at;

    private SecondFilter(String text, FirstSecondFault fault) {
        this.fault = fault;
        Matcher m = TOKEN.matcher(text);
        int end = 0;
        while (m.lookingAt()) {
            tokens.add(m.group().strip());
            end = m.end();
            m.region(end, text.length());
        }
        if (!text.substring(end).isBlank()) {
            throw bad("unexpected '" + text.substring(end).strip() + "'");
        }
    }

    static Predicate<View> read(String text, FirstSecondFault fault) {
        SecondFilter filter = new SecondFilter(text, fault);
        Predicate<View> whole = filter.or();
        if (filter.at < filter.tokens.size()) {
            throw bad("unexpected '" + filter.peek() + "'");
        }
        return whole;
    }

    static SecondProblem bad(String why) {
        return SecondProblem.query("The query specified in the URI is not valid: " + why + ".");
    }

    private String peek() {
        return at < tokens.size() ? tokens.get(at) : "";
    }

    private String next() {
        if (at >= tokens.size()) {
            throw bad("the expression ends too early");
        }
        return tokens.get(at++);
    }

    private void expect(String token) {
        if (!next().equals(token)) {
            throw bad("'" + token + "' expected");
        }
    }

    private boolean take(String token) {
        boolean found = peek().equals(token);
        if (found) {
            at++;
        }
        return found;
    }

    private Predicate<View> or() {
        Predicate<View> left = and();
        while (true) {
            if (take("or")) {
                left = left.or(fault == FirstSecondFault.FILTER_NO_PRECEDENCE ? not() : and());
            } else if (fault == FirstSecondFault.FILTER_NO_PRECEDENCE && take("and")) {
                left = left.and(not());
            } else {
                return left;
            }
        }
    }

    private Predicate<View> and() {
        Predicate<View> left = not();
        while (fault != FirstSecondFault.FILTER_NO_PRECEDENCE && take("and")) {
            left = left.and(not());
        }
        return left;
    }

    private Predicate<View> not() {
        return take("not") ? not().negate() : primary();
    }

    private Predicate<View> primary() {
        if (take("(")) {
            Predicate<View> inner = or();
            expect(")");
            return inner;
        }
        String word = next();
        if (peek().equals("(") && List.of("contains", "startswith", "endswith").contains(word)) {
            return function(word);
        }
        SecondOperand left = operand(word);
        String operator = next();
        if (operator.equals("in")) {
            return among(left);
        }
        if (!List.of("eq", "ne", "gt", "ge", "lt", "le").contains(operator)) {
            throw bad("operator '" + operator + "' is unknown");
        }
        return SecondOperand.comparison(left, operator, operand(next()), fault);
    }

    private SecondOperand operand(String word) {
        return SecondOperand.read(word, fault);
    }

    private Predicate<View> among(SecondOperand left) {
        expect("(");
        Predicate<View> any = view -> false;
        do {
            any = any.or(SecondOperand.comparison(left, "eq", operand(next()), fault));
        } while (take(","));
        expect(")");
        return any;
    }

    private Predicate<View> function(String name) {
        expect("(");
        SecondOperand text = operand(next());
        expect(",");
        SecondOperand part = operand(next());
        expect(")");
        boolean positive = true;
        if (peek().equals("eq") || peek().equals("ne")) {
            boolean equal = next().equals("eq");
            String literal = next();
            if (!literal.equals("true") && !literal.equals("false")) {
                throw bad("true or false expected");
            }
            positive = equal == literal.equals("true");
        }
        Predicate<View> test = view -> {
            if (!(text.value(view) instanceof String a) || !(part.value(view) instanceof String b)) {
                return false;
            }
            return name.equals("contains")
                    ? a.contains(b)
                    : name.equals("startswith") ? a.startsWith(b) : a.endsWith(b);
        };
        return positive ? test : test.negate();
    }
}
