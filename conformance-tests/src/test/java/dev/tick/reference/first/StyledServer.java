package dev.tick.reference.first;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A sound server of all four operations, in another style than {@link IndicatorServer}, down to the connection. */
public final class StyledServer implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final ServerSocket listener;
    private final TokenRegistry book = new TokenRegistry(TokenRegistry.Shape.OPAQUE, IndicatorFault.NONE);
    private final IndicatorApi api;
    private final ExecutorService executor = Executors.newCachedThreadPool(StyledServer::daemon);

    private StyledServer(ServerSocket listener) {
        this.listener = listener;
        IndicatorStore store = new IndicatorStore(IndicatorFault.NONE);
        store.create(book.application(), fromEarlier(), Instant.now().minus(90, ChronoUnit.DAYS));
        String origin = "http://127.0.0.1:" + listener.getLocalPort();
        this.api = new IndicatorApi(IndicatorFault.NONE, new OtherStyle(), book, store, origin, "");
    }

    /** Starts a server on a free loopback port. */
    public static StyledServer start() {
        try {
            StyledServer started = new StyledServer(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
            Future<?> unused = started.executor.submit(started::acceptAll);
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
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            executor.shutdownNow();
        }
    }

    /** An indicator of a type and an action that this edition does not document. */
    private static Map<String, String> fromEarlier() {
        Map<String, String> values = new HashMap<>();
        values.put("indicator", "8b1f0c7a5d2e4396b1aa07c5de6f43820917ceba");
        values.put("indicatorType", "CertificateThumbprint");
        values.put("action", "Warn");
        values.put("title", "Signer, r\u00e9voqu\u00e9");
        return values;
    }

    private Void acceptAll() throws IOException {
        while (!listener.isClosed()) {
            Socket socket = listener.accept();
            Future<?> unused = executor.submit(() -> serve(socket));
        }
        return null;
    }

    /** Answers the one request of a connection; a failure of the connection ends up in the task's future. */
    private Void serve(Socket socket) throws IOException {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = new BufferedOutputStream(socket.getOutputStream())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
            try {
                WireRequest request = WireRequest.read(in);
                Reply reply = api.answer(request.toCall());
                new WireAnswer(reply).write(out, request.method(), request.version());
            } catch (ProtocolException e) {
                new WireAnswer(api.malformed(e.getMessage())).write(out, "", "HTTP/1.1");
                // Closed with a request unread, the connection would be reset, and the answer lost.
                socket.shutdownOutput();
                in.transferTo(OutputStream.nullOutputStream());
            }
            return null;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "styled-server");
        thread.setDaemon(true);
        return thread;
    }
}
