package dev.tick.stub.wiremock;

import dev.tick.stub.http.Delivery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import wiremock.jakarta.servlet.ServletOutputStream;
import wiremock.jakarta.servlet.WriteListener;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * A response of WireMock's, which knows no partial delivery. A header that never leaves marks one that is to be delivered so; its
 * body is kept until it is complete.
 */
final class MarkedResponse extends HttpServletResponseWrapper {
    private static final String MARK = "X-Tick-Delivery";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    MarkedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Returns the header that marks a response. */
    static String name() {
        return MARK;
    }

    /** Returns the value of that header. */
    static String value(Delivery.Incomplete delivery) {
        return delivery instanceof Delivery.Cut cut
                ? cut.how().name()
                : ((Delivery.Hung) delivery).silence().toString();
    }

    private static Delivery.Incomplete delivery(String value) {
        return value.startsWith("P")
                ? new Delivery.Hung(Duration.parse(value))
                : new Delivery.Cut(Delivery.CutMode.valueOf(value));
    }

    /** Delivers a marked response; any other one is on its way already. */
    void deliver(HttpServletRequest request) throws IOException {
        HttpServletResponse response = (HttpServletResponse) getResponse();
        String value = response.getHeader(MARK);
        if (value != null) {
            response.setHeader(MARK, null);
            PartialDelivery.send(request, response, delivery(value), body.toByteArray());
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return getHeader(MARK) == null ? super.getOutputStream() : new Kept(body);
    }

    @Override
    public void flushBuffer() throws IOException {
        if (getHeader(MARK) == null) {
            super.flushBuffer();
        }
    }

    /** Keeps what is written. */
    private static final class Kept extends ServletOutputStream {
        private final ByteArrayOutputStream to;

        Kept(ByteArrayOutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) {
            to.write(one);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            to.write(bytes, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("nobody writes without blocking here");
        }
    }
}
