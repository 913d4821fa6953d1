package dev.tick.reference.today;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Today's edition of the API on a free port of this machine; what was submitted is gone with the server. */
public final class IndicatorsServer implements AutoCloseable {
    /** The page size of a server that is given none. */
    public static final int PAGE_SIZE = 1_000;

    private static final int BODY_LIMIT = 8 << 20;
    private static final int STYLED_PAGE_SIZE = 3;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final Tokens tokens;
    private final Style style;
    private final String prefix;
    private final String baseUrl;
    private final Api api;

    private IndicatorsServer(
            HttpServer server, Clock clock, Style style, TodayFault breakage, String prefix, int pageSize) {
        this.server = server;
        this.style = style;
        this.prefix = prefix;
        this.baseUrl = "http://127.0.0.1:" + server.getAddress().getPort() + prefix;
        this.tokens = new Tokens(clock);
        boolean plain = style == Style.PLAIN;
        IndicatorTable shelf = new IndicatorTable(
                clock, Clock.tick(clock, plain ? Duration.ofNanos(100) : Duration.ofSeconds(1)), breakage);
        int size = plain ? pageSize : Math.min(pageSize, STYLED_PAGE_SIZE);
        this.api = new Api(
                tokens,
                shelf,
                new Listing(shelf, size, baseUrl, breakage),
                new Batches(shelf, clock, style, breakage),
                clock,
                style,
                breakage);
    }

    /** A sound server where the breakage is NONE; the prefix is empty or begins with a slash and stands before every path. */
    public static IndicatorsServer start(Style style, TodayFault breakage, String prefix, int pageSize) {
        return start(Clock.systemUTC(), style, breakage, prefix, pageSize);
    }

    /** With pages of {@link #PAGE_SIZE}, or three where the style says so. */
    public static IndicatorsServer start(Style style, TodayFault breakage, String prefix) {
        return start(style, breakage, prefix, PAGE_SIZE);
    }

    /** By the caller's clock, which times the tokens too. */
    public static IndicatorsServer start(Clock clock, Style style, TodayFault breakage, String prefix, int pageSize) {
        try {
            HttpServer http =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
            IndicatorsServer server = new IndicatorsServer(http, clock, style, breakage, prefix, pageSize);
            http.setExecutor(server.workers);
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where the API lies, with the prefix, without a slash at the end. */
    public String baseUrl() {
        return baseUrl;
    }

    /** One token of each sort. */
    public String token(TokenType sort) {
        return tokens.issued().getOrDefault(sort, "");
    }

    /** Every token by the variable that offers it to a runner. */
    public Map<String, String> tokens() {
        return tokens.issued().entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().variable(), Map.Entry::getValue));
    }

    /** The application of the sound token and of the delegated one. */
    public String application() {
        return tokens.application();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
            URI uri = exchange.getRequestURI();
            String path = uri.getRawPath();
            Headers headers = exchange.getRequestHeaders();
            // A path outside the prefix, or a body too long to be read, keeps nothing that the API would know.
            Request request = new Request(
                    exchange.getRequestMethod(),
                    path.startsWith(prefix) ? path.substring(prefix.length()) : "",
                    Optional.ofNullable(uri.getRawQuery()).orElse(""),
                    headers.getOrDefault("Authorization", List.of()),
                    headers.getOrDefault("Content-Type", List.of()),
                    body);
            write(body.length > BODY_LIMIT ? Answer.empty(413) : api.answer(request), exchange);
        }
    }

    private void write(Answer answer, HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        answer.headers().forEach(headers::set);
        if (answer.body().isEmpty()) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        ObjectNode body = answer.body().get();
        if (style == Style.STYLED) {
            body = body.deepCopy();
            dropNulls(body);
        } else {
            headers.set("OData-Version", "4.0");
        }
        headers.set("Content-Type", "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8");
        byte[] bytes = JSON.writeValueAsBytes(body);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        // Zero stands for a length that is not known, so that the answer is chunked.
        exchange.sendResponseHeaders(answer.status(), style == Style.STYLED ? 0 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void dropNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.removeIf(JsonNode::isNull);
        }
        node.forEach(IndicatorsServer::dropNulls);
    }
}
