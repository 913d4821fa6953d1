package dev.tick.spec.check;

import dev.tick.spec.http.Request;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An edit of a body that is a JSON object; of any other, nothing is changed. */
public sealed interface BodyEdit extends Edit {
    /** Changes a copy of the body. */
    void edit(ObjectNode body);

    /** Returns the properties that must be in the body for it to be edited. */
    default Set<String> needs() {
        return Set.of();
    }

    @Override
    default Request apply(Request request, Function<AlternateToken, String> tokens) {
        if (!(request.body().json() instanceof ObjectNode sound)) {
            return request;
        }
        ObjectNode body = sound.deepCopy();
        edit(body);
        return request.withBody(body);
    }

    /** Other values for properties ({@code set}). */
    record SetValues(Map<String, JsonNode> values) implements BodyEdit {
        /** Copies the values. */
        public SetValues {
            values = copy(values);
        }

        @Override
        public void edit(ObjectNode body) {
            values.forEach(body::set);
        }

        @Override
        public boolean matches(Request request) {
            return all(request, values, (now, value) -> value.equals(now));
        }

        @Override
        public void describe(ObjectNode words) {
            values.forEach(words.putObject("set")::set);
        }
    }

    /** Texts behind those of properties ({@code append}). */
    record AppendText(Map<String, String> texts) implements BodyEdit {
        /** Copies the texts. */
        public AppendText {
            texts = copy(texts);
        }

        @Override
        public void edit(ObjectNode body) {
            texts.forEach((name, text) -> body.put(name, body.path(name).asString("") + text));
        }

        @Override
        public Set<String> needs() {
            return texts.keySet();
        }

        @Override
        public boolean matches(Request request) {
            return all(request, texts, (now, text) -> now.asString("").endsWith(text));
        }

        @Override
        public void describe(ObjectNode words) {
            texts.forEach(words.putObject("append")::put);
        }
    }

    /** The text of properties, so many times ({@code repeat}). */
    record RepeatText(Map<String, Integer> times) implements BodyEdit {
        /** No example's text is shorter, so that a text of that length was repeated. */
        private static final int SHORTEST = 4;

        /** Copies the numbers. */
        public RepeatText {
            times = copy(times);
        }

        @Override
        public void edit(ObjectNode body) {
            times.forEach((name, number) ->
                    body.put(name, body.path(name).asString("").repeat(number)));
        }

        @Override
        public Set<String> needs() {
            return times.keySet();
        }

        @Override
        public boolean matches(Request request) {
            return all(request, times, (now, number) -> now.asString("").length() > SHORTEST * number);
        }

        @Override
        public void describe(ObjectNode words) {
            times.forEach(words.putObject("repeat")::put);
        }
    }

    /** Other names for properties ({@code rename}). */
    record RenameProperties(Map<String, String> names) implements BodyEdit {
        /** Copies the names. */
        public RenameProperties {
            names = copy(names);
        }

        @Override
        public void edit(ObjectNode body) {
            names.forEach((name, other) -> {
                body.set(other, body.path(name));
                body.remove(name);
            });
        }

        @Override
        public Set<String> needs() {
            return names.keySet();
        }

        @Override
        public boolean matches(Request request) {
            JsonNode body = request.body().json();
            return names.values().stream().allMatch(body::has);
        }

        @Override
        public void describe(ObjectNode words) {
            names.forEach(words.putObject("rename")::put);
        }
    }

    /**
     * Another form for every timestamp ({@code fraction-digits}, {@code offset}).
     *
     * @param fractionDigits how many digits of a second follow the point; empty for none
     * @param offset such as {@code +02:00}; empty for {@code Z}
     */
    record TimestampForm(Optional<Integer> fractionDigits, Optional<String> offset) implements BodyEdit {
        @Override
        public void edit(ObjectNode body) {
            TimestampForms.rewrite(body, fractionDigits.orElse(0), offset.orElse("Z"));
        }

        @Override
        public boolean matches(Request request) {
            String text = request.body().json().toString();
            return fractionDigits
                            .filter(digits -> !text.matches(".*:\\d\\d\\.\\d{" + digits + "}[Z+].*"))
                            .isEmpty()
                    && offset.filter(one -> !text.contains(one + "\"")).isEmpty();
        }

        @Override
        public void describe(ObjectNode words) {
            fractionDigits.ifPresent(digits -> words.put("fraction-digits", digits));
            offset.ifPresent(one -> words.put("offset", one));
        }
    }

    private static <V> Map<String, V> copy(Map<String, V> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    private static <V> boolean all(Request request, Map<String, V> values, BiPredicate<JsonNode, V> is) {
        JsonNode body = request.body().json();
        return values.entrySet().stream().allMatch(one -> is.test(body.path(one.getKey()), one.getValue()));
    }
}
