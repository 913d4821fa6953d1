package dev.tick.reference.first;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request of HTTP/1.1 or 1.0 as it was read from a connection; header names are of any case. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record WireRequest(String method, String target, String version, Map<String, List<String>> headers, byte[] body) {

    private static final int MAX_LINE = 1 << 16;
    private static final int MAX_HEADERS = 200;

    /** Reads one request; a {@link ProtocolException} when what is sent is none. */
    static WireRequest read(InputStream in) throws IOException {
        String line = line(in);
        String[] words = (line.isEmpty() ? line(in) : line).split(" ", -1);
        if (words.length != 3 || !words[2].matches("HTTP/1\\.[01]")) {
            throw new ProtocolException("The first line is no request line.");
        }
        Map<String, List<String>> headers = headers(in);
        if (words[2].equals("HTTP/1.1")
                && headers.getOrDefault("Host", List.of()).size() != 1) {
            throw new ProtocolException("The request has to name one Host.");
        }
        return new WireRequest(words[0], words[1], words[2], headers, body(in, headers));
    }

    Call toCall() {
        String relative = target.replaceFirst("^(?i:https?)://[^/?]*", "");
        String[] parts = relative.split("\\?", 2);
        return new Call(
                method,
                parts[0].isEmpty() ? "/" : parts[0],
                parts.length == 2 ? parts[1] : null,
                headers.getOrDefault("Authorization", List.of()),
                first(headers, "Content-Type"),
                body);
    }

    private static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int count = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || line.substring(0, colon).contains(" ") || ++count > MAX_HEADERS) {
                throw new ProtocolException("There are too many headers, or one is malformed.");
            }
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
        String coding = first(headers, "Transfer-Encoding");
        String length = first(headers, "Content-Length");
        if (coding != null) {
            if (!coding.equalsIgnoreCase("chunked") || length != null) {
                throw new ProtocolException("The length of the body is not to be told.");
            }
            return chunks(in);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (length != null) {
            copy(in, number(length, 10), body);
        }
        return body.toByteArray();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (long size = chunkSize(in); size > 0; size = chunkSize(in)) {
            copy(in, size, body);
            if (!line(in).isEmpty()) {
                throw new ProtocolException("A chunk is longer than it says.");
            }
        }
        headers(in);
        return body.toByteArray();
    }

    private static long chunkSize(InputStream in) throws IOException {
        return number(line(in).split(";", 2)[0].strip(), 16);
    }

    /** Copies as much of a body as is of interest: one byte more than is allowed; the rest is read and dropped. */
    private static void copy(InputStream in, long size, ByteArrayOutputStream body) throws IOException {
        long left = size;
        while (left > 0) {
            byte[] part = in.readNBytes((int) Math.min(left, 8192));
            if (part.length == 0) {
                throw new EOFException("The body ends early.");
            }
            int room = EntityBody.MAX_BYTES + 1 - body.size();
            OutputStream sink = room > 0 ? body : OutputStream.nullOutputStream();
            sink.write(part, 0, room > 0 ? Math.min(room, part.length) : part.length);
            left -= part.length;
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("The connection ends within a line.");
            }
            if (line.size() == MAX_LINE) {
                throw new ProtocolException("A line is too long.");
            }
            line.write(octet);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static long number(String text, int radix) throws ProtocolException {
        if (!text.matches(radix == 16 ? "[0-9a-fA-F]{1,12}" : "\\d{1,15}")) {
            throw new ProtocolException("'" + text + "' is no length.");
        }
        return Long.parseLong(text, radix);
    }

    private static String first(Map<String, List<String>> headers, String name) {
        return headers.containsKey(name) ? headers.get(name).get(0) : null;
    }
}
