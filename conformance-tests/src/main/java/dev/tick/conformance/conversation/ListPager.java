package dev.tick.conformance.conversation;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Follows a list from page to page. */
final class ListPager {
    /** Enough for what a run submits in pages of three; what lies behind would be others', and is not read. */
    private static final int MAX_PAGES = 500;

    /** Enough: an entity that ends between two pages shifts the rest and hides one, but hardly in each of three readings. */
    private static final int MAX_READINGS = 3;

    private final ExchangeCache exchanges;
    private final URI base;
    private final Contract contract;
    private final Function<JsonNode, String> address;
    private final Function<Exchange, Set<String>> expected;
    private final IdentityHashMap<Exchange, List<Exchange>> known = new IdentityHashMap<>();
    private final IdentityHashMap<Exchange, List<JsonNode>> settled = new IdentityHashMap<>();

    /** The entities that a list lacked however often it was read; another reading would not bring them back. */
    private final Set<String> gone = new HashSet<>();

    /**
     * Follows links on this target.
     *
     * @param base the target's base URL, without a slash at its end
     * @param address returns the path parameter of an entity of a list; empty where it has none
     * @param expected returns the path parameters of what a list holds unless it ended or was removed
     */
    ListPager(
            ExchangeCache exchanges,
            URI base,
            Contract contract,
            Function<JsonNode, String> address,
            Function<Exchange, Set<String>> expected) {
        this.exchanges = exchanges;
        this.base = base;
        this.contract = contract;
        this.address = address;
        this.expected = expected;
    }

    /**
     * Returns the entities of a list, from all of its pages. A list of several pages that may lack an entity is read until two
     * readings show the same, and holds what one of them showed.
     */
    Stream<JsonNode> entities(Exchange list) {
        return settled.computeIfAbsent(list, this::settle).stream();
    }

    private List<JsonNode> settle(Exchange list) {
        List<JsonNode> entities = new ArrayList<>(reading(list));
        if (read(list).size() == 1) {
            return List.copyOf(entities);
        }
        Set<String> shown = addresses(entities);
        Set<String> last = Set.copyOf(shown);
        for (int number = 2; number <= MAX_READINGS && mayLack(list, shown); number++) {
            List<JsonNode> again =
                    reading(exchanges.take("reading " + number + " of list " + exchanges.number(list), list::request));
            again.stream().filter(entity -> shown.add(address.apply(entity))).forEach(entities::add);
            Set<String> now = addresses(again);
            if (now.equals(last)) {
                break;
            }
            last = now;
        }
        gone.addAll(lacked(list, shown));
        return List.copyOf(entities);
    }

    private boolean mayLack(Exchange list, Set<String> shown) {
        return isQuery(list) || !gone.containsAll(lacked(list, shown));
    }

    /** Returns what a list should have shown and has not; nothing for a query, of which it is not known what it selects. */
    private Set<String> lacked(Exchange list, Set<String> shown) {
        Set<String> lacked = isQuery(list) ? new HashSet<>() : new HashSet<>(expected.apply(list));
        lacked.removeAll(shown);
        return lacked;
    }

    private static boolean isQuery(Exchange list) {
        return list.request().url().contains("?");
    }

    private List<JsonNode> reading(Exchange first) {
        return known.computeIfAbsent(first, this::followed).stream()
                .flatMap(this::onPage)
                .toList();
    }

    private Set<String> addresses(List<JsonNode> entities) {
        return entities.stream().map(address).collect(Collectors.toCollection(HashSet::new));
    }

    /** Returns the pages of a list that were read so far, without reading more. */
    List<Exchange> read(Exchange list) {
        return known.getOrDefault(list, List.of(list));
    }

    /** Returns the entities of one page: the items of the list that the contract names, whatever other lists stand beside it. */
    Stream<JsonNode> onPage(Exchange page) {
        return page.response().map(Response::json).stream()
                .flatMap(answer -> answer.path(ListSchema.entities(contract)).valueStream());
    }

    private List<Exchange> followed(Exchange list) {
        List<Exchange> pages = new ArrayList<>(List.of(list));
        Set<String> seen = new HashSet<>(Set.of(list.request().url()));
        Optional<Request> next = NextPage.after(list, base);
        // A link to a page that was read leads nowhere; what it should have led to is missing from the list.
        while (next.filter(rest -> seen.add(rest.url())).isPresent() && pages.size() < MAX_PAGES) {
            Request rest = next.get();
            Exchange page = exchanges.take("page " + pages.size() + " of " + exchanges.number(list), () -> rest);
            pages.add(page);
            next = NextPage.after(page, base);
        }
        if (pages.size() == MAX_PAGES && next.isPresent()) {
            throw new IllegalStateException(
                    "the list has more than " + MAX_PAGES
                            + " pages, and the kit reads no further; remove what earlier runs left, or use a tenant of its own");
        }
        return pages;
    }
}
