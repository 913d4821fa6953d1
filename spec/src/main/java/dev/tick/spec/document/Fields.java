package dev.tick.spec.document;

import dev.tick.spec.text.NearestWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The values of one mapping of a document. A key that is unknown, missing or of another type is a problem, which names file,
 * line, key and remedy; the first one is thrown, or all are gathered and the values left out.
 */
public final class Fields {
    /** Receives problems: the place of one, the mapping or value whose problem it is, and the problem in words. */
    private interface Sink {
        void add(String pointer, String place, String text);
    }

    private final LocatedDocument yaml;
    private final String at;
    private final JsonNode node;
    private final Sink problems;

    /** How the keys of this mapping are written in the document, where that is a former name. */
    private final Map<String, String> written;

    private Fields(LocatedDocument yaml, String at, Sink problems) {
        this(yaml, at, problems, new HashMap<>());
    }

    /** Copies a mapping whose problems go elsewhere. */
    private Fields(Fields other, Sink problems) {
        this(other.yaml, other.at, problems, other.written);
    }

    private Fields(LocatedDocument yaml, String at, Sink problems, Map<String, String> written) {
        this.yaml = yaml;
        this.at = at;
        node = yaml.root().at(at);
        this.problems = problems;
        this.written = written;
    }

    /**
     * Reads the mapping at a pointer and throws the first problem.
     *
     * @throws InvalidDocumentException from every method that finds a problem
     */
    public static Fields strict(LocatedDocument yaml, String at) {
        return new Fields(yaml, at, (pointer, place, text) -> {
            throw yaml.defect(pointer, text);
        });
    }

    /**
     * Reads the mapping at a pointer and gathers problems.
     *
     * @param problems gets a line for each, in which keys are named from this mapping on
     */
    public static Fields gathering(LocatedDocument yaml, String at, List<String> problems) {
        return new Fields(yaml, at, (pointer, place, text) -> {
            String name = place.equals(at) ? "" : place.substring(at.length() + 1) + ": ";
            String line = yaml.file() + ":" + yaml.lineOf(pointer) + ": " + name + text;
            if (!problems.contains(line)) {
                problems.add(line);
            }
        });
    }

    /** Returns where this mapping stands in the document. */
    public String pointer() {
        return at;
    }

    /** Returns where the value of a key stands in the document. */
    public String pointer(String key) {
        return at + "/" + Pointers.escaped(written.getOrDefault(key, key));
    }

    /** Returns the line of this mapping, counted from 1. */
    public int line() {
        return yaml.lineOf(at);
    }

    /** Checks that this is a mapping of no other keys than these, with all that are required. */
    public boolean hold(List<String> known, List<String> required) {
        return hold(known.stream()
                .map(name -> new Key(name, FieldType.ANY, required.contains(name), List.of()))
                .toList());
    }

