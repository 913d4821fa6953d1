package dev.tick.laws.api;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Names of types as they are printed: short for the JDK and for exported types, qualified for all others. */
final class TypeNames {
    private final String internalRoot;
    private final Predicate<Class<?>> exported;
    private final NavigableSet<String> internal = new TreeSet<>();

    /**
     * Takes the rule for our own types.
     *
     * @param internalRoot the prefix of our own packages
     * @param exported whether a top-level type is API
     */
    TypeNames(String internalRoot, Predicate<Class<?>> exported) {
        this.internalRoot = internalRoot;
        this.exported = exported;
    }

    /** Returns the internal types that were printed: types of ours that are not API. */
    NavigableSet<String> internal() {
        return internal;
    }

    /** Returns the name of a type, with its arguments. */
    String of(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.isArray() ? of(plain.getComponentType()) + "[]" : name(plain);
        }
        if (type instanceof ParameterizedType generic) {
            return of(generic.getRawType()) + all(generic.getActualTypeArguments(), ", ", "<", ">");
        }
        if (type instanceof GenericArrayType array) {
            return of(array.getGenericComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getLowerBounds().length > 0
                    ? "? super " + all(wildcard.getLowerBounds(), " & ", "", "")
                    : "?" + bounds(wildcard.getUpperBounds());
        }
        return type.getTypeName();
    }

    /** Returns declared type parameters with their bounds; empty if there are none. */
    String parameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName() + bounds(variable.getBounds()))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    /** Returns the names of several types; empty if there are none. */
    String all(Type[] types, String between, String before, String after) {
        return types.length == 0
                ? ""
                : Arrays.stream(types).map(this::of).collect(Collectors.joining(between, before, after));
    }

    private String bounds(Type[] bounds) {
        return Arrays.equals(bounds, new Type[] {Object.class}) ? "" : all(bounds, " & ", " extends ", "");
    }

    private String name(Class<?> type) {
        Class<?> top = type;
        while (top.getDeclaringClass() != null) {
            top = top.getDeclaringClass();
        }
        String qualified = type.getName().replace('$', '.');
        boolean ours = (top.getPackageName() + ".").startsWith(internalRoot + ".");
        if (ours && !exported.test(top)) {
            internal.add(qualified);
            return qualified;
        }
        boolean isShort = ours || type.isPrimitive() || top.getPackageName().startsWith("java.");
        return isShort && !type.isPrimitive()
                ? qualified.substring(top.getPackageName().length() + 1)
                : qualified;
    }
}
