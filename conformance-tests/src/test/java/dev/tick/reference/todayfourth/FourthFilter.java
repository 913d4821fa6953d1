package dev.tick.reference.todayfourth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Reads a filter: or, and, not, comparisons, text functions, any and all. */
final class FourthFilter {
    private final FourthWords words;
    private final TodayFourthFault fault;

    private FourthFilter(FourthWords words, TodayFourthFault fault) {
        this.words = words;
        this.fault = fault;
    }

    static Predicate<FourthIndicator> parse(String text, TodayFourthFault fault) {
        FourthFilter filter = new FourthFilter(new FourthWords(text), fault);
        Predicate<FourthIndicator> whole =
                fault == TodayFourthFault.AND_OR_LEFT_TO_RIGHT ? filter.leftToRight() : filter.anyOf();
        if (!filter.words.done()) {
            throw FourthProblem.query("Syntax error in the query at '" + filter.words.peek() + "'.");
        }
        return whole;
    }

    private Predicate<FourthIndicator> leftToRight() {
        Predicate<FourthIndicator> left = single();
        while (words.peek().equals("and") || words.peek().equals("or")) {
            left = words.take().equals("and") ? left.and(single()) : left.or(single());
        }
        return left;
    }

    private Predicate<FourthIndicator> anyOf() {
        Predicate<FourthIndicator> left = allOf();
        while (words.accept("or")) {
            left = left.or(allOf());
        }
        return left;
    }

    private Predicate<FourthIndicator> allOf() {
        Predicate<FourthIndicator> left = single();
        while (words.accept("and")) {
            left = left.and(single());
        }
        return left;
    }

    private Predicate<FourthIndicator> single() {
        if (words.accept("not")) {
            return single().negate();
        }
        if (words.accept("(")) {
            Predicate<FourthIndicator> inner = fault == TodayFourthFault.AND_OR_LEFT_TO_RIGHT ? leftToRight() : anyOf();
            words.expect(")");
            return inner;
        }
        if (words.peekSecond().equals("/")) {
            return lambda();
        }
        if (List.of("contains", "startswith", "endswith").contains(words.peek())) {
            return function(words.take());
        }
        return comparison();
    }

    private Predicate<FourthIndicator> comparison() {
        FourthOperand left = operand();
        String operator = words.done() ? "" : words.peek();
        if (operator.equals("in")) {
            words.take();
            return in(left);
        }
        if (!List.of("eq", "ne", "gt", "ge", "lt", "le").contains(operator)) {
            if (left.type() == Boolean.class) {
                return one -> Boolean.TRUE.equals(left.value().apply(one));
            }
            throw FourthProblem.query("The query lacks a comparison before '" + operator + "'.");
        }
        words.take();
        FourthOperand right = operand();
        if (!left.fits(right) || left.type() == List.class || right.type() == List.class) {
            throw FourthProblem.query("The types on both sides of '" + operator + "' are not compatible.");
        }
        return one -> FourthCompare.holds(
                operator, left.value().apply(one), right.value().apply(one), fault);
    }

    private Predicate<FourthIndicator> in(FourthOperand left) {
        List<FourthOperand> choices = new ArrayList<>();
        words.expect("(");
        do {
            choices.add(operand());
        } while (words.accept(","));
        words.expect(")");
        if (!choices.stream().allMatch(left::fits)) {
            throw FourthProblem.query("The types on both sides of 'in' are not compatible.");
        }
        return one -> choices.stream()
                .anyMatch(choice -> FourthCompare.holds(
                        "eq", left.value().apply(one), choice.value().apply(one), fault));
    }

    private Predicate<FourthIndicator> function(String name) {
        words.expect("(");
        FourthOperand whole = textOperand(name);
        words.expect(",");
        FourthOperand part = textOperand(name);
        words.expect(")");
        return one -> FourthCompare.matches(
                name, whole.value().apply(one), part.value().apply(one));
    }

    private FourthOperand textOperand(String name) {
        FourthOperand operand = operand();
        if (operand.type() != String.class) {
            throw FourthProblem.query("The function '" + name + "' takes texts.");
        }
        return operand;
    }

    private FourthOperand operand() {
        String word = words.take();
        if (word.equals("tolower") || word.equals("toupper")) {
            words.expect("(");
            FourthOperand inner = textOperand(word);
            words.expect(")");
            return new FourthOperand(
                    String.class,
                    one -> inner.value().apply(one) instanceof String text
                            ? (word.equals("tolower") ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT))
                            : null);
        }
        FourthOperand literal = FourthOperand.literal(word, fault);
        if (literal != null) {
            return literal;
        }
        FourthFields.Field field = FourthFields.find(word);
        return new FourthOperand(field.type(), field.value());
    }

    /** {@code rbacGroupNames/any(name: name eq 'x')}. */
    private Predicate<FourthIndicator> lambda() {
        FourthFields.Field field = FourthFields.find(words.take());
        words.expect("/");
        String quantifier = words.take();
        if (field.type() != List.class || !List.of("any", "all").contains(quantifier)) {
            throw FourthProblem.query("The query has an unknown path before '" + quantifier + "'.");
        }
        words.expect("(");
        if (words.accept(")")) {
            return one -> !((List<?>) field.value().apply(one)).isEmpty();
        }
        String[] variable = words.take().split(":", 2);
        if (variable.length == 2 && variable[1].isEmpty()) {
            words.expect(variable[0]);
        }
        String operator = words.take();
        FourthOperand right = operand();
        words.expect(")");
        Predicate<Object> each =
                name -> FourthCompare.holds(operator, name, right.value().apply(null), fault);
        return one -> {
            List<?> names = (List<?>) field.value().apply(one);
            return quantifier.equals("any")
                    ? names.stream().anyMatch(each)
                    : names.stream().allMatch(each);
        };
    }
}
