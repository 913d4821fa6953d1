package dev.tick.reference.today;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The options of a list's query; a plus is a space, as in the vendor's own examples. */
record Query(Map<String, String> options) {
    private static final Set<String> KNOWN = Set.of("$filter", "$top", "$skip", "$skiptoken");

    Query {
        options = new LinkedHashMap<>(options);
    }

    /** An option with a dollar that is not known must be refused, says OData; others are the client's own. */
    static Query parse(String raw) throws Refusal {
        Map<String, String> options = new LinkedHashMap<>();
        for (String piece : raw.split("&", -1)) {
            String[] halves = piece.split("=", 2);
            String name = decode(halves[0]);
            if (name.startsWith("$") && !KNOWN.contains(name)) {
                throw Refusal.query("The query option " + name + " is not supported.");
            }
            if (options.containsKey(name) && name.startsWith("$")) {
                throw Refusal.query("The query option " + name + " is given twice.");
            }
            if (!name.isEmpty()) {
                options.put(name, halves.length == 2 ? decode(halves[1]) : "");
            }
        }
        return new Query(options);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(options.get(name));
    }

    OptionalInt number(String name, int least, int most) throws Refusal {
        Optional<String> given = text(name);
        if (given.isEmpty()) {
            return OptionalInt.empty();
        }
        if (given.get().matches("\\d{1,9}")) {
            int number = Integer.parseInt(given.get());
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        }
        throw Refusal.query(name + " must be a number from " + least + " to " + most + ", not " + given.get() + ".");
    }

    Query with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(options);
        more.put(name, value);
        return new Query(more);
    }

    Query without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(options);
        fewer.remove(name);
        return new Query(fewer);
    }

    String encoded() {
        return options.entrySet().stream()
                .map(option -> encode(option.getKey()).replace("%24", "$") + "=" + encode(option.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
