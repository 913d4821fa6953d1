package dev.tick.reference.todaythird;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a list asks for. */
record Query(
        Predicate<Indicator> filter,
        String filterText,
        String orderBy,
        Comparator<Indicator> order,
        int top,
        int skip,
        long after,
        boolean count,
        List<String> select) {
    private static final List<String> KNOWN =
            List.of("$filter", "$orderby", "$top", "$skip", "$skiptoken", "$count", "$select", "$expand", "$format");

    static Query parse(String raw, TodayThirdFault fault) {
        Map<String, String> given = Uris.query(raw);
        for (String name : given.keySet()) {
            if (name.startsWith("$") && !KNOWN.contains(name)) {
                throw Problem.odata("The query option " + name + " is not supported.");
            }
        }
        String filter = given.get("$filter");
        int most = fault == TodayThirdFault.LARGEST_TOP_REFUSED ? 9_999 : 10_000;
        String order = given.get("$orderby");
        List<String> select = new ArrayList<>();
        if (given.containsKey("$select")) {
            select.addAll(List.of(given.get("$select").trim().split("\\s*,\\s*")));
        }
        return new Query(
                filter == null ? one -> true : Filter.parse(filter, fault),
                filter,
                order,
                order(order, fault),
                number(given, "$top", most, -1),
                number(given, "$skip", Integer.MAX_VALUE, 0),
                number(given, "$skiptoken", Integer.MAX_VALUE, -1),
                "true".equals(given.get("$count")),
                select);
    }

    private static int number(Map<String, String> given, String name, int most, int otherwise) {
        String text = given.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) > most) {
            throw Problem.odata("The value " + text + " of " + name + " is not a whole number from 0 to " + most + ".");
        }
        return Integer.parseInt(text);
    }

    private static Comparator<Indicator> order(String text, TodayThirdFault fault) {
        if (text == null) {
            return null;
        }
        Compare compare = new Compare(fault);
        Comparator<Indicator> all = null;
        for (String part : text.trim().split("\\s*,\\s*")) {
            String[] words = part.split("\\s+");
            String property = Compare.filterable(words[0]);
            Comparator<Indicator> one = Comparator.comparing(each -> sortable(compare.value(each, property)));
            boolean down = words.length > 1 && words[1].equals("desc");
            one = down ? one.reversed() : one;
            all = all == null ? one : all.thenComparing(one);
        }
        return all;
    }

    private static String sortable(Object value) {
        return value instanceof java.time.Instant time
                ? String.format("%020d%09d", time.getEpochSecond(), time.getNano())
                : value == null ? "" : value.toString();
    }
}
