package dev.tick.reference.today;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cuts what a caller sees into pages.
 *
 * <p>The link to the next page names the last id of this one, so that what is deleted in between moves nothing.
 */
record Listing(IndicatorTable shelf, int pageSize, String baseUrl, TodayFault breakage) {
    private static final int MOST = 10_000;
    private static final int FAR = 999_999_999;

    ObjectNode page(Request request, Caller caller) throws Refusal {
        Query query = Query.parse(request.query());
        int top = query.number("$top", 1, MOST).orElse(FAR);
        int skip = query.number("$skip", 0, FAR).orElse(0);
        OptionalInt after = query.number("$skiptoken", 0, FAR);
        Optional<String> filterText = query.text("$filter");
        Filter filter = filterText.isPresent() ? Filter.parse(filterText.get()) : new Filter(List.of());
        // One more than a page holds tells whether another page follows.
        List<IndicatorTable.Entry> found = shelf.seenBy(caller, after.orElse(-1)).stream()
                .filter(entry -> breakage == TodayFault.FILTER_IGNORED || filter.accepts(entry.entity()))
                .skip(skip)
                .limit(Math.min(top, pageSize + 1L))
                .toList();
        List<IndicatorTable.Entry> shown = found.subList(0, Math.min(pageSize, found.size()));
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.put("@odata.context", baseUrl + "/api/$metadata#Indicators");
        ArrayNode value = page.putArray("value");
        shown.forEach(entry -> value.add(entry.entity()));
        if (shown.size() < found.size() && breakage != TodayFault.NEXT_LINK_MISSING) {
            Query next = rest(query, top, shown);
            page.put("@odata.nextLink", baseUrl + request.path() + "?" + next.encoded());
        }
        return page;
    }

    private Query rest(Query query, int top, List<IndicatorTable.Entry> shown) {
        Query next = query.without("$skip")
                .with("$skiptoken", Long.toString(shown.get(shown.size() - 1).id()));
        if (query.text("$top").isPresent()) {
            next = next.with("$top", Integer.toString(top - shown.size()));
        }
        return breakage == TodayFault.NEXT_LINK_FORGETS_THE_FILTER ? next.without("$filter") : next;
    }
}
