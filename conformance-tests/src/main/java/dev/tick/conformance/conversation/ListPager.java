package dev.tick.conformance.conversation;

import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Follows a list from page to page: a server of OData may end an answer with a link to the rest (OData V4, 11.2.6.7). */
final class ListPager {
    private static final String NEXT = "@odata.nextLink";

    /** Enough for what a run submits in pages of three; what lies behind would be others', and is not read. */
    private static final int MAX_PAGES = 500;

    private final ExchangeCache exchanges;
    private final String base;
    private final IdentityHashMap<Exchange, List<Exchange>> known = new IdentityHashMap<>();

    /**
     * Follows links on this target.
     *
     * @param base the target's base URL, without a slash at its end
     */
    ListPager(ExchangeCache exchanges, String base) {
        this.exchanges = exchanges;
        this.base = base;
    }

    /** Returns the entities of a list, from all of its pages. */
    Stream<JsonNode> entities(Exchange list) {
        return known.computeIfAbsent(list, this::followed).stream()
                .flatMap(page -> page.response().stream())
                .flatMap(answer -> answer.json().valueStream())
                .filter(JsonNode::isArray)
                .flatMap(JsonNode::valueStream);
    }

    private List<Exchange> followed(Exchange list) {
        List<Exchange> pages = new ArrayList<>(List.of(list));
        Optional<Request> next = next(list);
        while (next.isPresent() && pages.size() < MAX_PAGES) {
            Request rest = next.get();
            Exchange page = exchanges.take("page " + known.size() + " " + pages.size(), () -> rest);
            pages.add(page);
            next = next(page);
        }
        if (next.isPresent()) {
            throw new IllegalStateException(
                    "the list has more than " + MAX_PAGES
                            + " pages, and the kit reads no further; remove what earlier runs left, or use a tenant of its own");
        }
        return pages;
    }

    private Optional<Request> next(Exchange page) {
        return page.response()
                .map(Response::json)
                .map(answer -> answer.path(NEXT).asString(""))
                .filter(link -> link.startsWith(base + "/"))
                .map(link -> page.request().to(link.substring(base.length())));
    }
}
