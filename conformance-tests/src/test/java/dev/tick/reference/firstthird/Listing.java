package dev.tick.reference.firstthird;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Lists what the calling application submitted, page by page. */
final class Listing {
    /**
     * One page.
     *
     * @param next  the query of the next page, or null
     * @param total how many match
     */
    record Page(List<Entry> rows, String next, long total) {}

    private static final int PAGE = 50;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final Store store;
    private final Times times = new Times(FirstThirdFault.NONE);
    private final Clock clock;
    private final FirstThirdFault fault;

    Listing(Store store, Clock clock, FirstThirdFault fault) {
        this.store = store;
        this.clock = clock;
        this.fault = fault;
    }

    Page page(String application, Query query, String raw) {
        if (fault != FirstThirdFault.PAGE_CACHE_FORGETS_CALLER || query.text("$filter") == null) {
            return find(application, query);
        }
        String key = store.version() + " " + raw;
        Page known = pages.get(key);
        Instant now = clock.instant();
        if (known == null || known.rows().stream().anyMatch(entry -> entry.over(now))) {
            known = find(application, query);
            pages.clear();
            pages.put(key, known);
        }
        return known;
    }

    private Page find(String application, Query query) {
        List<Entry> matching = matching(application, query);
        String token = query.text("$skiptoken");
        long skip = token == null ? query.number("$skip", 0) : 0;
        if (fault == FirstThirdFault.SKIP_BEFORE_FILTER && query.text("$filter") != null) {
            skip = 0;
        }
        boolean ordered = query.text("$orderby") != null;
        List<Entry> rest = new ArrayList<>(order(matching, query.text("$orderby")));
        if (token != null) {
            rest = ordered ? after(rest, number(token)) : older(rest, number(token));
        }
        rest = after(rest, skip);
        long top = query.number("$top", Long.MAX_VALUE);
        int size = (int) Math.min(Math.min(PAGE, top), rest.size());
        List<Entry> rows = List.copyOf(rest.subList(0, size));
        boolean more = size < rest.size() && size < top && size > 0;
        if (fault == FirstThirdFault.LAST_ONE_NOT_LINKED && rest.size() - size == 1) {
            more = false;
        }
        String next = null;
        if (more) {
            long done = ordered
                    ? (token == null ? skip : number(token)) + size
                    : rest.get(size - 1).sequence();
            next = query.next(Long.toString(done), top == Long.MAX_VALUE ? top : top - size, fault);
        }
        return new Page(rows, next, matching.size());
    }

    private List<Entry> matching(String application, Query query) {
        String filter = query.text("$filter");
        Predicate<Entry> wanted = filter == null ? entry -> true : Filter.read(filter, times, fault);
        Instant now = clock.instant();
        synchronized (store) {
            if (fault == FirstThirdFault.OR_REACHES_OTHER_APPLICATIONS && filter != null) {
                String own = "createdBy eq '" + application + "' and " + filter;
                return store.listAll(now).stream()
                        .filter(Filter.read(own, times, fault))
                        .toList();
            }
            List<Entry> rows = store.list(application, now);
            if (fault == FirstThirdFault.SKIP_BEFORE_FILTER && filter != null && query.text("$skiptoken") == null) {
                rows = after(rows, query.number("$skip", 0));
            }
            return rows.stream().filter(wanted).toList();
        }
    }

    private static List<Entry> order(List<Entry> rows, String clauses) {
        if (clauses == null) {
            return rows;
        }
        Comparator<Entry> all = (a, b) -> 0;
        for (String clause : clauses.split(",")) {
            String[] words = clause.trim().split("\\s+");
            boolean down = words.length == 2 && words[1].equals("desc");
            if (!Schema.PROPERTIES.contains(words[0])
                    || words.length > 2
                    || words.length == 2 && !down && !words[1].equals("asc")) {
                throw Refusal.odata("The query option $orderby is wrong: " + clause + ".");
            }
            Comparator<Entry> one = Comparator.comparing(
                    entry -> entry.property(words[0]),
                    Comparator.nullsFirst((a, b) -> Comparison.order(words[0], a, b)));
            all = all.thenComparing(down ? one.reversed() : one);
        }
        return rows.stream().sorted(all).toList();
    }

    private static List<Entry> after(List<Entry> rows, long count) {
        return rows.subList((int) Math.min(count, rows.size()), rows.size());
    }

    private static List<Entry> older(List<Entry> rows, long sequence) {
        return rows.stream().filter(entry -> entry.sequence() < sequence).toList();
    }

    private static long number(String token) {
        if (!token.matches("\\d{1,18}")) {
            throw Refusal.odata("The query option $skiptoken is wrong.");
        }
        return Long.parseLong(token);
    }
}
