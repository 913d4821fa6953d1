package dev.tick.reference.todaysecond;

import dev.tick.reference.first.Problem;
import dev.tick.reference.first.Rejection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a list of today's edition by its OData query. */
final class TodayList {
    private static final Pattern CONDITION =
            Pattern.compile("\\s*(\\w+) (eq|gt|ge|lt|le) ('(?:[^']|'')*'|[^ ]+)\\s*(?: and |$)");
    private static final List<String> FILTERABLE = List.of(
            "application",
            "createdByDisplayName",
            "expirationTime",
            "generateAlert",
            "title",
            "indicatorValue",
            "indicatorType",
            "creationTimeDateTimeUtc",
            "createdBy",
            "action",
            "severity");

    private final TodaySecondFault fault;
    private final int pageSize;

    TodayList(TodaySecondFault fault, int pageSize) {
        this.fault = fault;
        this.pageSize = pageSize;
    }

    Map<String, Object> answer(List<Map<String, Object>> entities, String rawQuery, String url) throws Rejection {
        Map<String, String> options = options(rawQuery);
        List<Map<String, Object>> found = new ArrayList<>();
        for (Map<String, Object> entity : entities) {
            if (meets(entity, options.getOrDefault("$filter", ""))) {
                found.add(entity);
            }
        }
        long skip = fault == TodaySecondFault.SKIP_IGNORED ? 0 : number(options, "$skip", 0, Integer.MAX_VALUE);
        long top = fault == TodaySecondFault.TOP_IGNORED
                ? Long.MAX_VALUE
                : number(options, "$top", Long.MAX_VALUE, 10_000);
        List<Map<String, Object>> rest = found.stream().skip(skip).limit(top).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("@odata.context", url.replaceFirst("/indicators$", "/\\$metadata#Indicators"));
        boolean cut = rest.size() > pageSize && !options.containsKey("$top");
        answer.put("value", cut ? rest.subList(0, pageSize) : rest);
        if (cut && fault != TodaySecondFault.NEXT_LINK_MISSING) {
            String filter = options.containsKey("$filter") ? rawPart(rawQuery, "filter") + "&" : "";
            answer.put("@odata.nextLink", url + "?" + filter + "$skip=" + (skip + pageSize));
        }
        return answer;
    }

    private static String rawPart(String rawQuery, String word) {
        for (String part : rawQuery.split("&", -1)) {
            if (part.contains(word + "=")) {
                return part;
            }
        }
        return "";
    }

    private static Map<String, String> options(String rawQuery) throws Rejection {
        Map<String, String> options = new LinkedHashMap<>();
        for (String part : rawQuery == null ? new String[0] : rawQuery.split("&", -1)) {
            String[] sides = part.split("=", 2);
            String name = decoded(sides[0]);
            if (name.startsWith("$")) {
                if (!List.of("$filter", "$top", "$skip").contains(name)) {
                    throw new Rejection(Problem.WRONG_QUERY, "The option " + name + " is not supported.");
                }
                options.put(name, sides.length == 2 ? decoded(sides[1]) : "");
            }
        }
        return options;
    }

    private static long number(Map<String, String> options, String name, long absent, long most) throws Rejection {
        String text = options.get(name);
        if (text == null) {
            return absent;
        }
        if (!text.matches("\\d{1,9}") || Long.parseLong(text) > most) {
            throw new Rejection(Problem.WRONG_QUERY, "The option " + name + " takes no '" + text + "'.");
        }
        return Long.parseLong(text);
    }

    private boolean meets(Map<String, Object> entity, String filter) throws Rejection {
        Matcher condition = CONDITION.matcher(filter);
        int end = 0;
        boolean meets = true;
        while (end < filter.length()) {
            if (!condition.find(end) || condition.start() != end || !FILTERABLE.contains(condition.group(1))) {
                throw new Rejection(Problem.WRONG_QUERY, "The filter '" + filter + "' is not supported.");
            }
            meets &= meets(entity.get(condition.group(1)), condition);
            end = condition.end();
        }
        return meets;
    }

    private boolean meets(Object value, Matcher condition) {
        String literal = condition.group(3);
        if (fault == TodaySecondFault.ACTION_FILTER_IGNORED
                && condition.group(1).equals("action")) {
            return true;
        }
        if (condition.group(1).endsWith("Time") || condition.group(1).endsWith("Utc")) {
            return fault == TodaySecondFault.TIME_FILTER_IGNORED
                    || (value != null && ordered(value, condition.group(2), literal));
        }
        String expected = literal.startsWith("'")
                ? literal.substring(1, literal.length() - 1).replace("''", "'")
                : literal;
        return expected.equals(String.valueOf(value));
    }

    private static boolean ordered(Object value, String comparison, String literal) {
        try {
            int order = OffsetDateTime.parse(value.toString())
                    .toInstant()
                    .compareTo(OffsetDateTime.parse(literal).toInstant());
            return switch (comparison) {
                case "eq" -> order == 0;
                case "gt" -> order > 0;
                case "ge" -> order >= 0;
                case "lt" -> order < 0;
                default -> order <= 0;
            };
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String decoded(String text) throws Rejection {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Rejection(Problem.WRONG_QUERY, "The query holds a broken percent encoding.");
        }
    }
}
