package dev.tick.stub.wiremock;

import dev.tick.stub.http.Delivery;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import wiremock.jakarta.servlet.AsyncContext;
import wiremock.jakarta.servlet.AsyncEvent;
import wiremock.jakarta.servlet.AsyncListener;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.server.Request;

/** Sends responses of which the client gets the head and a part of the body, over HTTP and HTTPS. */
final class PartialDelivery {
    private PartialDelivery() {}

    /**
     * Sends a part of a response, whose status and headers are set but nothing else.
     *
     * @param body the whole of it; not empty
     */
    static void send(
            HttpServletRequest request, HttpServletResponse response, Delivery.Incomplete delivery, byte[] body)
            throws IOException {
        EndPoint endPoint = Request.getBaseRequest(request).getHttpChannel().getEndPoint();
        if (delivery instanceof Delivery.Hung hung) {
            flush(response, half(body));
            closeLater(request, endPoint, hung.silence().toMillis());
            return;
        }
        switch (((Delivery.Cut) delivery).how()) {
            case HALF_CLOSED -> {
                flush(response, half(body));
                endPoint.close();
            }
            case HALF_RESET -> {
                flush(response, half(body));
                reset(endPoint);
            }
            case LAST_CHUNK_CUT -> {
                flush(response, body);
                endPoint.close();
            }
        }
    }

    private static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    /** Flushed before it is complete, the response goes out in chunks, of which the last is still to come. */
    private static void flush(HttpServletResponse response, byte[] part) throws IOException {
        response.getOutputStream().write(part);
        response.flushBuffer();
    }

    /** Resets the connection: closed without lingering, TCP sends RST in place of FIN. */
    private static void reset(EndPoint endPoint) throws IOException {
        Object transport = endPoint;
        while (transport instanceof EndPoint under) {
            transport = under.getTransport();
        }
        try (SocketChannel channel = (SocketChannel) transport) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        endPoint.close();
    }

    /** Holds no thread meanwhile: a client may hang as often as it likes. */
    private static void closeLater(HttpServletRequest request, EndPoint endPoint, long millis) {
        AsyncContext context = request.startAsync();
        context.setTimeout(millis);
        context.addListener(new AsyncListener() {
            @Override
            public void onTimeout(AsyncEvent event) {
                endPoint.close();
                context.complete();
            }

            @Override
            public void onError(AsyncEvent event) {
                onTimeout(event);
            }

            @Override
            public void onComplete(AsyncEvent event) {
                // The connection is closed by then.
            }

            @Override
            public void onStartAsync(AsyncEvent event) {
                // Nothing is dispatched again.
            }
        });
    }
}
