package dev.tick.reference.first;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/** Serves all four operations on Ti Indicators, with at most one known {@link IndicatorFault}, as slowly as asked for. */
public final class IndicatorServer implements AutoCloseable {

    private final IndicatorFault fault;
    private final Duration latency;
    private final HttpServer server;
    private final TokenRegistry book;
    private final IndicatorApi api;
    private final ExecutorService executor = Executors.newCachedThreadPool(IndicatorServer::daemon);

    private IndicatorServer(IndicatorFault fault, String prefix, Duration latency, HttpServer server) {
        this.fault = fault;
        this.latency = latency;
        this.server = server;
        this.book = new TokenRegistry(TokenRegistry.Shape.JWT, fault);
        String origin = "http://127.0.0.1:" + server.getAddress().getPort();
        this.api = new IndicatorApi(fault, new PlainStyle(fault), book, new IndicatorStore(fault), origin, prefix);
    }

    /**
     * Starts a server on a free loopback port.
     *
     * @param prefix what the API's path lies behind: empty, or beginning with a slash and not ending in one
     * @param latency the least delay of every answer; up to as much again is added at random
     */
    public static IndicatorServer start(IndicatorFault fault, String prefix, Duration latency) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            IndicatorServer started = new IndicatorServer(fault, prefix, latency, http);
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
        return api.baseUrl();
    }

    /** The tokens this server knows, by the name of the setting each belongs in. */
    public Map<String, String> tokens() {
        return book.tokens();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            // Read before anything is judged: an answer to an unread request may reset the connection.
            Call call = call(exchange, drain(exchange.getRequestBody()));
            Reply reply = api.answer(call);
            delay();
            send(exchange, reply);
        }
    }

    private static Call call(HttpExchange exchange, byte[] body) {
        return new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                exchange.getRequestURI().getRawQuery(),
                exchange.getRequestHeaders().getOrDefault("Authorization", List.of()),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                body);
    }

    private static byte[] drain(InputStream in) throws IOException {
        byte[] body = in.readNBytes(EntityBody.MAX_BYTES + 1);
        in.transferTo(OutputStream.nullOutputStream());
        return body;
    }

    private void delay() {
        long least = latency.toNanos();
        long end = System.nanoTime() + least + ThreadLocalRandom.current().nextLong(least + 1);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LockSupport.parkNanos(left);
        }
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (reply.json() == null) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        boolean latin = fault == IndicatorFault.LATIN_ERRORS && reply.status() >= 400;
        Charset charset = latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        byte[] bytes = JsonMapper.shared().writeValueAsString(reply.json()).getBytes(charset);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        boolean bodiless = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : bytes.length);
        if (!bodiless) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "indicator-server");
        thread.setDaemon(true);
        return thread;
    }
}
