package dev.tick.reference.todaythird;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The list: what the caller is exposed to, filtered, in pages. */
final class Listing {
    private static final int PAGE = 50;
    private final TodayThirdFault fault;
    private final Store store;

    Listing(TodayThirdFault fault, Store store) {
        this.fault = fault;
        this.store = store;
    }

    Reply list(String rawQuery, Caller caller, String root) {
        Query query = Query.parse(rawQuery, fault);
        ObjectNode answer = Json.object().put("@odata.context", root + "/$metadata#Indicators");
        synchronized (store) {
            List<Indicator> matching = matching(query, caller);
            if (query.count()) {
                answer.put("@odata.count", matching.size());
            }
            List<Indicator> rest = matching.stream()
                    .filter(one -> query.after() < 0
                            || one.id > query.after()
                            || fault == TodayThirdFault.PAGES_OVERLAP && one.id == query.after())
                    .skip(query.skip())
                    .toList();
            int wanted = query.top() < 0 ? rest.size() : Math.min(query.top(), rest.size());
            List<Indicator> page = rest.subList(0, Math.min(PAGE, wanted));
            ArrayNode value = answer.putArray("value");
            page.forEach(one -> value.add(selected(one.json(), query.select())));
            boolean last = fault == TodayThirdFault.LAST_ONE_LOST ? wanted - page.size() <= 1 : wanted == page.size();
            if (!last) {
                answer.put("@odata.nextLink", root + "/indicators?" + next(query, page));
            }
        }
        return Reply.json(answer);
    }

    Reply count(String rawQuery, Caller caller) {
        Query query = Query.parse(rawQuery, fault);
        synchronized (store) {
            return Reply.text(Integer.toString(matching(query, caller).size()));
        }
    }

    private List<Indicator> matching(Query query, Caller caller) {
        if (fault != TodayThirdFault.EXPIRED_LISTED) {
            store.sweep();
        }
        List<Indicator> matching = store.all()
                .filter(one -> exposed(query, caller, one))
                .filter(query.filter())
                .collect(Collectors.toList());
        if (query.order() != null) {
            matching.sort(query.order());
        }
        return matching;
    }

    private boolean exposed(Query query, Caller caller, Indicator one) {
        if (fault == TodayThirdFault.FILTER_SHOWS_FOREIGN
                && query.filterText() != null
                && query.filterText().contains("createdBy ")) {
            return true;
        }
        if (fault == TodayThirdFault.LATER_PAGE_SHOWS_FOREIGN && query.after() >= 0) {
            return true;
        }
        if (fault == TodayThirdFault.ALL_WITHOUT_USERS && caller.tenantWide() && one.sourceType.equals("User")) {
            return false;
        }
        return Store.exposed(caller, one);
    }

    /** The next page's query: after the last id, or by number where the caller chose the order. */
    private String next(Query query, List<Indicator> page) {
        StringBuilder next = new StringBuilder();
        if (query.filterText() != null && fault != TodayThirdFault.NEXT_LINK_WITHOUT_FILTER) {
            next.append("$filter=").append(Uris.escape(query.filterText())).append('&');
        }
        if (query.count()) {
            next.append("$count=true&");
        }
        if (!query.select().isEmpty()) {
            next.append("$select=")
                    .append(Uris.escape(String.join(",", query.select())))
                    .append('&');
        }
        if (query.top() >= 0) {
            int left = fault == TodayThirdFault.TOP_COUNTS_PER_PAGE ? query.top() : query.top() - page.size();
            next.append("$top=").append(left).append('&');
        }
        if (query.order() != null) {
            next.append("$orderby=")
                    .append(Uris.escape(query.orderBy()))
                    .append("&$skip=")
                    .append(query.skip() + page.size());
        } else {
            next.append("$skiptoken=").append(page.get(page.size() - 1).id);
        }
        return next.toString();
    }

    private static ObjectNode selected(ObjectNode all, List<String> select) {
        return select.isEmpty() || select.contains("*") ? all : all.retain(select);
    }
}
