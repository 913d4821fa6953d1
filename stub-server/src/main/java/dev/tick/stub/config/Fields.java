package dev.tick.stub.config;

import dev.tick.spec.source.YamlSource;
import dev.tick.spec.text.NearestWord;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** The values of one mapping; a problem is noted with its line and key, and the value left out. */
final class Fields {
    private final YamlSource yaml;
    private final String at;
    private final JsonNode node;
    private final List<String> problems;

    Fields(YamlSource yaml, String at, List<String> problems) {
        this.yaml = yaml;
        this.at = at;
        node = yaml.root().at(at);
        this.problems = problems;
    }

    /** Whether this is a mapping of no other keys than these, with all that are required; a misspelt key is one problem, not two. */
    boolean hold(List<String> known, List<String> required) {
        if (!node.isObject()) {
            problems.add(here("") + "expected the keys " + known + ", got " + node);
            return false;
        }
        Set<String> guessed = new HashSet<>();
        for (String key : node.propertyNames()) {
            if (!known.contains(key)) {
                List<String> free = known.stream().filter(one -> !node.has(one)).toList();
                NearestWord.of(key, free).ifPresent(guessed::add);
                problems.add(here(key) + "unknown key" + NearestWord.hint(key, free) + "; expected one of " + known);
            }
        }
        required.stream()
                .filter(key -> !node.has(key) && !guessed.contains(key))
                .forEach(key -> problems.add(here("") + "the key '" + key + "' is missing; add it"));
        return true;
    }

    boolean has(String key) {
        return node.has(key);
    }

    /** Whether it is switched off; YAML reads the bare word as false in one version and as text in another. */
    boolean isOff(String key) {
        JsonNode value = node.path(key);
        return value.asString("").equals("off") || (value.isBoolean() && !value.asBoolean());
    }

    Optional<String> text(String key) {
        return value(key).flatMap(value -> {
            if (!value.isString() || value.asString().isBlank()) {
                problem(key, "expected text, got " + value + "; write it out, in quotes where it is a number");
                return Optional.empty();
            }
            return Optional.of(value.asString());
        });
    }

    Optional<Integer> number(String key, int least, int most) {
        return value(key).flatMap(value -> {
            if (!value.isIntegralNumber() || value.asLong() < least || value.asLong() > most) {
                problem(key, "expected a number from " + least + " to " + most + ", got " + value);
                return Optional.empty();
            }
            return Optional.of(value.asInt());
        });
    }

    Optional<Boolean> truth(String key) {
        return value(key).flatMap(value -> {
            if (!value.isBoolean()) {
                problem(key, "expected true or false, got " + value);
                return Optional.empty();
            }
            return Optional.of(value.asBoolean());
        });
    }

    /** A constant of the enum, written in lower case. */
    <E extends Enum<E>> Optional<E> word(String key, List<E> constants) {
        List<String> words = constants.stream()
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toList();
        return text(key).flatMap(text -> {
            if (!words.contains(text)) {
                problem(key, "expected one of " + words + ", got '" + text + "'" + NearestWord.hint(text, words));
                return Optional.empty();
            }
            return Optional.of(constants.get(words.indexOf(text)));
        });
    }

    /** Text that a reader makes something of, or refuses with an {@link IllegalArgumentException}. */
    <T> Optional<T> read(String key, Function<String, T> reader) {
        return text(key).flatMap(text -> {
            try {
                return Optional.of(reader.apply(text));
            } catch (IllegalArgumentException e) {
                problem(key, String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        });
    }

    /** The items of a list, of which each is a mapping. */
    List<Fields> items(String key) {
        return list(key)
                .map(list -> IntStream.range(0, list.size())
                        .mapToObj(i -> new Fields(yaml, pointer(key) + "/" + i, problems))
                        .toList())
                .orElse(List.of());
    }

    /** The items of a list of texts. */
    List<String> texts(String key) {
        return list(key)
                .map(list -> IntStream.range(0, list.size())
                        .filter(i -> {
                            if (!list.get(i).isString()) {
                                problem(key, "expected a list of texts, got " + list.get(i));
                            }
                            return list.get(i).isString();
                        })
                        .mapToObj(i -> list.get(i).asString())
                        .toList())
                .orElse(List.of());
    }

    /** Hands out each member of a mapping with its name. */
    void members(String key, BiConsumer<String, Fields> each) {
        value(key).ifPresent(value -> {
            if (value.isObject()) {
                value.propertyNames()
                        .forEach(name -> each.accept(
                                name, new Fields(yaml, pointer(key) + "/" + YamlSource.segment(name), problems)));
            } else {
                problem(key, "expected a mapping of names, got " + value);
            }
        });
    }

    void problem(String key, String text) {
        problems.add(here(key) + text);
    }

    private Optional<JsonNode> list(String key) {
        return value(key).flatMap(value -> {
            if (!value.isArray()) {
                problem(key, "expected a list, got " + value);
                return Optional.empty();
            }
            return Optional.of(value);
        });
    }

    private Optional<JsonNode> value(String key) {
        return node.has(key) ? Optional.of(node.get(key)) : Optional.empty();
    }

    private String pointer(String key) {
        return at + "/" + YamlSource.segment(key);
    }

    private String here(String key) {
        String pointer = key.isEmpty() ? at : pointer(key);
        String name = pointer.isEmpty() ? "" : pointer.substring(1) + ": ";
        return yaml.file() + ":" + yaml.lineOf(pointer) + ": " + name;
    }
}
