package dev.tick.reference.first;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The OData options of a list: {@code $top}, {@code $skip}, {@code $count}, and a {@code $filter} of equalities. */
final class ListQuery {

    private static final Pattern EQUALITY = Pattern.compile("\\s*(\\w+) eq (?:'((?:[^']|'')*)'|null)\\s*( and |$)");

    private final Map<String, String> options;

    private ListQuery(Map<String, String> options) {
        this.options = options;
    }

    /** Reads a query as it was sent, null when there is none; options that do not begin with a dollar are ignored. */
    static ListQuery of(String rawQuery) throws Rejection {
        Map<String, String> options = new HashMap<>();
        for (String pair : rawQuery == null ? new String[0] : rawQuery.split("&")) {
            String[] sides = pair.split("=", 2);
            String name = decode(sides[0]);
            if (name.startsWith("$")) {
                options.put(name, sides.length == 2 ? decode(sides[1]) : "");
            }
        }
        for (String name : options.keySet()) {
            if (!List.of("$top", "$skip", "$count", "$filter").contains(name)) {
                throw new Rejection(Problem.WRONG_QUERY, "The query option " + name + " is not supported.");
            }
        }
        return new ListQuery(options);
    }

    /** The part of the list that was asked for, and its count before paging if that was asked for as well. */
    Map<String, Object> select(List<Map<String, Object>> entities, Map<String, Object> envelope) throws Rejection {
        List<Map<String, Object>> found = entities.stream().filter(filter()).toList();
        if (options.getOrDefault("$count", "false").equals("true")) {
            envelope.put("@odata.count", found.size());
        }
        List<Map<String, Object>> page = found.stream()
                .skip(number("$skip", 0))
                .limit(number("$top", Integer.MAX_VALUE))
                .toList();
        envelope.put("value", page);
        return envelope;
    }

    private long number(String name, int absent) throws Rejection {
        String text = options.get(name);
        if (text == null) {
            return absent;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new Rejection(Problem.WRONG_QUERY, "The query option " + name + " takes no '" + text + "'.");
        }
        return Long.parseLong(text);
    }

    private Predicate<Map<String, Object>> filter() throws Rejection {
        Predicate<Map<String, Object>> all = entity -> true;
        String text = options.get("$filter");
        if (text == null) {
            return all;
        }
        Matcher equality = EQUALITY.matcher(text);
        int end = 0;
        do {
            if (!equality.find(end) || equality.start() != end || !isKnown(equality.group(1))) {
                throw new Rejection(Problem.WRONG_QUERY, "The filter '" + text + "' is not supported.");
            }
            String name = equality.group(1);
            String value = equality.group(2) == null ? null : equality.group(2).replace("''", "'");
            all = all.and(entity -> Objects.equals(entity.get(name), value));
            end = equality.end();
        } while (!equality.group(3).isEmpty());
        return all;
    }

    private static boolean isKnown(String property) {
        return EntityBody.PROPERTIES.contains(property)
                || property.equals("createdBy")
                || property.equals("creationTimeDateTimeUtc");
    }

    private static String decode(String text) throws Rejection {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Rejection(Problem.WRONG_QUERY, "The query holds a broken percent encoding.");
        }
    }
}
