package dev.tick.stub.odata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one filter from left to right, by the precedence of OData (V4.01, part 2, 5.1.1.17): parentheses; functions, {@code any},
 * {@code all} and {@code in}; {@code not}; relations; equalities; {@code and}; {@code or}.
 */
final class FilterReader {
    static final String OPTION = "$filter";

    private static final Set<String> OTHER_OPERATORS = Set.of("add", "sub", "mul", "div", "divby", "mod", "has");
    private static final Set<String> OTHER_FUNCTIONS = Set.of(
            "tolower",
            "toupper",
            "length",
            "indexof",
            "substring",
            "substringof",
            "trim",
            "concat",
            "matchesPattern",
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "fractionalseconds",
            "totalseconds",
            "totaloffsetminutes",
            "date",
            "time",
            "now",
            "mindatetime",
            "maxdatetime",
            "round",
            "floor",
            "ceiling",
            "cast",
            "isof",
            "case",
            "hassubset",
            "hassubsequence",
            "geo.distance",
            "geo.length",
            "geo.intersects");

    /** The name of the variable where a list is compared as if it were its items; no filter can write it. */
    private static final String UNNAMED = "";

    private final Map<String, PropertyType> properties;
    private final Cursor cursor;
    private final Map<String, ValueType> variables = new HashMap<>();

    /**
     * Reads a filter.
     *
     * @param properties those that may be filtered by; each has a type
     */
    FilterReader(Map<String, PropertyType> properties, String text) {
        this.properties = properties;
        cursor = new Cursor(OPTION, text);
    }

    /** A thing that an operator stands beside. */
    private sealed interface Operand {
        int start();

        /** One value; without a type it is null. */
        record One(int start, Optional<ValueType> type, Expression expression) implements Operand {
            /** Null is a condition that is neither true nor false. */
            boolean isCondition() {
                return type.isEmpty() || type.equals(Optional.of(ValueType.BOOLEAN));
            }
        }

        /** A property with a list of values. */
        record Many(int start, ValueType type, String property) implements Operand {}
    }

    /**
     * Reads it all.
     *
     * @throws ODataException at the first place that cannot be read
     */
    Expression read() {
        cursor.skipSpace();
        Operand whole = either(Optional.empty());
        cursor.skipSpace();
        if (!cursor.atEnd()) {
            throw goesOnWrongly(whole);
        }
        return condition(whole);
    }

    private Operand either(Optional<ValueType> wanted) {
        Operand first = both(wanted);
        int end = cursor.at();
        List<Expression> conditions = new ArrayList<>();
        while (joint("or")) {
            if (conditions.isEmpty()) {
                conditions.add(condition(first, end));
            }
            conditions.add(condition(both(Optional.empty())));
        }
        return conditions.isEmpty() ? first : condition(first, new Expression.Or(conditions));
    }

    private Operand both(Optional<ValueType> wanted) {
        Operand first = equality(wanted);
        int end = cursor.at();
        List<Expression> conditions = new ArrayList<>();
        while (joint("and")) {
            if (conditions.isEmpty()) {
                conditions.add(condition(first, end));
            }
            conditions.add(condition(equality(Optional.empty())));
        }
        return conditions.isEmpty() ? first : condition(first, new Expression.And(conditions));
    }

    private Operand equality(Optional<ValueType> wanted) {
        Operand left = relation(wanted);
        Optional<ComparisonOperator> operator = operator(ComparisonOperator.Binding.EQUALITY);
        while (operator.isPresent()) {
            left = comparison(left, operator.get(), relation(type(left)));
            operator = operator(ComparisonOperator.Binding.EQUALITY);
        }
        return left;
    }

    private Operand relation(Optional<ValueType> wanted) {
        Operand left = negation(wanted);
        Optional<ComparisonOperator> operator = operator(ComparisonOperator.Binding.RELATION);
        while (operator.isPresent()) {
            left = comparison(left, operator.get(), negation(type(left)));
            operator = operator(ComparisonOperator.Binding.RELATION);
        }
        return left;
    }

