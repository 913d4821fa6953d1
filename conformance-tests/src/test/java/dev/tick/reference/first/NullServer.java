package dev.tick.reference.first;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Servers that do nothing useful: one answers everything alike, one never answers. */
public final class NullServer implements AutoCloseable {

    private final int port;
    private final Runnable stop;

    private NullServer(int port, Runnable stop) {
        this.port = port;
        this.stop = stop;
    }

    /** A server that answers every request with this status and body. */
    public static NullServer answering(int status, String body) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
            ExecutorService executor = Executors.newCachedThreadPool(NullServer::daemon);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            server.createContext("/", exchange -> answer(exchange, status, bytes));
            server.setExecutor(executor);
            server.start();
            return new NullServer(server.getAddress().getPort(), () -> {
                server.stop(0);
                executor.shutdownNow();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that accepts connections and never says a word. */
    public static NullServer silent() {
        try {
            ServerSocket listener = new ServerSocket(0, 0, loopback());
            Queue<Socket> accepted = new ConcurrentLinkedQueue<>();
            Thread acceptor = daemon(() -> acceptAll(listener, accepted));
            acceptor.start();
            return new NullServer(listener.getLocalPort(), () -> closeAll(listener, acceptor, accepted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the server listens. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        stop.run();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            boolean bodiless = status == 204
                    || status == 304
                    || exchange.getRequestMethod().equals("HEAD");
            if (bodiless || body.length == 0) {
                exchange.sendResponseHeaders(status, -1);
                return;
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void acceptAll(ServerSocket listener, Queue<Socket> accepted) {
        while (!listener.isClosed()) {
            try {
                accepted.add(listener.accept());
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void closeAll(ServerSocket listener, Thread acceptor, Queue<Socket> accepted) {
        try {
            listener.close();
            // No connection may be added once the queue has been emptied.
            acceptor.join();
            for (Socket socket : accepted) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "null-server");
        thread.setDaemon(true);
        return thread;
    }
}
