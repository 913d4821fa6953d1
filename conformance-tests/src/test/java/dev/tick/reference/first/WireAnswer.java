package dev.tick.reference.first;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer in several small chunks, with header names in lower case and JSON in ASCII. */
final class WireAnswer {

    private static final int CHUNKS = 5;
    private static final String TYPE = "application/json; odata.metadata=minimal; odata.streaming=true; charset=utf-8";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Reply reply;
    private final byte[] body;

    WireAnswer(Reply reply) {
        this.reply = reply;
        this.body = reply.json() == null ? new byte[0] : ASCII.writeValueAsBytes(reply.json());
    }

    /** Answers a request of this method and version, such as "HTTP/1.1". */
    void write(OutputStream out, String method, String version) throws IOException {
        boolean chunked = body.length > 0 && version.equals("HTTP/1.1");
        out.write(ascii(head(chunked)));
        out.flush();
        if (method.equals("HEAD")) {
            return;
        }
        if (chunked) {
            writeChunks(out);
        } else {
            out.write(body);
        }
        out.flush();
    }

    private String head(boolean chunked) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("date", DATE.format(ZonedDateTime.now(ZoneOffset.UTC)));
        headers.put("odata-version", "4.0");
        headers.put("connection", "close");
        headers.put(chunked ? "transfer-encoding" : "content-length", chunked ? "chunked" : "" + body.length);
        if (body.length > 0) {
            headers.put("content-type", TYPE);
        }
        reply.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reply.status() + " \r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        return head + "\r\n";
    }

    private void writeChunks(OutputStream out) throws IOException {
        int size = body.length / CHUNKS + 1;
        for (int start = 0; start < body.length; start += size) {
            int length = Math.min(size, body.length - start);
            out.write(ascii(Integer.toHexString(length) + "\r\n"));
            out.write(body, start, length);
            out.write(ascii("\r\n"));
            out.flush();
        }
        out.write(ascii("0\r\n\r\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