    private Operand negation(Optional<ValueType> wanted) {
        int start = cursor.at();
        String word = cursor.name();
        if (!word.equals("not") || properties.containsKey(word)) {
            return listed(primary(wanted));
        }
        cursor.take(word);
        cursor.gap();
        cursor.enter(start);
        Operand negated = negation(Optional.of(ValueType.BOOLEAN));
        cursor.leave();
        if (!(negated instanceof Operand.One one) || !one.isCondition()) {
            throw cursor.wrong(
                    negated.start(),
                    "parentheses around the comparison, since not binds more tightly",
                    cursor.since(negated.start()));
        }
        return new Operand.One(start, one.type(), new Expression.Not(one.expression()));
    }

    /** Returns an operand, or whether it is in the list that follows. */
    private Operand listed(Operand left) {
        int before = cursor.at();
        String in = "in";
        if (!cursor.skipSpace() || !cursor.word().equals(in)) {
            cursor.backTo(before);
            return left;
        }
        Operand.One item = one(left);
        cursor.take(in);
        cursor.gap();
        if (cursor.take('(')) {
            List<Expression> some = new ArrayList<>();
            do {
                cursor.skipSpace();
                some.add(alike(
                                item.type(),
                                one(literal(cursor.at())
                                        .orElseThrow(() -> cursor.wrong(item.type()
                                                .map(ValueType::expected)
                                                .orElse("a literal")))))
                        .expression());
                cursor.skipSpace();
            } while (cursor.take(','));
            if (!cursor.take(')')) {
                throw cursor.wrong("',' or ')'");
            }
            return condition(left, new Expression.In(item.expression(), some));
        }
        int start = cursor.at();
        if (!(primary(Optional.empty()) instanceof Operand.Many many)) {
            throw cursor.wrong(start, "a list in parentheses", cursor.since(start));
        }
        Operand.One each = new Operand.One(start, Optional.of(many.type()), new Expression.Item(UNNAMED, many.type()));
        return condition(
                left,
                new Expression.Items(
                        many.property(),
                        Expression.Items.Quantifier.ANY,
                        UNNAMED,
                        new Expression.Comparison(
                                item.expression(),
                                ComparisonOperator.EQ,
                                alike(item.type(), each).expression())));
    }

    private Operand primary(Optional<ValueType> wanted) {
        int start = cursor.at();
        if (cursor.take('(')) {
            return grouped(start, wanted);
        }
        Optional<Operand> literal = literal(start);
        if (literal.isPresent()) {
            return literal.get();
        }
        String name = cursor.name();
        if (variables.containsKey(name)) {
            ValueType type = variables.get(name);
            cursor.take(name);
            return onlyThis(new Operand.One(start, Optional.of(type), new Expression.Item(name, type)));
        }
        PropertyType property = properties.get(name);
        if (property != null) {
            ValueType type = property.type().orElseThrow();
            cursor.take(name);
            return switch (property.shape()) {
                case ONE -> onlyThis(new Operand.One(start, Optional.of(type), new Expression.Property(name, type)));
                case MANY -> cursor.take('/') ? items(start, name, type) : new Operand.Many(start, type, name);
            };
        }
        cursor.take(name);
        boolean called = !name.isEmpty() && cursor.sees('(');
        cursor.backTo(start);
        Optional<TextFunction> function = called ? TextFunction.of(name) : Optional.empty();
        if (function.isPresent()) {
            cursor.take(name);
            return call(start, function.get());
        }
        throw unknown(start, name, called, wanted);
    }

    private ODataException unknown(int start, String name, boolean called, Optional<ValueType> wanted) {
        if (called && OTHER_FUNCTIONS.contains(name)) {
            return cursor.unsupported(start, name, "one of " + TextFunction.words());
        }
        if (name.startsWith("@") || name.startsWith("$") || name.startsWith("-")) {
            return cursor.unsupported(start, name, propertyNames());
        }
        return cursor.wrong(wanted.map(ValueType::expected).orElseGet(this::propertyNames));
    }

