package dev.tick.conformance.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A forward proxy (RFC 9110, section 7.7): CONNECT, and the absolute form. Every host is on this machine, whatever its name. */
public final class SmallProxy implements AutoCloseable {
    private static final Pattern FIRST = Pattern.compile("(\\S+) (\\S+) HTTP/1.1");

    private final ServerSocket server;
    private final Optional<String> login;
    private final Optional<String> refusal;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private SmallProxy(Optional<String> login, Optional<String> refusal) throws IOException {
        this.login = login;
        this.refusal = refusal;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::serve);
    }

    /** Starts a proxy that lets everything pass. */
    public static SmallProxy start() throws IOException {
        return new SmallProxy(Optional.empty(), Optional.empty());
    }

    /** Starts a proxy that asks for a login in Basic's encoding. */
    public static SmallProxy asking(String login) throws IOException {
        return new SmallProxy(Optional.of("Basic " + login), Optional.empty());
    }

    /** Starts a proxy that lets nothing pass. */
    public static SmallProxy refusing(String status) throws IOException {
        return new SmallProxy(Optional.empty(), Optional.of(status));
    }

    /** Returns the proxy's URL. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Returns method and target of each request, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "small-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                daemon(() -> pass(client));
            } catch (IOException e) {
                // The test is over.
            }
        }
    }

    private void pass(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            String head = head(in);
            Matcher first = FIRST.matcher(head.lines().findFirst().orElse(""));
            if (!first.matches()) {
                return;
            }
            asked.add(first.group(1) + " " + first.group(2));
            if (refusal.isPresent()) {
                answer(client, "HTTP/1.1 " + refusal.get() + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            } else if (login.filter(own -> !head.contains("Proxy-Authorization: " + own))
                    .isPresent()) {
                answer(
                        client,
                        "HTTP/1.1 407 Login\r\nProxy-Authenticate: Basic realm=\"a\"\r\nContent-Length: 0\r\nConnection:"
                                + " close\r\n\r\n");
            } else {
                forward(client, in, head, first);
            }
        } catch (IOException e) {
            // One side went away.
        }
    }

    private static void forward(Socket client, InputStream in, String head, Matcher first) throws IOException {
        boolean tunnel = first.group(1).equals("CONNECT");
        URI target = URI.create(tunnel ? "//" + first.group(2) : first.group(2));
        try (Socket to = new Socket(InetAddress.getLoopbackAddress(), target.getPort())) {
            if (tunnel) {
                answer(client, "HTTP/1.1 200 OK\r\n\r\n");
            } else {
                String path = target.getRawPath()
                        + Optional.ofNullable(target.getRawQuery())
                                .map(query -> "?" + query)
                                .orElse("");
                String rest = head.substring(head.indexOf('\n') + 1).replaceAll("(?i)(Proxy-)?Connection: .*\r\n", "");
                answer(to, first.group(1) + " " + path + " HTTP/1.1\r\nConnection: close\r\n" + rest);
            }
            daemon(() -> copy(in, to));
            copy(to.getInputStream(), client);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int one = in.read();
        while (one >= 0) {
            head.write(one);
            if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
            one = in.read();
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void answer(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static void copy(InputStream in, Socket to) {
        try {
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
            to.shutdownOutput();
        } catch (IOException e) {
            // One side went away.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
