package dev.tick.reference.firstthird;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The options of a list request. */
final class Query {
    private static final Set<String> SERVED =
            Set.of("$filter", "$top", "$skip", "$skiptoken", "$orderby", "$select", "$count", "$format");
    private final Map<String, String> options = new LinkedHashMap<>();

    Query(String raw) {
        if (raw == null || raw.isEmpty()) {
            return;
        }
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = Paths.decode(equals < 0 ? pair : pair.substring(0, equals), true, StandardCharsets.UTF_8);
            String value = equals < 0 ? "" : Paths.decode(pair.substring(equals + 1), true, StandardCharsets.UTF_8);
            if (name.startsWith("$") && !SERVED.contains(name)) {
                throw Refusal.odata("The query option " + name + " is not supported.");
            }
            if (options.put(name, value) != null && name.startsWith("$")) {
                throw Refusal.odata("The query option " + name + " stands twice.");
            }
        }
    }

    String text(String name) {
        return options.get(name);
    }

    /** A whole number of at least 0. */
    long number(String name, long otherwise) {
        String text = options.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,18}")) {
            throw Refusal.odata("The query option " + name + " is no whole number: " + text + ".");
        }
        return Long.parseLong(text);
    }

    boolean flag(String name) {
        String text = options.get(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw Refusal.odata("The query option " + name + " is neither true nor false: " + text + ".");
        }
        return "true".equals(text);
    }

    /** The query of the next page. */
    String next(String token, long remaining, FirstThirdFault fault) {
        StringBuilder out = new StringBuilder();
        options.forEach((name, value) -> {
            boolean dropped = Set.of("$top", "$skip", "$skiptoken").contains(name)
                    || fault == FirstThirdFault.NEXT_LINK_DROPS_FILTER && name.equals("$filter");
            if (!dropped) {
                append(out, name, value);
            }
        });
        if (remaining < Long.MAX_VALUE) {
            append(out, "$top", Long.toString(remaining));
        }
        append(out, "$skiptoken", token);
        return out.toString();
    }

    private static void append(StringBuilder out, String name, String value) {
        out.append(out.length() == 0 ? "?" : "&")
                .append(name.startsWith("$") ? "$" + Paths.encode(name.substring(1)) : Paths.encode(name))
                .append('=')
                .append(Paths.encode(value));
    }
}
