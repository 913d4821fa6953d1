package dev.tick.reference.todaythird;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of today's indicators API, in memory, with at most one fault. */
public final class TodayThirdServer implements AutoCloseable {
    static {
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Issuer issuer;
    private final Router router;

    private TodayThirdServer(TodayThirdFault fault, Clock clock) {
        issuer = new Issuer(clock);
        Store store = new Store(fault, clock);
        Reader reader = new Reader(fault, clock);
        Rules rules = new Rules(fault);
        Gate gate = new Gate(fault, new Verifier(fault, clock, issuer.publicKey()));
        router = new Router(
                fault,
                gate,
                new Submitting(fault, store, reader, rules),
                new Importing(fault, store, reader, rules),
                new Deleting(fault, store),
                new Listing(fault, store));
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "third-server");
            thread.setDaemon(true);
            return thread;
        });
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Starts a server on a free port. */
    public static TodayThirdServer start(TodayThirdFault fault) {
        return start(fault, Clock.systemUTC());
    }

    /** Starts a server that goes by the given clock. */
    public static TodayThirdServer start(TodayThirdFault fault, Clock clock) {
        TodayThirdServer started = new TodayThirdServer(fault, clock);
        started.server.createContext("/", started::serve);
        started.server.setExecutor(started.threads);
        started.server.start();
        return started;
    }

    /** Scheme, host and port. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A token of the given kind. */
    public String token(TodayThirdToken token) {
        return issuer.token(token);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            send(exchange, reply(exchange, body));
        }
    }

    private Reply reply(HttpExchange exchange, byte[] body) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        try {
            return router.answer(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestURI().getRawQuery(),
                    exchange.getRequestHeaders(),
                    body,
                    host == null ? baseUrl() : "http://" + host);
        } catch (Problem problem) {
            return Reply.problem(problem);
        } catch (RuntimeException unexpected) {
            return Reply.problem(new Problem(
                    500,
                    "InternalServerError",
                    "Something went wrong: " + unexpected.getClass().getSimpleName()));
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        if (reply.contentType() != null) {
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        }
        if (reply.body() == null) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(reply.body().length));
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), reply.body().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(reply.body());
        }
    }
}
