package dev.tick.laws.api;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of an API: packages and types by name, of each type its declaration and then its members, one a line, sorted.
 * Methods that the language or {@link Object} gives to every record, enum or class are left out.
 */
public final class ApiText {
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private final TypeNames names;

    /**
     * Takes the rule by which types are API.
     *
     * @param root the prefix of our own packages
     * @param exported whether a top-level type of ours is API
     */
    public ApiText(String root, Predicate<Class<?>> exported) {
        names = new TypeNames(root, exported);
    }

    /** Returns the internal types that the texts written so far mention, qualified. */
    public NavigableSet<String> internalTypes() {
        return names.internal();
    }

    /** Returns the lines of the public types among these top-level types. */
    public List<String> lines(List<Class<?>> types) {
        List<String> lines = new ArrayList<>();
        String packageName = "";
        for (Class<?> type : types.stream()
                .sorted(Comparator.comparing((Class<?> type) -> type.getPackageName())
                        .thenComparing(Class::getName))
                .toList()) {
            if (!isApi(type)) {
                continue;
            }
            if (!packageName.equals(type.getPackageName())) {
                packageName = type.getPackageName();
                lines.add("");
                lines.add("package " + packageName);
            }
            write(type, lines);
        }
        return lines;
    }

    private void write(Class<?> type, List<String> lines) {
        lines.add("");
        lines.add(declaration(type));
        Stream.of(constants(type), fields(type), constructors(type), methods(type))
                .flatMap(members -> members)
                .forEach(member -> lines.add("    " + member));
        Arrays.stream(type.getDeclaredClasses())
                .filter(ApiText::isApi)
                .sorted(Comparator.comparing(Class::getName))
                .forEach(nested -> write(nested, lines));
    }

    private static boolean isApi(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) || Modifier.isProtected(type.getModifiers());
    }

    private String declaration(Class<?> type) {
        String kind = type.isAnnotation()
                ? "@interface"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        String modifiers = kind.equals("class") ? modifiers(type.getModifiers() & ~Modifier.STATIC) : "";
        String components = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(component -> names.of(component.getGenericType()) + " " + component.getName())
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
        Type parent = type.getGenericSuperclass();
        boolean isPlain = !kind.equals("class") || parent == null || parent.equals(Object.class);
        return modifiers + (type.isSealed() ? "sealed " : "") + kind + " " + names.of(type)
                + names.parameters(type.getTypeParameters()) + components
                + (isPlain ? "" : " extends " + names.of(parent))
                + names.all(type.getGenericInterfaces(), ", ", type.isInterface() ? " extends " : " implements ", "")
                + permitted(type);
    }

    /** Names them in their alphabetical order: that of the class file depends on the compiler. */
    private String permitted(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .map(names::of)
                        .sorted()
                        .collect(Collectors.joining(", ", " permits ", ""))
                : "";
    }

    private static Stream<String> constants(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(Field::isEnumConstant)
                .map(Field::getName);
    }

    private Stream<String> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !field.isEnumConstant() && isVisible(type, field.getModifiers(), field.isSynthetic()))
                .map(field ->
                        modifiers(field.getModifiers()) + names.of(field.getGenericType()) + " " + field.getName())
                .sorted();
    }

    private Stream<String> constructors(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(one -> isVisible(type, one.getModifiers(), one.isSynthetic()))
                .filter(one -> !isCanonical(type, one))
                .map(one -> modifiers(one.getModifiers()) + "new " + signature(type.getSimpleName(), one))
                .sorted();
    }

    private static boolean isCanonical(Class<?> type, Constructor<?> constructor) {
        return type.isRecord()
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new));
    }

    private Stream<String> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isVisible(type, method.getModifiers(), method.isSynthetic()))
                .filter(method -> !isGiven(type, method))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toGenericString))
                .map(method -> modifiers(type, method) + names.of(method.getGenericReturnType()) + " "
                        + signature(method.getName(), method));
    }

    private static boolean isGiven(Class<?> type, Method method) {
        if (OF_EVERY_OBJECT.contains(method.getName())) {
            return true;
        }
        if (type.isEnum()) {
            return method.getName().equals("values") || method.getName().equals("valueOf");
        }
        return type.isRecord()
                && method.getParameterCount() == 0
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getAccessor().equals(method));
    }

    private static boolean isVisible(Class<?> type, int modifiers, boolean isSynthetic) {
        boolean inherited = Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers());
        return !isSynthetic && (Modifier.isPublic(modifiers) || inherited);
    }

    private String signature(String name, Executable of) {
        String parameters =
                Arrays.stream(of.getGenericParameterTypes()).map(names::of).collect(Collectors.joining(", ", "(", ")"));
        if (of.isVarArgs()) {
            parameters = parameters.substring(0, parameters.length() - "[])".length()) + "...)";
        }
        return (of.getTypeParameters().length == 0 ? "" : names.parameters(of.getTypeParameters()) + " ")
                + name
                + parameters
                + names.all(of.getGenericExceptionTypes(), ", ", " throws ", "")
                + deprecated(of);
    }

    private static String deprecated(AnnotatedElement element) {
        return element.isAnnotationPresent(Deprecated.class) ? " (deprecated)" : "";
    }

    private static String modifiers(Class<?> type, Method method) {
        boolean isDefault = type.isInterface() && !Modifier.isAbstract(method.getModifiers());
        boolean isStatic = Modifier.isStatic(method.getModifiers());
        return type.isInterface()
                ? isStatic ? "static " : isDefault ? "default " : ""
                : modifiers(method.getModifiers());
    }

    /** Returns the modifiers that matter to a user: public is a matter of course, others are of the implementation. */
    private static String modifiers(int modifiers) {
        return Modifier.toString(
                        modifiers & (Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL))
                .concat(" ")
                .stripLeading();
    }
}
