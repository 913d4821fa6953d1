package dev.tick.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers every request with the status and body of its path; any other path with 404. */
final class StatusServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> paths = new CopyOnWriteArrayList<>();

    /** An answer to every request of a path. */
    record Answer(int status, Map<String, String> headers, String body) {
        static Answer of(int status) {
            return new Answer(status, Map.of(), "");
        }
    }

    private StatusServer(HttpServer server) {
        this.server = server;
    }

    static StatusServer start(Map<String, Answer> answers) throws IOException {
        StatusServer started =
                new StatusServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        started.server.createContext("/", exchange -> started.answer(exchange, answers));
        started.server.start();
        return started;
    }

    private void answer(HttpExchange exchange, Map<String, Answer> answers) throws IOException {
        String path = exchange.getRequestURI().getPath();
        paths.add(path);
        exchange.getRequestBody().readAllBytes();
        Answer answer = answers.getOrDefault(path, Answer.of(404));
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the paths that were asked for, in order. */
    List<String> paths() {
        return List.copyOf(paths);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
