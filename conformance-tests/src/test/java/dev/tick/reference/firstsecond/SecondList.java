package dev.tick.reference.firstsecond;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists the caller's indicators in pages. */
final class SecondList {
    private static final int PAGE = 50;
    private final SecondStore store;
    private final FirstSecondFault fault;

    SecondList(SecondStore store, FirstSecondFault fault) {
        this.store = store;
        this.fault = fault;
    }

    /** One page for the caller; the address is that of the list itself, for the next link. */
    ObjectNode page(String caller, SecondQuery query, String context, String address, Instant now) {
        Comparator<SecondIndicator> order = query.order();
        String token = query.option("$skiptoken");
        long top = query.number("$top", Long.MAX_VALUE);
        long skip = query.number("$skip", 0);
        List<String> selected = query.selected();
        boolean count = query.count();
        List<SecondIndicator> matching = matching(caller, query, token != null, now);
        Stream<SecondIndicator> rest =
                order == null ? matching.stream() : matching.stream().sorted(order);
        long start = token == null ? 0 : position(token, order != null);
        if (token != null) {
            rest = order == null ? rest.filter(i -> i.order() > start) : rest.skip(start);
        }
        if (token == null || fault == FirstSecondFault.SKIP_APPLIED_AGAIN) {
            rest = rest.skip(skip);
        }
        List<SecondIndicator> left = rest.limit(top).toList();
        List<SecondIndicator> shown = left.size() > PAGE ? left.subList(0, PAGE) : left;

        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("@odata.context", context);
        if (count) {
            body.put("@odata.count", matching.size());
        }
        ArrayNode value = body.putArray("value");
        shown.forEach(i -> value.add(i.json(selected)));
        int over = left.size() - shown.size();
        if (over > 1 || over == 1 && fault != FirstSecondFault.LAST_ONE_UNREACHED) {
            long consumed = order == null ? shown.get(PAGE - 1).order() : start + (token == null ? skip : 0) + PAGE;
            body.put("@odata.nextLink", address + "?" + next(query, order != null, consumed, top));
        }
        return body;
    }

    private List<SecondIndicator> matching(String caller, SecondQuery query, boolean later, Instant now) {
        String filter = query.option("$filter");
        Predicate<SecondIndicator> own = i -> i.owner().equals(caller);
        if (fault == FirstSecondFault.NEXT_PAGE_LEAKS && later) {
            own = i -> true;
        }
        if (filter != null) {
            Predicate<SecondFilter.View> asked = SecondFilter.read(filter, fault);
            Predicate<SecondIndicator> fits = i -> asked.test(property -> store.seen(i, property));
            own = own.and(fits);
            if (fault == FirstSecondFault.FILTER_LEAKS) {
                Predicate<SecondFilter.View> joined =
                        SecondFilter.read("createdBy eq '" + caller + "' and " + filter, fault);
                own = i -> joined.test(property -> store.seen(i, property));
            }
        }
        return store.all(now).stream().filter(own).toList();
    }

    private static long position(String token, boolean ordered) {
        if (!token.matches((ordered ? "o" : "k") + "-?\\d{1,15}")) {
            throw SecondFilter.bad("$skiptoken is not one of this query");
        }
        return Long.parseLong(token.substring(1));
    }

    private String next(SecondQuery query, boolean ordered, long consumed, long top) {
        Map<String, String> changes = new LinkedHashMap<>();
        if (fault != FirstSecondFault.SKIP_APPLIED_AGAIN) {
            changes.put("$skip", null);
        }
        if (query.option("$top") != null && fault != FirstSecondFault.TOP_RESTARTS) {
            changes.put("$top", Long.toString(top - PAGE));
        }
        if (fault == FirstSecondFault.NEXT_LINK_DROPS_FILTER) {
            changes.put("$filter", null);
        }
        long from = fault == FirstSecondFault.PAGE_REPEATS_LAST ? consumed - 1 : consumed;
        changes.put("$skiptoken", (ordered ? "o" : "k") + from);
        return query.next(changes);
    }
}
