package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.core.FaultInjector;
import com.github.tomakehurst.wiremock.jetty.JettyFaultInjectorFactory;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpUtils;
import com.github.tomakehurst.wiremock.servlet.BodyChunker;
import dev.tick.spec.http.Response;
import dev.tick.stub.http.Delivery;
import dev.tick.stub.http.Transmission;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import wiremock.jakarta.servlet.AsyncContext;
import wiremock.org.eclipse.jetty.http.DateGenerator;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpHeader;
import wiremock.org.eclipse.jetty.http.HttpVersion;
import wiremock.org.eclipse.jetty.server.HttpOutput;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * Sends responses over Jetty, each as its delivery demands. None waits in a thread: a late or slow one is taken up again when its
 * time has come.
 */
final class ResponseSender {
    /** In so many pieces comes a slow body. */
    private static final int PIECES = 20;

    private static final HttpField CHUNKED = new HttpField(HttpHeader.TRANSFER_ENCODING, "chunked");

    private final Clock clock;
    private final JettyFaultInjectorFactory faults = new JettyFaultInjectorFactory(new Jetty11HttpUtils());

    /**
     * Sends responses.
     *
     * @param clock tells when: every server with a clock sends the header {@code Date} (RFC 9110, section 6.6.1)
     */
    ResponseSender(Clock clock) {
        this.clock = clock;
    }

    /** Sends the response to a request, now or later. */
    void send(Transmission sent, Request request) throws IOException {
        if (sent.delivery() instanceof Delivery.Whole) {
            atOnce(sent.response(), request);
        } else if (sent.delivery() instanceof Delivery.Delayed late) {
            AsyncContext answer = begin(request);
            later(request, answer, late.by(), () -> {
                whole(sent.response(), request);
                answer.complete();
            });
        } else if (sent.delivery() instanceof Delivery.Trickled slow) {
            trickle(sent.response(), slow.over(), request);
        } else if (sent.delivery() instanceof Delivery.Incomplete part) {
            incomplete(sent.response(), part, request);
        } else {
            drop((Delivery.Dropped) sent.delivery(), request);
        }
    }

    /** Sends a response; a large one in a thread that may wait until the client has read of it. */
    private void atOnce(Response sent, Request request) throws IOException {
        int most = request.getHttpChannel().getHttpConfiguration().getOutputAggregationSize();
        if (sent.body().bytes().length <= most) {
            whole(sent, request);
        } else {
            AsyncContext answer = begin(request);
            start(answer, () -> {
                whole(sent, request);
                answer.complete();
            });
        }
    }

    private void whole(Response sent, Request request) throws IOException {
        head(sent, request);
        HttpOutput out = request.getResponse().getHttpOutput();
        if (isChunked(request)) {
            // Sent with the head, in one piece, when the request has been handled.
            request.getResponse().getHttpFields().add(CHUNKED);
            out.write(sent.body().bytes());
        } else {
            out.write(sent.body().bytes());
            out.flush();
        }
    }

    private static boolean isChunked(Request request) {
        return request.getHttpVersion() == HttpVersion.HTTP_1_1
                && !request.getResponse().getHttpFields().contains(HttpHeader.CONNECTION, "close");
    }

    private void head(Response sent, Request request) {
        wiremock.org.eclipse.jetty.server.Response response = request.getResponse();
        response.setStatus(sent.status());
        HttpFields.Mutable fields = response.getHttpFields();
        sent.headers().forEach((name, value) -> {
            // Jetty must know the length; everything else goes out as it is written.
            if (HttpHeader.CONTENT_LENGTH.is(name)) {
                response.addHeader(name, value);
            } else {
                fields.add(name, value);
            }
        });
        if (sent.header("Date").isEmpty()) {
            fields.add(HttpHeader.DATE, date(clock));
        }
    }

    /** Returns the time as headers have it (RFC 9110, section 5.6.7). */
    static String date(Clock clock) {
        return DateGenerator.formatDate(clock.millis());
    }

    private void trickle(Response sent, Duration over, Request request) throws IOException {
        AsyncContext answer = begin(request);
        head(sent, request);
        request.getResponse().flushBuffer();
        byte[] body = sent.body().bytes();
        List<byte[]> pieces = body.length == 0 ? List.of() : List.of(BodyChunker.chunkBody(body, PIECES));
        next(pieces.iterator(), over.dividedBy(Math.max(1, pieces.size())), request, answer);
    }

    private void next(Iterator<byte[]> pieces, Duration pause, Request request, AsyncContext answer) {
        if (!pieces.hasNext()) {
            answer.complete();
            return;
        }
        later(request, answer, pause, () -> {
            HttpOutput out = request.getResponse().getHttpOutput();
            out.write(pieces.next());
            out.flush();
            next(pieces, pause, request, answer);
        });
    }

    private void incomplete(Response sent, Delivery.Incomplete part, Request request) throws IOException {
        if (sent.body().bytes().length == 0) {
            whole(sent, request);
            return;
        }
        head(sent, request);
        if (request.getHttpVersion() == HttpVersion.HTTP_1_1) {
            // Else a body that ends with the connection looks whole to a client that asked for the connection's end.
            request.getResponse().getHttpFields().add(CHUNKED);
        }
        PartialDelivery.send(request, request.getResponse(), part, sent.body().bytes());
    }

    private static AsyncContext begin(Request request) {
        AsyncContext answer = request.startAsync();
        answer.setTimeout(0);
        return answer;
    }

    /** A part of a response. */
    private interface Part {
        void send() throws IOException;
    }

    private static void later(Request request, AsyncContext answer, Duration by, Part part) {
        request.getHttpChannel()
                .getScheduler()
                .schedule(() -> start(answer, part), by.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void start(AsyncContext answer, Part part) {
        answer.start(() -> {
            try {
                part.send();
            } catch (IOException | RuntimeException e) {
                // The client is gone, or we failed; whoever waits for it waits no longer.
                answer.complete();
            }
        });
    }

    private void drop(Delivery.Dropped lost, Request request) {
        FaultInjector fault = faults.buildFaultInjector(request, request.getResponse());
        switch (lost.how()) {
            case CLOSED -> fault.emptyResponseAndCloseConnection();
            case RESET -> fault.connectionResetByPeer();
            case GARBLED -> fault.malformedResponseChunk();
        }
    }
}
