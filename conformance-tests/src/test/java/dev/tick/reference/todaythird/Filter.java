package dev.tick.reference.todaythird;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads a filter: or, and, not, parentheses, comparisons, in, text functions, any over the groups. */
final class Filter {
    private static final List<String> COMPARISONS = List.of("eq", "ne", "gt", "ge", "lt", "le");
    private final TodayThirdFault fault;
    private final Compare compare;
    private final List<Lexer.Word> words;
    private int at;
    private int steps;

    private Filter(String text, TodayThirdFault fault) {
        this.fault = fault;
        this.compare = new Compare(fault);
        this.words = Lexer.words(text, fault);
    }

    static Predicate<Indicator> parse(String text, TodayThirdFault fault) {
        Filter filter = new Filter(text, fault);
        Predicate<Indicator> all = filter.or();
        if (filter.peek().kind() != Lexer.Kind.END) {
            throw Problem.odata(
                    "The filter is not understood at '" + filter.peek().text() + "'.");
        }
        return all;
    }

    private Lexer.Word peek() {
        return words.get(at);
    }

    private Lexer.Word next() {
        return words.get(peek().kind() == Lexer.Kind.END ? at : at++);
    }

    private boolean take(String text) {
        boolean there = peek().is(text);
        at += there ? 1 : 0;
        return there;
    }

    private void need(String sign) {
        if (!take(sign)) {
            throw Problem.odata("The filter wants '" + sign + "' before '" + peek().text() + "'.");
        }
    }

    private Predicate<Indicator> or() {
        if (fault == TodayThirdFault.OR_BEFORE_AND) {
            return leftToRight();
        }
        Predicate<Indicator> all = and();
        while (take("or")) {
            all = all.or(and());
        }
        return all;
    }

    private Predicate<Indicator> leftToRight() {
        Predicate<Indicator> all = not();
        while (peek().is("or") || peek().is("and")) {
            all = next().is("or") ? all.or(not()) : all.and(not());
        }
        return all;
    }

    private Predicate<Indicator> and() {
        Predicate<Indicator> all = not();
        while (take("and")) {
            all = all.and(not());
        }
        return all;
    }

    private Predicate<Indicator> not() {
        if (++steps > 1_000) {
            throw Problem.odata("The filter is too long.");
        }
        if (take("not")) {
            return not().negate();
        }
        if (take("(")) {
            Predicate<Indicator> inner = or();
            need(")");
            return inner;
        }
        return comparison();
    }

    private Predicate<Indicator> comparison() {
        Lexer.Word word = next();
        if (word.kind() != Lexer.Kind.NAME) {
            throw Problem.odata("The filter wants a property instead of '" + word.text() + "'.");
        }
        if (List.of("contains", "startswith", "endswith").contains(word.text()) && peek().is("(")) {
            return function(word.text());
        }
        if (word.text().endsWith("/any")) {
            return any(word.text().substring(0, word.text().length() - 4));
        }
        String property = Compare.filterable(word.text());
        String operator = next().text();
        if (operator.equals("in")) {
            List<Object> literals = literals();
            return one ->
                    literals.stream().anyMatch(literal -> compare.test(compare.value(one, property), "eq", literal));
        }
        if (!COMPARISONS.contains(operator)) {
            throw Problem.odata("The filter's operator '" + operator + "' is not supported.");
        }
        Object literal = compare.literal(next(), property);
        return one -> compare.test(compare.value(one, property), operator, literal);
    }

    private List<Object> literals() {
        List<Object> literals = new ArrayList<>();
        need("(");
        do {
            literals.add(compare.literal(next(), ""));
        } while (take(","));
        need(")");
        return literals;
    }

    private Predicate<Indicator> function(String name) {
        need("(");
        String property = Compare.filterable(next().text());
        need(",");
        String part = String.valueOf(compare.literal(next(), ""));
        need(")");
        return one -> compare.value(one, property) instanceof String text
                && switch (name) {
                    case "contains" -> text.contains(part);
                    case "startswith" -> text.startsWith(part);
                    default -> text.endsWith(part);
                };
    }

    private Predicate<Indicator> any(String list) {
        String property = Compare.filterable(list);
        need("(");
        String variable = next().text();
        need(":");
        need(variable);
        String operator = next().text();
        Object literal = compare.literal(next(), "");
        need(")");
        return one -> compare.value(one, property) instanceof List<?> texts
                && texts.stream().anyMatch(text -> compare.test(text, operator, literal));
    }
}
