package dev.tick.reference.todaysecond;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tick.reference.first.Call;
import dev.tick.reference.first.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** A server of today's edition, written from the facts alone, in one of two sound styles, with at most one fault. */
public final class TodayServer implements AutoCloseable {
    private final HttpServer server;
    private final TodayApi api;
    private final String base;
    private final String prefix;
    private final ExecutorService executor = Executors.newCachedThreadPool(TodayServer::daemon);

    private TodayServer(TodayStyle style, TodaySecondFault fault, String prefix, HttpServer server) {
        this.server = server;
        this.prefix = prefix;
        base = "http://127.0.0.1:" + server.getAddress().getPort() + prefix;
        api = new TodayApi(fault, style, base);
    }

    /** Starts a server on a free loopback port; the API lies at {@code prefix + "/api/indicators"}. */
    public static TodayServer start(TodayStyle style, TodaySecondFault fault, String prefix) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TodayServer started = new TodayServer(style, fault, prefix, http);
            http.createContext("/", started::handle);
            http.setExecutor(started.executor);
            http.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the API lies, without its path and without a slash at the end. */
    public String baseUrl() {
        return base;
    }

    /** The tokens this server knows, by the name of the setting each belongs in. */
    public Map<String, String> tokens() {
        return api.tokens();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            Call call = new Call(
                    exchange.getRequestMethod(),
                    path,
                    exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders().getOrDefault("Authorization", List.of()),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestBody().readAllBytes());
            Reply reply = api.answer(call, path.startsWith(prefix) ? path.substring(prefix.length()) : "");
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            if (reply.json() == null) {
                exchange.sendResponseHeaders(reply.status(), -1);
                return;
            }
            byte[] bytes = JsonMapper.shared().writeValueAsString(reply.json()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(reply.status(), 0);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "today-server");
        thread.setDaemon(true);
        return thread;
    }
}
