package dev.tick.stub.wiremock;

import dev.tick.spec.http.Response;
import dev.tick.stub.limit.ByteSize;
import dev.tick.stub.state.KnownToken;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import wiremock.org.eclipse.jetty.http.BadMessageException;
import wiremock.org.eclipse.jetty.http.HttpCompliance;
import wiremock.org.eclipse.jetty.http.HttpField;
import wiremock.org.eclipse.jetty.http.HttpFields;
import wiremock.org.eclipse.jetty.http.HttpParser;
import wiremock.org.eclipse.jetty.http.HttpVersion;
import wiremock.org.eclipse.jetty.http.MetaData;
import wiremock.org.eclipse.jetty.io.AbstractEndPoint;
import wiremock.org.eclipse.jetty.io.Connection;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.server.Connector;
import wiremock.org.eclipse.jetty.server.HttpChannelOverHttp;
import wiremock.org.eclipse.jetty.server.HttpChannelState;
import wiremock.org.eclipse.jetty.server.HttpConfiguration;
import wiremock.org.eclipse.jetty.server.HttpConnection;
import wiremock.org.eclipse.jetty.server.HttpConnectionFactory;
import wiremock.org.eclipse.jetty.util.Callback;

/** Makes connections on which even what is no HTTP request gets the service's envelope, and is kept in the journal. */
final class GatedConnections extends HttpConnectionFactory {
    private static final int TIMEOUT = 408;
    private static final int TOO_LONG = 414;
    private static final int EXPECTATION = 417;
    private static final int UPGRADE = 426;
    private static final int TOO_LARGE = 431;
    private static final int FIRST_OF_SERVER = 500;

    /** After the time of a request, so much longer is its sender given to read the refusal. */
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Supplier<Refuser> refuser;

    /** Makes connections like those of another factory. */
    GatedConnections(HttpConnectionFactory like, Supplier<Refuser> refuser) {
        super(like.getHttpConfiguration());
        this.refuser = refuser;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        Gated connection = new Gated(this, connector, endPoint);
        connection.setUseInputDirectByteBuffers(isUseInputDirectByteBuffers());
        connection.setUseOutputDirectByteBuffers(isUseOutputDirectByteBuffers());
        return configure(connection, connector, endPoint);
    }

    /** Returns the flaw that the web server found, in words for its sender. */
    private RequestFlaw flaw(BadMessageException failure) {
        // Whoever says 426 has to name a protocol to change to (RFC 9110, section 15.5.22).
        int status = failure.getCode() < FIRST_OF_SERVER && failure.getCode() != UPGRADE ? failure.getCode() : 400;
        String limit = ByteSize.text(getHttpConfiguration().getRequestHeaderSize());
        return new RequestFlaw(
                status,
                switch (failure.getCode()) {
                    case TIMEOUT -> RequestFlaws.tooSlow(refuser.get().limits()).reason();
                    case TOO_LONG -> "The address is larger than " + limit + ", the limit of all headers.";
                    case TOO_LARGE -> "The headers are larger than " + limit + ", the limit.";
                    case EXPECTATION -> "The header Expect asks for something else than 100-continue.";
                    case UPGRADE -> "The request begins as HTTP/2 does; the stub speaks HTTP/1.1 alone.";
                    default -> status == failure.getCode() ? reason(failure) : "The request is not of HTTP/1.1.";
                });
    }

    private static String reason(BadMessageException failure) {
        if (failure instanceof UnreadableAddress address && RequestFlaws.hasBrokenEscape(address.address)) {
            return "The address has a percent sign that is not followed by two hexadecimal digits.";
        }
        return failure.getReason() == null
                ? "The connection was closed before the headers were whole."
                : "The request cannot be read: " + failure.getReason() + ".";
    }

    /** An address of which the web server can make nothing. */
    private static final class UnreadableAddress extends BadMessageException {
        private static final long serialVersionUID = 1L;

        private final String method;
        private final String address;

        private UnreadableAddress(String method, String address, RuntimeException cause) {
            super(400, "Bad address", cause);
            this.method = method;
            this.address = address;
        }
    }

    /** A connection. */
    static final class Gated extends HttpConnection {
        private final GatedConnections factory;
        private final Callback atOnce = new AtOnce();

        /** Goes on with what came, in the thread that found it. */
        private final class AtOnce implements Callback {
            @Override
            public void succeeded() {
                onFillable();
            }

            @Override
            public void failed(Throwable cause) {
                onFillInterestedFailed(cause);
            }

            @Override
            public InvocationType getInvocationType() {
                return InvocationType.NON_BLOCKING;
            }
        }

