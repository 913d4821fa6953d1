package dev.tick.reference.todayfourth;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The system query options of a request, unescaped. */
final class FourthQuery {
    private static final Set<String> KNOWN =
            Set.of("$filter", "$top", "$skip", "$skiptoken", "$select", "$orderby", "$count", "$format");
    private final Map<String, String> options = new LinkedHashMap<>();

    FourthQuery(String raw, TodayFourthFault fault) {
        if (raw == null) {
            return;
        }
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals), fault);
            if (!name.startsWith("$")) {
                continue;
            }
            if (!KNOWN.contains(name)) {
                throw FourthProblem.query("The query option '" + name + "' is not supported.");
            }
            if (options.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1), fault)) != null) {
                throw FourthProblem.query("The query option '" + name + "' is given twice.");
            }
        }
    }

    private static String decode(String raw, TodayFourthFault fault) {
        String text = fault == TodayFourthFault.PLUS_STAYS_PLUS ? raw.replace("+", "%2B") : raw;
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw FourthProblem.query("The query is not percent-encoded soundly.");
        }
    }

    String get(String name) {
        return options.get(name);
    }

    /** A count from 0 to a maximum, or the given default. */
    int number(String name, int otherwise, int maximum) {
        String text = options.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) > maximum) {
            throw FourthProblem.query("The value '" + text + "' of " + name + " is not between 0 and " + maximum + ".");
        }
        return Integer.parseInt(text);
    }

    /** The query of the next page: this one's, but from a token on, and with what is left of $top. */
    String next(String token, int left, TodayFourthFault fault) {
        StringBuilder query = new StringBuilder();
        for (String name : List.of("$filter", "$select", "$orderby", "$count")) {
            String value = options.get(name);
            if (value == null || fault == TodayFourthFault.NEXT_LINK_DROPS_FILTER && name.equals("$filter")) {
                continue;
            }
            String plain = value.replace(" ", "%20");
            query.append(name)
                    .append('=')
                    .append(fault == TodayFourthFault.NEXT_LINK_UNESCAPED ? plain : encode(value))
                    .append('&');
        }
        if (options.containsKey("$top") && fault != TodayFourthFault.NEXT_LINK_FORGETS_TOP) {
            query.append("$top=").append(left).append('&');
        }
        return query.append("$skiptoken=").append(token).toString();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
