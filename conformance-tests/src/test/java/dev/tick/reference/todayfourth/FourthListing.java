package dev.tick.reference.todayfourth;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists the active indicators, a page at a time. */
final class FourthListing {
    private static final int PAGE = 50;
    private static final int MAXIMUM = 10_000;
    private final FourthStore store;
    private final TodayFourthFault fault;
    private final String base;

    FourthListing(FourthStore store, TodayFourthFault fault, String base) {
        this.store = store;
        this.fault = fault;
        this.base = base;
    }

    int count(FourthCaller caller, FourthQuery query) {
        return selected(caller, query).size();
    }

    private List<FourthIndicator> selected(FourthCaller caller, FourthQuery query) {
        String text = query.get("$filter");
        Predicate<FourthIndicator> filter = text == null ? one -> true : FourthFilter.parse(text, fault);
        List<FourthIndicator> all = store.visible(caller, text != null);
        if (fault == TodayFourthFault.SKIP_BEFORE_FILTER) {
            all = all.stream().skip(skip(query)).toList();
        }
        return all.stream().filter(filter).toList();
    }

    ObjectNode list(FourthCaller caller, FourthQuery query, String path) {
        int top = top(query);
        List<FourthIndicator> selected = selected(caller, query);
        int total = selected.size();
        Rest rest = rest(selected, query);
        int shown = Math.min(rest.indicators.size(), Math.min(top, PAGE));
        List<FourthIndicator> page = rest.indicators.subList(0, shown);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("@odata.context", base + "/api/$metadata#Indicators");
        if ("true".equals(query.get("$count"))) {
            answer.put("@odata.count", total);
        }
        write(answer.putArray("value"), page, query.get("$select"));
        if (shown > 0 && shown < Math.min(top, rest.indicators.size())) {
            long last = page.get(shown - 1).id + (fault == TodayFourthFault.NEXT_LINK_SKIPS_ONE ? 1 : 0);
            String token = query.get("$orderby") == null ? "after-" + last : "at-" + (rest.position + shown);
            answer.put("@odata.nextLink", base + path + "?" + query.next(token, top - shown, fault));
        }
        return answer;
    }

    private int top(FourthQuery query) {
        int top = query.number("$top", Integer.MAX_VALUE, MAXIMUM);
        return fault == TodayFourthFault.TOP_ZERO_MEANS_ALL && top == 0 ? Integer.MAX_VALUE : top;
    }

    private static int skip(FourthQuery query) {
        return query.number("$skip", 0, Integer.MAX_VALUE);
    }

    private record Rest(List<FourthIndicator> indicators, int position) {}

    private Rest rest(List<FourthIndicator> selected, FourthQuery query) {
        List<FourthIndicator> sorted = sorted(selected, query.get("$orderby"));
        String token = query.get("$skiptoken");
        if (token == null) {
            int skip = fault == TodayFourthFault.SKIP_BEFORE_FILTER ? 0 : skip(query);
            return new Rest(sorted.stream().skip(skip).toList(), skip);
        }
        if (!token.matches("(after|at)-\\d{1,9}")) {
            throw FourthProblem.query("The $skiptoken is unknown.");
        }
        int number = Integer.parseInt(token.substring(token.indexOf('-') + 1));
        if (token.startsWith("after")) {
            return new Rest(sorted.stream().filter(one -> one.id > number).toList(), 0);
        }
        return new Rest(sorted.stream().skip(number).toList(), number);
    }

    private static List<FourthIndicator> sorted(List<FourthIndicator> selected, String order) {
        if (order == null) {
            return selected;
        }
        Comparator<FourthIndicator> whole = (one, other) -> 0;
        for (String part : order.split(",")) {
            String[] words = part.strip().split("\\s+");
            FourthFields.Field field = FourthFields.find(words[0]);
            if (field.type() == List.class || words.length > 2 || words.length == 2 && !words[1].matches("asc|desc")) {
                throw FourthProblem.query("The query cannot be ordered by '" + part + "'.");
            }
            Comparator<FourthIndicator> next = Comparator.comparing(
                    one -> (Comparable<?>) field.value().apply(one),
                    Comparator.nullsFirst((left, right) -> FourthCompare.holds("lt", left, right, TodayFourthFault.NONE)
                            ? -1
                            : left.equals(right) ? 0 : 1));
            whole = whole.thenComparing(words.length == 2 && words[1].equals("desc") ? next.reversed() : next);
        }
        return selected.stream().sorted(whole).toList();
    }

    private static void write(ArrayNode value, List<FourthIndicator> page, String select) {
        Set<String> names = select == null || select.equals("*")
                ? null
                : java.util.Arrays.stream(select.split(",")).map(String::strip).collect(Collectors.toSet());
        for (FourthIndicator one : page) {
            ObjectNode entity = FourthEntity.of(one);
            value.add(names == null ? entity : entity.retain(names));
        }
    }
}
