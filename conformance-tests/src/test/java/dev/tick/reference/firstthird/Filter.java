package dev.tick.reference.firstthird;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a filter: or, and, not, parentheses, comparisons, three text functions. */
final class Filter {
    private static final Set<String> FUNCTIONS = Set.of("contains", "startswith", "endswith");
    private static final int DEEPEST = 100;
    private final List<String> tokens;
    private final Comparison comparison;
    private final FirstThirdFault fault;
    private int at;
    private int depth;

    private Filter(String text, Times times, FirstThirdFault fault) {
        this.tokens = FilterTokens.cut(text, fault);
        this.comparison = new Comparison(times, fault);
        this.fault = fault;
    }

    static Predicate<Entry> read(String text, Times times, FirstThirdFault fault) {
        Filter filter = new Filter(text, times, fault);
        Predicate<Entry> all = filter.either();
        if (filter.at < filter.tokens.size()) {
            throw Refusal.odata("The filter has a syntax error at " + filter.tokens.get(filter.at) + ".");
        }
        return all;
    }

    private Predicate<Entry> either() {
        if (fault == FirstThirdFault.AND_OR_LEFT_TO_RIGHT) {
            Predicate<Entry> left = single();
            while (peek("or") || peek("and")) {
                left = next().equals("or") ? left.or(single()) : left.and(single());
            }
            return left;
        }
        Predicate<Entry> left = both();
        while (take("or")) {
            left = left.or(both());
        }
        return left;
    }

    private Predicate<Entry> both() {
        Predicate<Entry> left = single();
        while (take("and")) {
            left = left.and(single());
        }
        return left;
    }

    private Predicate<Entry> single() {
        if (++depth > DEEPEST) {
            throw Refusal.odata("The filter is nested too deeply.");
        }
        Predicate<Entry> one = term();
        depth--;
        return one;
    }

    private Predicate<Entry> term() {
        if (take("not")) {
            return single().negate();
        }
        if (take("(")) {
            Predicate<Entry> inner = either();
            expect(")");
            return inner;
        }
        String left = next();
        if (FUNCTIONS.contains(left) && take("(")) {
            return function(left);
        }
        String operator = next();
        return operator.equals("in") ? in(left) : comparison.of(left, operator, next());
    }

    private Predicate<Entry> function(String name) {
        String property = comparison.property(next());
        expect(",");
        String text = next();
        expect(")");
        if (Schema.isTime(property) || !text.startsWith("'")) {
            throw Refusal.odata("The function " + name + " takes texts.");
        }
        String part = text.substring(1);
        return entry -> {
            String value = (String) entry.property(property);
            return value != null
                    && switch (name.toLowerCase(Locale.ROOT)) {
                        case "contains" -> value.contains(part);
                        case "startswith" -> value.startsWith(part);
                        default -> value.endsWith(part);
                    };
        };
    }

    private Predicate<Entry> in(String property) {
        expect("(");
        List<Predicate<Entry>> members = new ArrayList<>();
        do {
            members.add(comparison.of(property, "eq", next()));
        } while (take(","));
        expect(")");
        return entry -> members.stream().anyMatch(member -> member.test(entry));
    }

    private boolean peek(String token) {
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    private boolean take(String token) {
        boolean there = peek(token);
        at += there ? 1 : 0;
        return there;
    }

    private void expect(String token) {
        if (!take(token)) {
            throw Refusal.odata("The filter has a syntax error: " + token + " is expected.");
        }
    }

    private String next() {
        if (at >= tokens.size()) {
            throw Refusal.odata("The filter ends too early.");
        }
        return tokens.get(at++);
    }
}
