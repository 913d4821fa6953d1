package dev.tick.conformance.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.tick.spec.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that fails for a reason of its own kind is named as that, with a remedy. */
class NamedFailureTest {
    private static final String PASSWORD = "changeit";
    private static final InetSocketAddress ANYWHERE = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    private Path folder;

    @Test
    void aCertificateForAnotherNameIsNamed() throws IOException, GeneralSecurityException, InterruptedException {
        assertFails(
                "; the target's certificate is for another name; name the host that it is for in the URL",
                secured("-ext", "san=dns:elsewhere.example", "-validity", "2"));
    }

    @Test
    void aCertificateOfThePastIsNamed() throws IOException, GeneralSecurityException, InterruptedException {
        assertFails(
                "; the target's certificate is not valid today; renew it, or set this machine's clock",
                secured("-ext", "san=ip:127.0.0.1", "-startdate", "-9d", "-validity", "2"));
    }

    /** The two above fail for nothing else. */
    @Test
    void aCertificateOfTodayForTheHostIsTaken() throws IOException, GeneralSecurityException, InterruptedException {
        assertEquals("", failure(secured("-ext", "san=ip:127.0.0.1", "-validity", "2")));
    }

    @Test
    void aPortWithoutTlsIsNamed() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> refuse(plain));
            server.setDaemon(true);
            server.start();
            assertEnds(
                    "; the target speaks no TLS at this port; name the http URL, or the port of https",
                    failure(URI.create("https://127.0.0.1:" + plain.getLocalPort()), TrustedAuthorities.ofJvm()));
        }
    }

    private static void refuse(ServerSocket plain) {
        while (!plain.isClosed()) {
            try (Socket socket = plain.accept()) {
                socket.getInputStream().read();
                socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                // The client went away, or the test is over.
            }
        }
    }

    /** Behind a proxy, a machine often knows no names of other hosts. */
    @Test
    void aNameThatTheMachineDoesNotKnowIsNamed() {
        assertEnds(
                "; the name is unknown on this machine; correct the URL, or name the proxy that knows it by HTTPS_PROXY or"
                        + " HTTP_PROXY",
                failure(URI.create("http://nowhere.invalid"), TrustedAuthorities.ofJvm()));
    }

    private void assertFails(String remedy, HttpsServer server) {
        assertEnds(remedy, failure(server));
    }

    private static void assertEnds(String remedy, String failure) {
        assertTrue(failure.endsWith(remedy), failure);
    }

    private String failure(HttpsServer server) {
        server.start();
        try {
            URI base = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
            return failure(base, TrustedAuthorities.read(folder.resolve("ca.pem")));
        } finally {
            server.stop(0);
        }
    }

    private static String failure(URI base, TrustedAuthorities authorities) {
        try (HttpSender sender = new HttpSender(base, Duration.ofSeconds(20), authorities)) {
            return sender.send(Request.of("GET", "/", Map.of())).failure();
        }
    }

    /** Returns a server whose certificate {@code ca.pem} signed. */
    private HttpsServer secured(String... certificate)
            throws IOException, GeneralSecurityException, InterruptedException {
        keytool("-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=An authority", "-ext", "bc:c");
        keytool(Stream.concat(
                        Stream.of(
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=A server",
                                "-signer",
                                "ca"),
                        Stream.of(certificate))
                .toArray(String[]::new));
        keytool(
                "-exportcert",
                "-alias",
                "ca",
                "-rfc",
                "-file",
                folder.resolve("ca.pem").toString());
        keytool("-delete", "-alias", "ca");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("server.p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(ANYWHERE, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        return server;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-Duser.language=en",
                "-J-Duser.country=US"));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-keystore", folder.resolve("server.p12").toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
    }
}
