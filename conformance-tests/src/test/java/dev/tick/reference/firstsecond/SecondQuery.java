package dev.tick.reference.firstsecond;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The OData options of a list request. */
final class SecondQuery {
    private static final Set<String> KNOWN =
            Set.of("$filter", "$top", "$skip", "$count", "$orderby", "$select", "$skiptoken", "$format");
    private final Map<String, String> options = new LinkedHashMap<>();

    SecondQuery(String raw) {
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int is = pair.indexOf('=');
            String name = decode(is < 0 ? pair : pair.substring(0, is));
            if (!name.startsWith("$")) {
                continue;
            }
            if (!KNOWN.contains(name)) {
                throw SecondFilter.bad("the option " + name + " is not supported");
            }
            if (options.put(name, decode(is < 0 ? "" : pair.substring(is + 1))) != null) {
                throw SecondFilter.bad("the option " + name + " is given twice");
            }
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            throw SecondFilter.bad("a percent code is malformed");
        }
    }

    String option(String name) {
        return options.get(name);
    }

    /** A number option, or the fallback when it is absent. */
    long number(String name, long fallback) {
        String text = options.get(name);
        if (text == null) {
            return fallback;
        }
        if (!text.matches("\\d{1,10}")) {
            throw SecondFilter.bad(name + " takes a number of 0 or more");
        }
        return Long.parseLong(text);
    }

    boolean count() {
        String text = options.getOrDefault("$count", "false");
        if (!text.equals("true") && !text.equals("false")) {
            throw SecondFilter.bad("$count takes true or false");
        }
        return text.equals("true");
    }

    /** The properties asked for. */
    List<String> selected() {
        String text = options.getOrDefault("$select", "*");
        if (text.equals("*")) {
            return SecondIndicator.PROPERTIES;
        }
        List<String> names = List.of(text.strip().split("\\s*,\\s*"));
        for (String name : names) {
            known(name);
        }
        return SecondIndicator.PROPERTIES.stream().filter(names::contains).toList();
    }

    private static void known(String name) {
        if (!SecondIndicator.PROPERTIES.contains(name)) {
            throw SecondFilter.bad("'" + name + "' is no property of a Ti Indicator");
        }
    }

    /** The order asked for, or null for the order of creation. */
    Comparator<SecondIndicator> order() {
        if (option("$orderby") == null) {
            return null;
        }
        Comparator<SecondIndicator> order = null;
        for (String part : option("$orderby").split(",", -1)) {
            String[] words = part.strip().split("\\s+");
            known(words[0]);
            boolean down = words.length == 2 && words[1].equals("desc");
            if (words.length > 2 || words.length == 2 && !down && !words[1].equals("asc")) {
                throw SecondFilter.bad("$orderby takes a property with asc or desc");
            }
            Comparator<SecondIndicator> one = (a, b) -> SecondOperand.compare(a.get(words[0]), b.get(words[0]));
            one = down ? one.reversed() : one;
            order = order == null ? one : order.thenComparing(one);
        }
        return order.thenComparing(SecondIndicator::order);
    }

    /** The query of the next page: these options with some changed; null takes one out. */
    String next(Map<String, String> changes) {
        Map<String, String> later = new LinkedHashMap<>(options);
        later.putAll(changes);
        List<String> pairs = new ArrayList<>();
        later.forEach((name, value) -> {
            if (value != null) {
                pairs.add(name + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
            }
        });
        return String.join("&", pairs);
    }
}
