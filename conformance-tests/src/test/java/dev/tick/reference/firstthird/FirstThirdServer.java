package dev.tick.reference.firstthird;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An independent server of edition 2018-10: submit, list, get, change and delete indicators. */
public final class FirstThirdServer implements AutoCloseable {
    static {
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer http;
    private final ExecutorService workers;
    private final TokenMint mint;

    private FirstThirdServer(HttpServer http, ExecutorService workers, TokenMint mint) {
        this.http = http;
        this.workers = workers;
        this.mint = mint;
    }

    /** Starts the server with that fault, on a free port of this machine. */
    public static FirstThirdServer start(FirstThirdFault fault) {
        return start(fault, Clock.systemUTC());
    }

    /** The same with another clock. */
    public static FirstThirdServer start(FirstThirdFault fault, Clock clock) {
        try {
            HttpServer http =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
            ExecutorService workers = Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "third-server");
                thread.setDaemon(true);
                return thread;
            });
            TokenMint mint = new TokenMint(clock);
            http.setExecutor(workers);
            http.createContext("/", new Api(new TokenGate(mint, clock, fault), clock, fault));
            http.start();
            return new FirstThirdServer(http, workers, mint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Scheme, host and port. */
    public String baseUrl() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** A signed token of that kind. */
    public String token(FirstThirdToken token) {
        return mint.token(token);
    }

    @Override
    public void close() {
        http.stop(0);
        workers.shutdownNow();
    }
}