    private String propertyNames() {
        return properties.isEmpty()
                ? "no filter, since no property can be filtered by"
                : "one of the properties " + String.join(", ", properties.keySet());
    }

    /** A property or an item has no path of its own. */
    private Operand onlyThis(Operand.One operand) {
        if (cursor.sees('/')) {
            throw cursor.unsupported(cursor.at(), cursor.word(), "one of " + ComparisonOperator.words() + ", in");
        }
        return operand;
    }

    private Operand grouped(int start, Optional<ValueType> wanted) {
        cursor.enter(start);
        cursor.open();
        cursor.skipSpace();
        Operand inner = either(wanted);
        cursor.skipSpace();
        if (!cursor.sees(')')) {
            throw goesOnWrongly(inner);
        }
        cursor.take(')');
        cursor.close();
        cursor.leave();
        return inner instanceof Operand.One one ? new Operand.One(start, one.type(), one.expression()) : inner;
    }

    private Operand call(int start, TextFunction function) {
        cursor.enter(start);
        cursor.take('(');
        Expression text = text();
        if (!cursor.take(',')) {
            throw cursor.wrong("','");
        }
        Expression part = text();
        if (!cursor.take(')')) {
            throw cursor.wrong("')'");
        }
        cursor.leave();
        return new Operand.One(start, Optional.of(ValueType.BOOLEAN), new Expression.Call(function, text, part));
    }

    private Expression text() {
        Optional<ValueType> wanted = Optional.of(ValueType.TEXT);
        cursor.skipSpace();
        Operand.One one = alike(wanted, one(either(Optional.empty())));
        cursor.skipSpace();
        return one.expression();
    }

    /** Reads what follows the slash behind a list. */
    private Operand items(int start, String list, ValueType type) {
        String name = cursor.name();
        Expression.Items.Quantifier quantifier = switch (name) {
            case "any" -> Expression.Items.Quantifier.ANY;
            case "all" -> Expression.Items.Quantifier.ALL;
            case "$count" -> throw cursor.unsupported(cursor.at(), name, "any(...) or all(...)");
            default -> throw cursor.wrong("any(...) or all(...)");
        };
        cursor.take(name);
        if (!cursor.take('(')) {
            throw cursor.wrong("'('");
        }
        cursor.enter(start);
        cursor.skipSpace();
        Expression.Items items = quantifier == Expression.Items.Quantifier.ANY && cursor.sees(')')
                ? new Expression.Items(list, quantifier, UNNAMED, Expression.always())
                : eachMeets(list, quantifier, type);
        cursor.skipSpace();
        if (!cursor.take(')')) {
            throw cursor.wrong("' and ', ' or ' or ')'");
        }
        cursor.leave();
        return new Operand.One(start, Optional.of(ValueType.BOOLEAN), items);
    }

    private Expression.Items eachMeets(String list, Expression.Items.Quantifier quantifier, ValueType type) {
        String variable = cursor.name();
        if (!variable.matches("[A-Za-z_]\\w*") || variables.containsKey(variable) || properties.containsKey(variable)) {
            throw cursor.wrong("a new name that stands for an item");
        }
        cursor.take(variable);
        cursor.skipSpace();
        if (!cursor.take(':')) {
            throw cursor.wrong("':'");
        }
        cursor.skipSpace();
        variables.put(variable, type);
        Expression condition = condition(either(Optional.empty()));
        variables.remove(variable);
        return new Expression.Items(list, quantifier, variable, condition);
    }

    /** Reads a literal; empty when there is none here. */
    private Optional<Operand> literal(int start) {
        boolean quoted = cursor.sees('\'');
        String written = quoted ? cursor.quoted() : cursor.word();
        if (written.equals("null")) {
            cursor.take(written);
            return Optional.of(new Operand.One(start, Optional.empty(), new Expression.Constant(Optional.empty())));
        }
        for (ValueType type : ValueType.values()) {
            Optional<Value> value = type.literal(written);
            if (value.isPresent()) {
                cursor.take(written);
                return Optional.of(new Operand.One(start, Optional.of(type), new Expression.Constant(value)));
            }
        }
        return Optional.empty();
    }

