package dev.tick.reference.firstthird;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Takes a request, finds its operation, lets the caller in and answers. */
final class Api implements HttpHandler {
    private final TokenGate gate;
    private final Store store;
    private final Submission submission;
    private final Patch patch;
    private final Listing listing;
    private final Times times;
    private final Clock clock;
    private final FirstThirdFault fault;

    Api(TokenGate gate, Clock clock, FirstThirdFault fault) {
        this.gate = gate;
        this.clock = clock;
        this.fault = fault;
        this.times = new Times(fault);
        this.store = new Store(fault);
        this.submission = new Submission(store, new Values(fault), clock, fault);
        this.patch = new Patch(store, clock, fault);
        this.listing = new Listing(store, clock, fault);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Route route = Route.of(exchange.getRequestURI().getRawPath(), exchange.getRequestMethod());
            String host = exchange.getRequestHeaders().getFirst("Host");
            String authority =
                    host == null ? "127.0.0.1:" + exchange.getLocalAddress().getPort() : host;
            Answer answer = new Answer(exchange, "http://" + authority + route.base(), fault);
            byte[] body = exchange.getRequestBody().readAllBytes();
            try {
                serve(exchange, route, body, answer);
            } catch (Refusal refusal) {
                challenge(exchange, refusal);
                answer.error(refusal.status(), refusal.code(), refusal.getMessage());
            } catch (RuntimeException failure) {
                answer.error(500, "InternalServerError", "The request could not be served.");
            }
        }
    }

    private void challenge(HttpExchange exchange, Refusal refusal) {
        boolean sent = exchange.getRequestHeaders().containsKey("Authorization");
        if (refusal.status() != 401 || fault == FirstThirdFault.NO_CHALLENGE_WITHOUT_TOKEN && !sent) {
            return;
        }
        String error = sent ? ", error=\"invalid_token\", error_description=\"" + refusal.getMessage() + "\"" : "";
        exchange.getResponseHeaders()
                .set("WWW-Authenticate", "Bearer authorization_uri=\"https://login.windows.net/\"" + error);
    }

    private void serve(HttpExchange exchange, Route route, byte[] body, Answer answer) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        String caller = gate.admit(headers.getFirst("Authorization"), route.operation());
        String value = route.rest() == null ? null : Paths.identity(route.rest(), exchange.getRequestMethod(), fault);
        switch (route.operation()) {
            case SUBMIT -> {
                Submission.Outcome outcome = submission.submit(caller, fields(headers, body));
                answer.entity(outcome.created() ? 201 : 200, outcome.entry());
            }
            case LIST -> list(exchange, caller, answer);
            case COUNT -> {
                String raw = exchange.getRequestURI().getRawQuery();
                answer.text(
                        Long.toString(listing.page(caller, new Query(raw), raw).total()));
            }
            case GET -> answer.entity(200, known(caller, value));
            case PATCH -> answer.entity(200, patch.patch(caller, value, fields(headers, body)));
            case DELETE -> {
                delete(caller, value);
                answer.empty(204);
            }
            default -> other(exchange, route, answer);
        }
    }

    private void other(HttpExchange exchange, Route route, Answer answer) throws IOException {
        if (route.allow() == null) {
            answer.error(404, "NotFound", "No resource was found that matches the request's address.");
            return;
        }
        if (fault != FirstThirdFault.NO_ALLOW_ON_405) {
            exchange.getResponseHeaders().set("Allow", route.allow());
        }
        answer.empty(exchange.getRequestMethod().equals("OPTIONS") ? 204 : 405);
    }

    private void list(HttpExchange exchange, String caller, Answer answer) throws IOException {
        String raw = exchange.getRequestURI().getRawQuery();
        Query query = new Query(raw);
        answer.page(listing.page(caller, query, raw), query.flag("$count"), selected(query.text("$select")));
    }

    private static List<String> selected(String select) {
        if (select == null || select.trim().equals("*")) {
            return Schema.PROPERTIES;
        }
        List<String> names = List.of(select.trim().split("\\s*,\\s*"));
        if (!Schema.PROPERTIES.containsAll(names)) {
            throw Refusal.odata("The query option $select names an unknown property: " + select + ".");
        }
        return names;
    }

    private Entry known(String caller, String value) {
        Instant now = clock.instant();
        synchronized (store) {
            Entry entry = store.read(caller, value, now);
            if (entry == null) {
                throw Refusal.unknown(value);
            }
            return entry;
        }
    }

    private void delete(String caller, String value) {
        synchronized (store) {
            Entry entry = store.find(caller, value, clock.instant());
            if (entry == null) {
                throw Refusal.unknown(value);
            }
            store.remove(caller, entry);
        }
    }

    private Fields fields(Headers headers, byte[] body) {
        String type = headers.getFirst("Content-Type");
        String media = type == null ? "" : type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
        if (!media.equals("application/json")) {
            throw new Refusal(415, "UnsupportedMediaType", "Content-Type must be application/json.");
        }
        boolean unread = fault == FirstThirdFault.CHUNKED_BODY_NOT_READ && headers.getFirst("Content-Length") == null;
        return Fields.read(unread ? new byte[0] : body, times, fault);
    }
}
