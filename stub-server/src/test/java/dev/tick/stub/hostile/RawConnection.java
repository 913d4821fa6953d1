package dev.tick.stub.hostile;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A connection on which anything can be sent; it reads answers as RFC 9112 says, and nothing else. */
final class RawConnection implements AutoCloseable {
    /** So long may an answer take on a busy machine. */
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    RawConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** An answer; the names of its headers are in lower case. */
    record Answer(int status, Map<String, String> headers, String body) {
        boolean closes() {
            return headers.getOrDefault("connection", "").equalsIgnoreCase("close");
        }
    }

    RawConnection send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends as much as the other side takes; it may have answered and hung up before. */
    RawConnection trySend(byte[] bytes) {
        try {
            return send(bytes);
        } catch (IOException e) {
            return this;
        }
    }

    RawConnection endSending() throws IOException {
        try {
            socket.shutdownOutput();
        } catch (SocketException e) {
            if (!socket.isClosed() && socket.isConnected()) {
                return this;
            }
            throw e;
        }
        return this;
    }

    /** Ends with a reset in place of an orderly close. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Reads one answer, with those of status 1xx before it taken for no answer. */
    Answer read() throws IOException {
        while (true) {
            String line = line();
            if (!line.matches("HTTP/1\\.1 \\d{3}( .*)?")) {
                throw new IOException("no status line: " + line);
            }
            int status = Integer.parseInt(line.substring(9, 12));
            Map<String, String> headers = new LinkedHashMap<>();
            for (String field = line(); !field.isEmpty(); field = line()) {
                int colon = field.indexOf(':');
                headers.put(
                        field.substring(0, colon).toLowerCase(Locale.ROOT),
                        field.substring(colon + 1).strip());
            }
            if (status >= 200) {
                return new Answer(status, headers, status == 204 ? "" : body(headers));
            }
        }
    }

    /** Reads answers until the connection is closed. */
    List<Answer> readAll() throws IOException {
        List<Answer> answers = new ArrayList<>();
        while (true) {
            in.mark(1);
            try {
                if (in.read() < 0) {
                    return answers;
                }
            } catch (SocketException e) {
                return answers;
            }
            in.reset();
            answers.add(read());
        }
    }

    /** Returns whether an interim answer 100 came. */
    boolean readContinue() throws IOException {
        String line = line();
        return line.startsWith("HTTP/1.1 100") && line().isEmpty();
    }

    private String body(Map<String, String> headers) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            for (int size = size(); size > 0; size = size()) {
                body.write(exactly(size));
                line();
            }
            line();
        } else if (headers.containsKey("content-length")) {
            body.write(exactly(Integer.parseInt(headers.get("content-length"))));
        } else if (headers.getOrDefault("connection", "").equals("close")) {
            body.write(in.readAllBytes());
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    private int size() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int one = in.read(); one != '\n'; one = in.read()) {
            if (one < 0) {
                throw new EOFException("no answer; the connection was closed after '" + line + "'");
            }
            if (one != '\r') {
                line.write(one);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
