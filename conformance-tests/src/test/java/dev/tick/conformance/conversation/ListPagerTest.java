package dev.tick.conformance.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.exchange.InFlight;
import dev.tick.conformance.exchange.Lanes;
import dev.tick.conformance.exchange.Reach;
import dev.tick.conformance.exchange.RetryingSender;
import dev.tick.conformance.exchange.Sender;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lists in two pages, on a server that holds 1, 2, 3 and 4. */
class ListPagerTest {
    private static final String LIST = "/api/indicators";
    private static final String QUERY = LIST + "?$filter=x";

    private final List<String> requests = new ArrayList<>();
    private final Queue<List<Integer>> lastPages = new ArrayDeque<>();
    private final ExchangeCache exchanges = new ExchangeCache(
            new Lanes(new RetryingSender(new TwoPages(), (length, reason) -> {}, Clock.systemUTC()), InFlight.upTo(1)),
            request -> Reach.ALL,
            () -> request(LIST));
    private final ListPager pager = new ListPager(
            exchanges,
            URI.create("http://host.example"),
            Specification.load("indicators").contract(),
            entity -> entity.path("id").asString(""),
            list -> Set.of("1", "2", "3", "4"));

    /** Answers each list with 1 and 2 and a link, and the link with the next of the last pages. */
    private final class TwoPages implements Sender {
        @Override
        public Exchange send(Request request) {
            requests.add(request.url());
            String body = request.url().endsWith("rest=1")
                    ? page(lastPages.remove())
                    : page(List.of(1, 2))
                            .replaceFirst(
                                    "}$",
                                    ",\"@odata.nextLink\":\"" + LIST + "?"
                                            + (request.url().equals(LIST) ? "" : "\\$filter=x&") + "rest=1\"}");
            return new Exchange(request, Optional.of(new Response(200, new Headers(List.of()), Body.of(body))), "");
        }

        private static String page(List<Integer> ids) {
            return "{\"value\":"
                    + ids.stream().map(id -> "{\"id\":\"" + id + "\"}").toList() + "}";
        }

        @Override
        public void close() {}
    }

    private static Request request(String url) {
        return Request.of("GET", url, Map.of());
    }

    private List<String> ids(String name, String url) {
        return pager.entities(exchanges.take(name, () -> request(url)))
                .map(entity -> entity.path("id").asString(""))
                .toList();
    }

    @Test
    void readsAListOnceThatLacksNothing() {
        lastPages.add(List.of(3, 4));
        assertEquals(List.of("1", "2", "3", "4"), ids("list", LIST));
        assertEquals(2, requests.size(), requests::toString);
    }

    @Test
    void readsAListAgainThatLacksAnEntity() {
        lastPages.addAll(List.of(List.of(4), List.of(3, 4)));
        assertEquals(List.of("1", "2", "4", "3"), ids("list", LIST));
        assertEquals(4, requests.size(), requests::toString);
    }

    @Test
    void readsAQueryAgainWhoseSelectionIsNotKnown() {
        lastPages.addAll(List.of(List.of(3), List.of(3)));
        assertEquals(List.of("1", "2", "3"), ids("query", QUERY));
        assertEquals(4, requests.size(), requests::toString);
    }

    @Test
    void doesNotTakeForGoneWhatAQueryDidNotSelect() {
        lastPages.addAll(List.of(List.of(), List.of(), List.of(4), List.of(3, 4)));
        ids("query", QUERY);
        assertEquals(List.of("1", "2", "4", "3"), ids("list", LIST));
    }

    @Test
    void doesNotAskAgainForWhatIsGone() {
        lastPages.addAll(List.of(List.of(4), List.of(4), List.of(4)));
        assertEquals(List.of("1", "2", "4"), ids("list", LIST));
        assertEquals(List.of("1", "2", "4"), ids("later list", LIST));
        assertEquals(6, requests.size(), requests::toString);
    }
}
