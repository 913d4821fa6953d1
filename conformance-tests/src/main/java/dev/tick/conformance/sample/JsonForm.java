package dev.tick.conformance.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A form of a JSON text that says no less and no more (RFC 8259). */
public enum JsonForm {
    /** White space wherever it may stand (section 2). */
    SPACED("with white space between its parts"),
    /** The properties in another order, which is insignificant (section 1). */
    REORDERED("with its properties in another order"),
    /** Letters and slashes as escapes (section 7). */
    ESCAPED("with letters written as escapes");

    private static final String BREAK = " \r\n\t";

    private final String words;

    JsonForm(String words) {
        this.words = words;
    }

    /** Returns the form in words that follow a noun. */
    public String words() {
        return words;
    }

    /** Returns a value as a JSON text of these forms. */
    public static String written(JsonNode value, Set<JsonForm> forms) {
        String gap = forms.contains(SPACED) ? BREAK : "";
        if (value.isObject()) {
            List<String> names = new ArrayList<>(value.propertyNames());
            if (forms.contains(REORDERED)) {
                Collections.reverse(names);
            }
            return list(
                    names.stream().map(name -> text(name, forms) + gap + ":" + gap + written(value.path(name), forms)),
                    "{",
                    "}",
                    gap);
        }
        if (value.isArray()) {
            return list(value.valueStream().map(item -> written(item, forms)), "[", "]", gap);
        }
        return value.isString() ? text(value.asString(), forms) : value.toString();
    }

    private static String list(Stream<String> parts, String first, String last, String gap) {
        return gap + first + gap + parts.collect(Collectors.joining(gap + "," + gap)) + gap + last + gap;
    }

    private static String text(String text, Set<JsonForm> forms) {
        if (!forms.contains(ESCAPED)) {
            return JsonNodeFactory.instance.stringNode(text).toString();
        }
        return text.chars()
                .mapToObj(unit -> unit == '/' ? "\\/" : String.format(Locale.ROOT, "\\u%04x", unit))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
