package dev.tick.stub.wiremock;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import wiremock.org.eclipse.jetty.http.HttpField;

/** Translates the web server's requests into ours. */
final class MessageTranslation {
    private MessageTranslation() {}

    /**
     * Returns a request with its body.
     *
     * @throws UnreadableBodyException when it is not of the encoding that the request names
     */
    static Request withBody(Request head, InputStream body) throws IOException {
        byte[] bytes = body.readAllBytes();
        return bytes.length == 0 ? head : head.withBody(Body.of(decoded(head, bytes)));
    }

    /** Reads all of a request but its body. */
    static Request head(wiremock.org.eclipse.jetty.server.Request received) {
        List<Headers.Field> fields = new ArrayList<>(received.getHttpFields().size());
        for (HttpField field : received.getHttpFields()) {
            // Jetty knows a header without a value as null.
            fields.add(new Headers.Field(field.getName(), field.getValue() == null ? "" : field.getValue()));
        }
        return new Request(
                origin(received),
                received.getMethod().toUpperCase(Locale.ROOT),
                received.getHttpURI().getPathQuery(),
                new Headers(fields),
                Body.none());
    }

    /** HTTP/2 has no header Host. */
    private static String origin(wiremock.org.eclipse.jetty.server.Request received) {
        return received.getScheme() + "://" + received.getServerName() + ":" + received.getServerPort();
    }

    /** Decodes what is gzip by its header or by its looks, as WireMock does. */
    private static byte[] decoded(Request head, byte[] bytes) {
        boolean named = head.header("Content-Encoding")
                .filter(value -> value.contains("gzip"))
                .isPresent();
        if (!named && !isGzip(bytes)) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UnreadableBodyException(
                    "The body is not of the Content-Encoding that the request names, "
                            + head.header("Content-Encoding").orElse("none") + ".",
                    e);
        }
    }

    /** Returns whether bytes begin as RFC 1952, section 2.3.1, has it. */
    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b;
    }
}
