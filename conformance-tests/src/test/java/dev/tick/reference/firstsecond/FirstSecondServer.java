package dev.tick.reference.firstsecond;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A reference server of the first edition, `tiindicators`, with one fault or none. */
public final class FirstSecondServer implements AutoCloseable {
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final FirstSecondFault fault;
    private final HttpServer http;
    private final ExecutorService workers;
    private final SecondIssuer issuer;
    private final SecondRoutes routes;

    private FirstSecondServer(FirstSecondFault fault, Clock clock) {
        this.fault = fault;
        this.issuer = new SecondIssuer(clock);
        this.routes = new SecondRoutes(fault, clock);
        this.workers = Executors.newFixedThreadPool(8, work -> {
            Thread thread = new Thread(work, "firstsecond");
            thread.setDaemon(true);
            return thread;
        });
        try {
            this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException wrong) {
            workers.shutdownNow();
            throw new UncheckedIOException(wrong);
        }
    }

    /** Starts a server on a free port of 127.0.0.1. */
    public static FirstSecondServer start(FirstSecondFault fault) {
        return start(fault, Clock.systemUTC());
    }

    /** Starts a server with a clock of one's own. */
    public static FirstSecondServer start(FirstSecondFault fault, Clock clock) {
        FirstSecondServer server = new FirstSecondServer(fault, clock);
        server.http.createContext("/", server::serve);
        server.http.setExecutor(server.workers);
        server.http.start();
        return server;
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    public String token(FirstSecondToken token) {
        return issuer.issue(token);
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            SecondReply reply;
            try {
                reply = routes.answer(new SecondRequest(exchange, fault), body);
            } catch (SecondProblem problem) {
                reply = refusal(problem, exchange);
            } catch (RuntimeException unforeseen) {
                reply = SecondReply.problem(
                        new SecondProblem(500, "InternalServerError", "An internal error occurred."));
            }
            write(exchange, reply);
        }
    }

    private static SecondReply refusal(SecondProblem problem, HttpExchange exchange) {
        SecondReply reply = SecondReply.problem(problem);
        if (problem.status() == 401) {
            boolean sent = exchange.getRequestHeaders().containsKey("Authorization");
            String challenge = "Bearer realm=\"" + SecondIssuer.AUDIENCE + "\"";
            reply.with("WWW-Authenticate", sent ? challenge + ", error=\"invalid_token\"" : challenge);
        }
        return reply;
    }

    private static void write(HttpExchange exchange, SecondReply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        reply.headers().forEach(headers::set);
        if (reply.body() == null) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        byte[] bytes = reply.body().toString().getBytes(StandardCharsets.UTF_8);
        headers.set("Content-Type", "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8");
        headers.set("OData-Version", "4.0");
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
