package dev.tick.spec.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The header fields of a message: names match in whatever case, and keep the spelling and the order in which they were given.
 *
 * @param fields one entry for each value; a name may occur several times
 */
public record Headers(List<Field> fields) {
    private static final Headers NONE = new Headers(List.of());

    /**
     * A header field.
     *
     * @param name as it is spelled
     * @param value without white space around it
     */
    public record Field(String name, String value) {
        boolean is(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    /** Copies the fields. */
    public Headers {
        fields = List.copyOf(fields);
    }

    /** Returns headers without any field. */
    public static Headers none() {
        return NONE;
    }

    /** Returns these fields, in the order of the map. */
    public static Headers of(Map<String, String> values) {
        return new Headers(values.entrySet().stream()
                .map(one -> new Field(one.getKey(), one.getValue()))
                .toList());
    }

    /** Returns these fields, in the order of the map, each name as often as it has values. */
    public static Headers ofAll(Map<String, List<String>> values) {
        return new Headers(values.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> new Field(one.getKey(), value)))
                .toList());
    }

    /** Returns the first value of this name; empty when there is none. */
    public Optional<String> first(String name) {
        for (Field field : fields) {
            if (field.is(name)) {
                return Optional.of(field.value());
            }
        }
        return Optional.empty();
    }

    /** Returns every value of this name, in their order. */
    public List<String> all(String name) {
        return fields.stream().filter(field -> field.is(name)).map(Field::value).toList();
    }

    /** Returns a copy with this value in place of every other of that name, where the first of them stood or else at the end. */
    public Headers with(String name, String value) {
        List<Field> changed = new ArrayList<>();
        boolean replaced = false;
        for (Field field : fields) {
            if (!field.is(name)) {
                changed.add(field);
            } else if (!replaced) {
                changed.add(new Field(name, value));
                replaced = true;
            }
        }
        if (!replaced) {
            changed.add(new Field(name, value));
        }
        return new Headers(changed);
    }

    /** Returns a copy with this field at the end, beside others of that name. */
    public Headers plus(String name, String value) {
        List<Field> changed = new ArrayList<>(fields);
        changed.add(new Field(name, value));
        return new Headers(changed);
    }

    /** Returns a copy without any field of this name. */
    public Headers without(String name) {
        return new Headers(fields.stream().filter(field -> !field.is(name)).toList());
    }

    /** Calls the action with the name and value of each field, in their order. */
    public void forEach(BiConsumer<String, String> action) {
        fields.forEach(field -> action.accept(field.name(), field.value()));
    }
}
