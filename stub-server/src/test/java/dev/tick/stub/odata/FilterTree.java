package dev.tick.stub.odata;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the tree of a filter in one form, whoever read it: every operator with its operands, in brackets. */
final class FilterTree {
    private FilterTree() {}

    static String of(Expression expression) {
        if (expression instanceof Expression.Constant literal) {
            return literal.constant().map(FilterTree::of).orElse("null");
        }
        if (expression instanceof Expression.Property property) {
            return property.name();
        }
        if (expression instanceof Expression.Item item) {
            return item.variable();
        }
        if (expression instanceof Expression.Comparison comparison) {
            return operator(
                    comparison.operator().name().toLowerCase(Locale.ROOT),
                    of(comparison.left()),
                    of(comparison.right()));
        }
        if (expression instanceof Expression.In in) {
            return list(of(in.left()), in.some().stream().map(FilterTree::of).toList());
        }
        if (expression instanceof Expression.Call call) {
            return operator(call.function().name().toLowerCase(Locale.ROOT), of(call.text()), of(call.part()));
        }
        if (expression instanceof Expression.Not not) {
            return operator("not", of(not.condition()));
        }
        if (expression instanceof Expression.And and) {
            return joined("and", and.conditions());
        }
        if (expression instanceof Expression.Or or) {
            return joined("or", or.conditions());
        }
        Expression.Items items = (Expression.Items) expression;
        return items(
                items.list(),
                items.quantifier().name().toLowerCase(Locale.ROOT),
                items.variable(),
                items.condition().equals(Expression.always()) ? "true" : of(items.condition()));
    }

    /** The operands of "and" in an "and" are its own, however they are grouped; likewise "or". */
    static String operator(String name, String... operands) {
        String start = "[" + name + " ";
        return Arrays.stream(operands)
                .map(operand -> (name.equals("and") || name.equals("or")) && operand.startsWith(start)
                        ? operand.substring(start.length(), operand.length() - 1)
                        : operand)
                .collect(Collectors.joining(" ", start, "]"));
    }

    /** Writes a literal as it stands in a filter. */
    static String literal(String written) {
        return Arrays.stream(ValueType.values())
                .flatMap(type -> type.literal(written).stream())
                .map(FilterTree::of)
                .findFirst()
                .orElse(written);
    }

    static String list(String left, List<String> some) {
        return "[in " + left + " " + some + "]";
    }

    static String items(String list, String quantifier, String variable, String condition) {
        return "[" + list + " " + quantifier + " " + variable + " " + condition + "]";
    }

    static String text(String text) {
        return "text<" + text + ">";
    }

    static String number(BigDecimal number) {
        return "number<"
                + (number.signum() == 0 ? "0" : number.stripTrailingZeros().toString()) + ">";
    }

    static String instant(OffsetDateTime time) {
        return "instant<" + Value.Moment.of(time).seconds().stripTrailingZeros() + ">";
    }

    private static String of(Value value) {
        if (value instanceof Value.Text text) {
            return text(text.text());
        }
        if (value instanceof Value.Amount amount) {
            return number(amount.number());
        }
        if (value instanceof Value.Moment moment) {
            return "instant<" + moment.seconds().stripTrailingZeros() + ">";
        }
        return String.valueOf(((Value.Flag) value).flag());
    }

    private static String joined(String name, List<Expression> conditions) {
        return operator(name, conditions.stream().map(FilterTree::of).toArray(String[]::new));
    }

    static Optional<String> read(String filter) {
        try {
            return Optional.of(of(new FilterReader(FilterCorpus.PROPERTIES, filter).read()));
        } catch (ODataException e) {
            return Optional.empty();
        }
    }
}
