package dev.tick.conformance.tenant;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A forward proxy as networks have it: tinyproxy of the system's packages. */
final class Tinyproxy implements AutoCloseable {
    private final Process process;
    private final Path log;
    private final int port;

    private Tinyproxy(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    static Tinyproxy start(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        Path log = folder.resolve("tinyproxy.log");
        Path settings = Files.writeString(folder.resolve("tinyproxy.conf"), """
                Port %d
                Listen 127.0.0.1
                Allow 127.0.0.1
                Timeout 600
                MaxClients 100
                LogLevel Connect
                LogFile "%s"
                """.formatted(port, log));
        Path output = folder.resolve("tinyproxy.out");
        Process process = Children.start(output, Map.of(), List.of("tinyproxy", "-d", "-c", settings.toString()));
        Children.await(process, () -> listens(port), output);
        return new Tinyproxy(process, log, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Returns how many ways it opened to a place. */
    long opened(String place) throws IOException {
        return Files.readString(log)
                .lines()
                .filter(line -> line.contains("CONNECT " + place + " HTTP/1.1"))
                .count();
    }

    @Override
    public void close() {
        Children.end(process);
    }
}
