package dev.tick.reference.todayfourth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** A sound and independent server of today's indicators; with a fault, a server that is wrong in one thing. */
public final class TodayFourthServer implements AutoCloseable {

    static {
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer http;
    private final ExecutorService threads;
    private final TodayFourthFault fault;
    private final FourthMint mint;
    private final FourthGate gate;
    private final FourthService service;

    private TodayFourthServer(TodayFourthFault fault, Clock clock) throws IOException {
        this.fault = fault;
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.threads = Executors.newFixedThreadPool(8, task -> {
            Thread thread = new Thread(task, "fourth");
            thread.setDaemon(true);
            return thread;
        });
        this.mint = new FourthMint(clock);
        this.gate = new FourthGate(clock, fault, new FourthSignature(mint.key(), fault));
        this.service = new FourthService(clock, fault, baseUrl());
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    /** Starts a server with the real clock. */
    public static TodayFourthServer start(TodayFourthFault fault) {
        return start(fault, Clock.systemUTC());
    }

    /** Starts a server. */
    public static TodayFourthServer start(TodayFourthFault fault, Clock clock) {
        try {
            return new TodayFourthServer(fault, clock);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Scheme, host and port. */
    public String baseUrl() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** A new token. */
    public String token(TodayFourthToken token) {
        return mint.token(token);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            FourthReply reply;
            try {
                reply = answer(exchange, body);
            } catch (FourthProblem problem) {
                reply = FourthReply.problem(problem);
            } catch (RuntimeException unforeseen) {
                reply = FourthReply.problem(new FourthProblem(500, "InternalServerError", "Something went wrong."));
            }
            send(exchange, reply);
        }
    }

    private FourthReply answer(HttpExchange exchange, byte[] sent) {
        JsonNode claims =
                gate.authenticate(exchange.getRequestHeaders().getFirst("Authorization"), exchange.getRemoteAddress());
        FourthRoute route = FourthRoute.of(
                exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), fault);
        FourthCaller caller = gate.authorize(claims, route.operation());
        boolean unsized = exchange.getRequestHeaders().getFirst("Content-Length") == null;
        byte[] body = fault == TodayFourthFault.CHUNKED_BODY_UNREAD && unsized ? new byte[0] : sent;
        return service.run(
                route,
                caller,
                exchange.getRequestURI().getRawQuery(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                body);
    }

    private static void send(HttpExchange exchange, FourthReply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        boolean bare = reply.body() == null || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), bare ? -1 : 0);
        if (!bare) {
            exchange.getResponseBody().write(reply.body());
        }
    }
}