    /**
     * Checks that this is a mapping of no other keys than these, with all that are required, of their types. Where the first problem is
     * thrown, it brings the others of this mapping with it ({@link Throwable#getSuppressed()}).
     */
    public boolean hold(List<Key> keys) {
        List<InvalidDocumentException> found = new ArrayList<>();
        boolean held = new Fields(this, (pointer, place, text) -> {
                    try {
                        problems.add(pointer, place, text);
                    } catch (InvalidDocumentException e) {
                        found.add(e);
                    }
                })
                .heldTo(keys);
        if (!found.isEmpty()) {
            InvalidDocumentException first = found.get(0);
            found.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        return held;
    }

    private boolean heldTo(List<Key> keys) {
        List<String> known = keys.stream().map(Key::name).toList();
        if (!node.isObject()) {
            problem("", "expected " + expected(known) + ", got " + shown(node));
            return false;
        }
        keys.forEach(this::spell);
        Set<String> guessed = unknown(keys, known);
        keys.forEach(key -> value(key.name(), key.type()));
        keys.stream()
                .filter(key -> key.required() && !has(key.name()) && !guessed.contains(key.name()))
                .forEach(key -> problem("", "the key '" + key.name() + "' is missing; add it"));
        return true;
    }

    private static String expected(List<String> known) {
        return known.size() == 1 ? "the key " + known.get(0) : "the keys " + known;
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }

    private void spell(Key key) {
        for (String name : key.formerly()) {
            if (node.has(name) && node.has(key.name())) {
                problems.add(
                        at + "/" + Pointers.escaped(name),
                        at,
                        "'" + name + "' is the former name of '" + key.name() + "', which is there as well; remove it");
            } else if (node.has(name)) {
                written.put(key.name(), name);
            }
        }
    }

    /** Reports unknown keys; returns what they were guessed to be, since a misspelt key is one problem and not two. */
    private Set<String> unknown(List<Key> keys, List<String> known) {
        Set<String> guessed = new HashSet<>();
        Set<String> readable = new HashSet<>(known);
        keys.forEach(key -> readable.addAll(key.formerly()));
        for (String name : node.propertyNames()) {
            if (!readable.contains(name)) {
                List<String> free = known.stream().filter(one -> !has(one)).toList();
                NearestWord.of(name, free).ifPresent(guessed::add);
                problems.add(
                        at + "/" + Pointers.escaped(name),
                        at,
                        "unknown key '" + name + "'" + NearestWord.hint(name, free) + "; expected one of " + known);
            }
        }
        return guessed;
    }

    /** Returns whether a key is there. */
    public boolean has(String key) {
        return node.has(written.getOrDefault(key, key));
    }

    /** Returns whether a key has the value {@code off}; YAML reads the bare word as false in one version and as text in another. */
    public boolean isOff(String key) {
        JsonNode value = node.path(key);
        return value.asString("").equals("off") || (value.isBoolean() && !value.asBoolean());
    }

    /** Returns a value of this type; empty where the key is not there. */
    public Optional<JsonNode> value(String key, FieldType type) {
        if (!has(key)) {
            return Optional.empty();
        }
        JsonNode value = node.get(written.getOrDefault(key, key));
        if (!type.accepts().test(value)) {
            problem(key, type.problem(value));
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /** Returns text that is not blank. */
    public Optional<String> text(String key) {
        return value(key, FieldType.TEXT).map(JsonNode::asString);
    }

    /** Returns text that is not blank, and that no message quotes. */
    public Optional<String> secret(String key) {
        JsonNode value = node.path(written.getOrDefault(key, key));
        if (has(key) && !FieldType.TEXT.accepts().test(value)) {
            problem(
                    key,
                    "expected " + FieldType.TEXT.expected() + ", got " + Json.kind(value) + FieldType.TEXT.remedy());
            return Optional.empty();
        }
        return text(key);
    }

    /** Returns a whole number between these, both included. */
    public Optional<Integer> number(String key, int least, int most) {
        return value(key, FieldType.number(least, most)).map(JsonNode::asInt);
    }

    /** Returns a truth value. */
    public Optional<Boolean> truth(String key) {
        return value(key, FieldType.TRUTH).map(JsonNode::asBoolean);
    }

    /** Returns the constant of an enum that is written in lower case with hyphens. */
    public <E extends Enum<E>> Optional<E> word(String key, List<E> constants) {
        List<String> words = constants.stream().map(FieldType::spelled).toList();
        return value(key, FieldType.word(words)).map(value -> constants.get(words.indexOf(value.asString())));
    }

    /** Returns what a reader makes of a text, which it refuses with an {@link IllegalArgumentException}. */
    public <T> Optional<T> read(String key, Function<String, T> reader) {
        return text(key).flatMap(text -> {
            try {
                return Optional.of(reader.apply(text));
            } catch (IllegalArgumentException e) {
                problem(key, String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
    }

    /** Returns the mapping under a key; empty where the key is not there. */
    public Optional<Fields> mapping(String key) {
        return has(key) ? Optional.of(new Fields(yaml, pointer(key), problems)) : Optional.empty();
    }

    /** Returns the items of a list of mappings; none where the key is not there. */
    public List<Fields> items(String key) {
        int items = value(key, FieldType.LIST).map(JsonNode::size).orElse(0);
        return IntStream.range(0, items)
                .mapToObj(i -> new Fields(yaml, pointer(key) + "/" + i, problems))
                .toList();
    }

    /** Returns the items of a list of texts; none where the key is not there. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        value(key, FieldType.LIST).stream().flatMap(JsonNode::valueStream).forEach(item -> {
            if (item.isString()) {
                texts.add(item.asString());
            } else {
                problem(key, "expected a list of texts, got " + item);
            }
        });
        return texts;
    }

    /** Calls the action with the name and the fields of each member of a mapping of mappings. */
    public void members(String key, BiConsumer<String, Fields> each) {
        value(key, FieldType.MAPPING)
                .ifPresent(value -> value.propertyNames()
                        .forEach(name -> each.accept(
                                name, new Fields(yaml, pointer(key) + "/" + Pointers.escaped(name), problems))));
    }

    /** Reports a problem with the value of a key; of the whole mapping where the key is empty. */
    public void problem(String key, String text) {
        String place = key.isEmpty() ? at : pointer(key);
        problems.add(place, place, text);
    }
}
