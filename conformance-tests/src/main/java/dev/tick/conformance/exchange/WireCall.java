package dev.tick.conformance.exchange;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.http.Header;
import org.apache.http.HttpConnection;
import org.apache.http.HttpEntity;
import org.apache.http.HttpResponse;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpCoreContext;

/** A request under way: its connection, and the response as it came over the wire. */
final class WireCall {
    /**
     * Most bytes of a body that are read. A list of 15,000 indicators, the most that a tenant may hold, has some 30 MB; what is far
     * beyond would fill the heap.
     */
    static final int LARGEST = 64 * 1024 * 1024;

    private static final int REFUSED = 300;

    private volatile Optional<HttpConnection> connection = Optional.empty();
    private volatile boolean chunked;
    private volatile Optional<Response> response = Optional.empty();
    private volatile Optional<Integer> refusal = Optional.empty();

    /** Says whether the body goes in chunks, without its length. */
    void chunked(boolean inChunks) {
        chunked = inChunks;
    }

    boolean isChunked() {
        return chunked;
    }

    /** Keeps the connection, to be able to end it. */
    void began(HttpContext context) {
        connection = Optional.ofNullable(HttpCoreContext.adapt(context).getConnection());
    }

    /** Keeps what a proxy said that was to open the way to the target. */
    void tunnelled(int status) {
        refusal = Optional.of(status).filter(one -> one >= REFUSED);
    }

    /** Returns the status by which a proxy refused the way; empty where none did. */
    Optional<Integer> refusal() {
        return refusal;
    }

    /**
     * Reads the response to its end and keeps it; whoever reads it later reads the copy, so that the connection is free already.
     *
     * @param largest most bytes of the body
     */
    void take(HttpResponse arrived, int largest) throws IOException {
        HttpEntity entity = arrived.getEntity();
        byte[] body = entity == null ? new byte[0] : read(entity, largest);
        List<Headers.Field> headers = new ArrayList<>();
        for (Header header : arrived.getAllHeaders()) {
            headers.add(new Headers.Field(header.getName(), header.getValue()));
        }
        String reason = arrived.getStatusLine().getReasonPhrase();
        response = Optional.of(new Response(
                arrived.getStatusLine().getStatusCode(),
                reason == null ? "" : reason,
                new Headers(headers),
                Body.of(body)));
        if (entity != null) {
            arrived.setEntity(new ByteArrayEntity(body));
        }
    }

    Optional<Response> response() {
        return response;
    }

    /** Ends the connection, and with it what waits for its bytes. */
    void abort() {
        connection.ifPresent(own -> {
            try {
                own.shutdown();
            } catch (IOException e) {
                // It has ended by itself.
            }
        });
    }

    private static byte[] read(HttpEntity entity, int largest) throws IOException {
        byte[] body = entity.getContent().readNBytes(largest + 1);
        if (body.length > largest) {
            throw new ResponseTooLongException(
                    "the body of the response has more than " + largest + " bytes, which is all that the kit reads");
        }
        return body;
    }
}
