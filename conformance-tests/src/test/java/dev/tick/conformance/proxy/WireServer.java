package dev.tick.conformance.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that keeps each request as its bytes came, and answers with bytes of the test's making; one request a connection. */
public final class WireServer implements AutoCloseable {
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

    private final ServerSocket server;
    private final Function<String, byte[]> answers;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Semaphore ended = new Semaphore(0);

    private WireServer(Function<String, byte[]> answers) throws IOException {
        this.answers = answers;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "wire-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Starts a server; a request, of which each byte is a character, gets the bytes, and the connection ends. */
    public static WireServer start(Function<String, byte[]> answers) throws IOException {
        return new WireServer(answers);
    }

    /** Returns the bytes of an answer with these header lines, whose length is added. */
    public static byte[] answer(String head, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                ("HTTP/1.1 " + head.strip().replace("\n", "\r\n") + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
        return out.toByteArray();
    }

    /** Returns the bytes of an answer in JSON. */
    public static byte[] json(int status, String body) {
        return answer(status + " X\nContent-Type: application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns its base URL. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Returns the requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Waits until one more connection has ended, and returns whether it has within this time. */
    public boolean endsOne(Duration longest) throws InterruptedException {
        return ended.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                String request = read(socket.getInputStream());
                requests.add(request);
                socket.getOutputStream().write(answers.apply(request));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // The other side is gone, or the test is over.
            } finally {
                ended.release();
            }
        }
    }

    private static String read(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request ended in its head");
            }
            text.append((char) next);
        }
        Matcher length = LENGTH.matcher(text);
        return length.find()
                ? text + new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.ISO_8859_1)
                : text.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
