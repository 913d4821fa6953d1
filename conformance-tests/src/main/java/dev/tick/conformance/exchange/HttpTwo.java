package dev.tick.conformance.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Finds out whether a server that gave no response in HTTP/1.1 speaks HTTP/2. */
final class HttpTwo {
    /** The client's preface (RFC 9113, section 3.4), and behind it an empty SETTINGS frame. */
    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0";

    private static final int HEAD = 9;
    private static final int TYPE = 3;
    private static final int SETTINGS = 4;
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private HttpTwo() {}

    /** Returns whether the server begins with a SETTINGS frame, as one that speaks HTTP/2 must. */
    static boolean isSpoken(URI server, TrustedAuthorities authorities, Duration deadline) {
        boolean secure = "https".equalsIgnoreCase(server.getScheme());
        int port = server.getPort() >= 0 ? server.getPort() : secure ? HTTPS_PORT : HTTP_PORT;
        int millis = Math.toIntExact(deadline.toMillis());
        try (Socket plain = SocketFactory.getDefault().createSocket()) {
            plain.connect(new InetSocketAddress(server.getHost(), port), millis);
            plain.setSoTimeout(millis);
            return isSpoken(secure ? secured(plain, server.getHost(), port, authorities) : plain);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isSpoken(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(PREFACE.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        byte[] head = socket.getInputStream().readNBytes(HEAD);
        return head.length == HEAD && head[TYPE] == SETTINGS;
    }

    private static Socket secured(Socket plain, String host, int port, TrustedAuthorities authorities)
            throws IOException {
        SSLSocketFactory sockets = authorities
                .context()
                .map(SSLContext::getSocketFactory)
                .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        SSLSocket socket = (SSLSocket) sockets.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
