package dev.tick.stub.odata;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** An expression of a filter, as a tree. A condition is true, false or null, and only true selects (OData V4.01, part 1, 11.2.6.1). */
public sealed interface Expression {
    /** Returns the expression that every entity meets. */
    static Expression always() {
        return new Constant(flag(true));
    }

    /** Returns the value for an entity; empty for null. */
    Optional<Value> value(Scope scope);

    /** Returns whether it names a property. */
    boolean mentions(String property);

    /** Returns whether an entity meets it. */
    default boolean selects(JsonNode entity) {
        return isTrue(value(new Scope(entity, Map.of())));
    }

    /** Returns a copy without those of its conditions joined by "and" that name a property. */
    default Expression overlooking(String property) {
        return mentions(property) ? always() : this;
    }

    private static boolean isTrue(Optional<Value> value) {
        return value.equals(flag(true));
    }

    private static boolean isFalse(Optional<Value> value) {
        return value.equals(flag(false));
    }

    /** Returns whether a condition is met; empty for null, and for a value that is no truth value. */
    private static Optional<Value> truth(Expression condition, Scope scope) {
        return condition.value(scope).filter(Value.Flag.class::isInstance);
    }

    private static Optional<Value> flag(boolean flag) {
        return Optional.of(new Value.Flag(flag));
    }

    /**
     * An entity, and the items of lists that variables stand for.
     *
     * @param items by the name of the variable
     */
    record Scope(JsonNode entity, Map<String, JsonNode> items) {
        /** Copies the map. */
        public Scope {
            items = Map.copyOf(items);
        }

        Scope with(String variable, JsonNode item) {
            Map<String, JsonNode> more = new HashMap<>(items);
            more.put(variable, item);
            return new Scope(entity, more);
        }
    }

    /** A literal; empty is null. */
    record Constant(Optional<Value> constant) implements Expression {
        @Override
        public Optional<Value> value(Scope scope) {
            return constant;
        }

        @Override
        public boolean mentions(String property) {
            return false;
        }
    }

    /** A property of the entity. */
    record Property(String name, ValueType type) implements Expression {
        @Override
        public Optional<Value> value(Scope scope) {
            return Value.of(scope.entity().path(name), type);
        }

        @Override
        public boolean mentions(String property) {
            return name.equals(property);
        }
    }

    /** An item of a list, which a variable stands for. */
    record Item(String variable, ValueType type) implements Expression {
        @Override
        public Optional<Value> value(Scope scope) {
            return Value.of(scope.items().getOrDefault(variable, JsonNodeFactory.instance.missingNode()), type);
        }

        @Override
        public boolean mentions(String property) {
            return false;
        }
    }

    /** A comparison. */
    record Comparison(Expression left, ComparisonOperator operator, Expression right) implements Expression {
        @Override
        public Optional<Value> value(Scope scope) {
            return flag(operator.holds(left.value(scope), right.value(scope)));
        }

        @Override
        public boolean mentions(String property) {
            return left.mentions(property) || right.mentions(property);
        }
    }

    /** A value that equals one of some. */
    record In(Expression left, List<Expression> some) implements Expression {
        /** Copies the list. */
        public In {
            some = List.copyOf(some);
        }

        @Override
        public Optional<Value> value(Scope scope) {
            Optional<Value> value = left.value(scope);
            return flag(some.stream().anyMatch(one -> ComparisonOperator.EQ.holds(value, one.value(scope))));
        }

        @Override
        public boolean mentions(String property) {
            return left.mentions(property) || some.stream().anyMatch(one -> one.mentions(property));
        }
    }

    /** A function of two texts; null when one of them is. */
    record Call(TextFunction function, Expression text, Expression part) implements Expression {
        @Override
        public Optional<Value> value(Scope scope) {
            return text(text, scope)
                    .flatMap(whole -> text(part, scope).flatMap(some -> flag(function.holds(whole, some))));
        }

        private static Optional<String> text(Expression of, Scope scope) {
            return of.value(scope).filter(Value.Text.class::isInstance).map(value -> ((Value.Text) value).text());
        }

        @Override
        public boolean mentions(String property) {
            return text.mentions(property) || part.mentions(property);
        }
    }

    /** The opposite of a condition; null when that is null. */
    record Not(Expression condition) implements Expression {
        @Override
        public Optional<Value> value(Scope scope) {
            return truth(condition, scope).flatMap(value -> flag(!isTrue(Optional.of(value))));
        }

        @Override
        public boolean mentions(String property) {
            return condition.mentions(property);
        }
    }

    /** Conditions that must all hold: false when one is false, otherwise null when one is null. */
    record And(List<Expression> conditions) implements Expression {
        /** Copies the list. */
        public And {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Optional<Value> value(Scope scope) {
            Optional<Value> all = flag(true);
            for (Expression condition : conditions) {
                Optional<Value> one = truth(condition, scope);
                if (isFalse(one)) {
                    return one;
                }
                all = one.isEmpty() ? one : all;
            }
            return all;
        }

        @Override
        public boolean mentions(String property) {
            return conditions.stream().anyMatch(condition -> condition.mentions(property));
        }

        @Override
        public Expression overlooking(String property) {
            return new And(conditions.stream()
                    .map(condition -> condition.overlooking(property))
                    .toList());
        }
    }

    /** Conditions of which one must hold: true when one is true, otherwise null when one is null. */
    record Or(List<Expression> conditions) implements Expression {
        /** Copies the list. */
        public Or {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Optional<Value> value(Scope scope) {
            Optional<Value> any = flag(false);
            for (Expression condition : conditions) {
                Optional<Value> one = truth(condition, scope);
                if (isTrue(one)) {
                    return one;
                }
                any = one.isEmpty() ? one : any;
            }
            return any;
        }

        @Override
        public boolean mentions(String property) {
            return conditions.stream().anyMatch(condition -> condition.mentions(property));
        }
    }

    /**
     * A condition on the items of a list; no list has no item.
     *
     * @param variable stands for the item in the condition
     */
    record Items(String list, Quantifier quantifier, String variable, Expression condition) implements Expression {
        /** A number of the items that must meet the condition. */
        public enum Quantifier {
            /** At least one. */
            ANY,
            /** Every one. */
            ALL
        }

        @Override
        public Optional<Value> value(Scope scope) {
            JsonNode items = scope.entity().path(list);
            return flag(
                    switch (quantifier) {
                        case ANY -> items.valueStream().anyMatch(item -> holds(scope, item));
                        case ALL -> items.valueStream().allMatch(item -> holds(scope, item));
                    });
        }

        private boolean holds(Scope scope, JsonNode item) {
            return isTrue(condition.value(scope.with(variable, item)));
        }

        @Override
        public boolean mentions(String property) {
            return list.equals(property) || condition.mentions(property);
        }
    }
}