    private Operand comparison(Operand left, ComparisonOperator operator, Operand right) {
        if (left instanceof Operand.Many list) {
            return condition(left, comparison(list, operator, alike(Optional.of(list.type()), one(right))));
        }
        Operand.One value = one(left);
        return condition(
                left,
                new Expression.Comparison(
                        value.expression(),
                        operator,
                        alike(value.type(), one(right)).expression()));
    }

    /**
     * A list equals a value when it holds it; no page and no standard says what else a comparison with a list means. Without a list
     * there is null.
     */
    private static Expression comparison(Operand.Many list, ComparisonOperator operator, Operand.One value) {
        if (value.type().isEmpty()) {
            return new Expression.Comparison(
                    new Expression.Property(list.property(), list.type()), operator, value.expression());
        }
        boolean negated = operator == ComparisonOperator.NE;
        Expression items = new Expression.Items(
                list.property(),
                Expression.Items.Quantifier.ANY,
                UNNAMED,
                new Expression.Comparison(
                        new Expression.Item(UNNAMED, list.type()),
                        negated ? ComparisonOperator.EQ : operator,
                        value.expression()));
        return negated ? new Expression.Not(items) : items;
    }

    private Operand.One alike(Optional<ValueType> wanted, Operand.One operand) {
        if (wanted.isPresent() && operand.type().isPresent() && !wanted.equals(operand.type())) {
            throw cursor.wrong(operand.start(), wanted.get().expected(), cursor.since(operand.start()));
        }
        return operand;
    }

    private Operand.One one(Operand operand) {
        if (operand instanceof Operand.Many list) {
            throw cursor.wrong(list.start(), "one value, or " + list.property() + "/any(...)", list.property());
        }
        return (Operand.One) operand;
    }

    private static Optional<ValueType> type(Operand operand) {
        return operand instanceof Operand.Many list ? Optional.of(list.type()) : ((Operand.One) operand).type();
    }

    private Expression condition(Operand operand) {
        return condition(operand, cursor.at());
    }

    /** Returns the condition that an operand is, which ends at a position. */
    private Expression condition(Operand operand, int end) {
        if (operand instanceof Operand.One one && one.isCondition()) {
            return one.expression();
        }
        cursor.backTo(end);
        cursor.skipSpace();
        throw goesOnWrongly(operand);
    }

    private static Operand condition(Operand left, Expression expression) {
        return new Operand.One(left.start(), Optional.of(ValueType.BOOLEAN), expression);
    }

    /** Passes over a word that joins two conditions, with the white space around it; returns whether it was there. */
    private boolean joint(String word) {
        int before = cursor.at();
        if (!cursor.skipSpace() || !cursor.word().equals(word)) {
            cursor.backTo(before);
            return false;
        }
        cursor.take(word);
        cursor.gap();
        return true;
    }

    private Optional<ComparisonOperator> operator(ComparisonOperator.Binding binding) {
        int before = cursor.at();
        Optional<ComparisonOperator> operator = cursor.skipSpace()
                ? ComparisonOperator.of(cursor.word()).filter(one -> one.binding() == binding)
                : Optional.empty();
        if (operator.isEmpty()) {
            cursor.backTo(before);
            return operator;
        }
        cursor.take(cursor.word());
        cursor.gap();
        return operator;
    }

    /** Something else than what may follow an operand is here. */
    private ODataException goesOnWrongly(Operand operand) {
        String comparisons = ComparisonOperator.words() + ", in";
        if (OTHER_OPERATORS.contains(cursor.word())) {
            return cursor.unsupported(cursor.at(), cursor.word(), "one of " + comparisons);
        }
        boolean whole = operand instanceof Operand.One one && one.isCondition();
        return cursor.wrong(
                whole ? "' and ', ' or ' or " + (cursor.isOpen() ? "')'" : "the end") : "one of " + comparisons);
    }
}