        private Gated(GatedConnections factory, Connector connector, EndPoint endPoint) {
            super(factory.getHttpConfiguration(), connector, endPoint, false);
            this.factory = factory;
        }

        @Override
        protected HttpChannelOverHttp newHttpChannel() {
            return new Channel(this, getConnector(), getEndPoint());
        }

        @Override
        protected HttpParser newHttpParser(HttpCompliance compliance) {
            Channel channel = (Channel) getHttpChannel();
            HttpConfiguration settings = getHttpConfiguration();
            HttpParser parser = new HttpParser(channel, settings.getRequestHeaderSize(), compliance) {
                @Override
                protected boolean parseFields(ByteBuffer buffer) {
                    channel.token.takeOut(buffer);
                    return super.parseFields(buffer);
                }
            };
            parser.setHeaderCacheSize(settings.getHeaderCacheSize());
            parser.setHeaderCacheCaseSensitive(settings.isHeaderCacheCaseSensitive());
            return parser;
        }

        /**
         * Has the thread that finds a request answer it, without waking another: {@link Gate} passes on all that may take long or
         * wait. Two hand-overs for each request took a tenth of its time, and on two cores their queues most of the slowest hundredth.
         */
        @Override
        public void fillInterested() {
            getEndPoint().fillInterested(atOnce);
        }

        /**
         * Ends the waiting for the rest of a head that comes too slowly. Called by another thread than the connection's: whether it
         * waits at all is asked first, since that makes what it read before visible, and decided last, in one atomic step.
         */
        void expire() {
            if (!isFillInterested() || getParser().isStart()) {
                return;
            }
            long age = System.nanoTime() - getBeginNanoTime();
            long most = factory.refuser.get().limits().time().toNanos();
            if (age > most && getParser().inHeaderState() && getEndPoint() instanceof AbstractEndPoint endPoint) {
                endPoint.getFillInterest().onFail(new TimeoutException("the time for a request is over"));
            } else if (age > most + LINGER_NANOS && getEndPoint().isOutputShutdown()) {
                getEndPoint().close();
            }
        }

        @Override
        protected void onFillInterestedFailed(Throwable cause) {
            if (cause instanceof TimeoutException
                    && getParser().inHeaderState()
                    && !getParser().isStart()) {
                getParser().close();
                ((Channel) getHttpChannel()).badMessage(new BadMessageException(TIMEOUT));
            } else {
                super.onFillInterestedFailed(cause);
            }
        }
    }

    /** One request after the other of a connection. */
    private static final class Channel extends HttpChannelOverHttp {
        private final Gated connection;
        private final KnownToken<HttpField> token;

        private Channel(Gated connection, Connector connector, EndPoint endPoint) {
            super(connection, connector, connection.getHttpConfiguration(), endPoint, connection);
            this.connection = connection;
            token = new KnownToken<>(connection.getHttpConfiguration().getRequestHeaderSize());
        }

        @Override
        public void parsedHeader(HttpField field) {
            super.parsedHeader(field.getValue() == null ? field : token.sent(field.getName(), field.getValue(), field));
        }

        @Override
        public void startRequest(String method, String uri, HttpVersion version) {
            token.begin();
            try {
                super.startRequest(method, uri, version);
            } catch (RuntimeException e) {
                throw new UnreadableAddress(method, uri, e);
            }
        }

        @Override
        public void onBadMessage(BadMessageException failure) {
            HttpChannelState.Action action;
            try {
                action = getState().handling();
            } catch (IllegalStateException e) {
                abort(e);
                throw failure;
            }
            if (action != HttpChannelState.Action.DISPATCH) {
                onCompleted();
                return;
            }
            try {
                send(failure);
            } catch (RuntimeException e) {
                abort(e);
                onCompleted();
            }
        }

        /** Sends a refusal, without waiting for a client that does not read. */
        private void send(BadMessageException failure) {
            dev.tick.spec.http.Request request = Refuser.request(getRequest(), new byte[0]);
            if (failure instanceof UnreadableAddress read) {
                request = request.withMethod(read.method).to(read.address);
            }
            Response refusal = connection.factory.refuser.get().refuse(connection.factory.flaw(failure), request);
            HttpFields.Mutable fields = HttpFields.build();
            refusal.headers().forEach(fields::put);
            ByteBuffer body = ByteBuffer.wrap(refusal.body().bytes());
            sendResponse(
                    new MetaData.Response(HttpVersion.HTTP_1_1, refusal.status(), null, fields, body.remaining()),
                    body,
                    true,
                    Callback.from(this::onCompleted, cause -> {
                        abort(cause);
                        onCompleted();
                    }));
        }
    }
}
