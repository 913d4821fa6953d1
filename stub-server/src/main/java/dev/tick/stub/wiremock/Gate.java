package dev.tick.stub.wiremock;

import dev.tick.stub.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import wiremock.jakarta.servlet.AsyncContext;
import wiremock.jakarta.servlet.DispatcherType;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/**
 * Stands before all that answers. It reads the body of each request, without holding a thread while it waits, and refuses what nobody
 * could read, what is too large, and what comes too slowly. All else goes on with its body read.
 */
final class Gate extends HandlerWrapper {
    private static final String BODY = Gate.class.getName() + ".body";
    /** Stands for a body that nobody announced. */
    private static final byte[] NONE = new byte[0];

    private final Refuser refuser;
    private final BriefRequests brief;

    /**
     * Stands before a handler.
     *
     * @param brief tells which requests are answered at once, by the thread that found them; it has other connections to care for
     */
    Gate(Refuser refuser, BriefRequests brief, Handler behind) {
        this.refuser = refuser;
        this.brief = brief;
        setHandler(behind);
    }

    /** Returns the body of a request that the gate has let in, after decompression; nobody changes the bytes. */
    static byte[] body(HttpServletRequest request) {
        return request.getAttribute(BODY) instanceof byte[] body ? body : NONE;
    }

    Refuser refuser() {
        return refuser;
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (request.getAttribute(BODY) instanceof byte[] raw) {
            // The body came late; for those behind the gate this is nothing special.
            base.setDispatcherType(DispatcherType.REQUEST);
            judge(target, base, response, raw);
        } else if (base.getDispatcherType() == DispatcherType.REQUEST && !brief.include(base)) {
            AsyncContext elsewhere = base.startAsync();
            elsewhere.setTimeout(0);
            elsewhere.dispatch();
        } else {
            base.setDispatcherType(DispatcherType.REQUEST);
            receive(target, base, response);
        }
    }

    private void receive(String target, Request base, HttpServletResponse response)
            throws IOException, ServletException {
        if (base.getContentLengthLong() == 0
                || (base.getContentLengthLong() < 0 && base.getHeader("Transfer-Encoding") == null)) {
            judge(target, base, response, NONE);
        } else {
            BodyReception reception = new BodyReception(this, base, response);
            if (reception.isWhole()) {
                judge(target, base, response, reception.bytes());
            }
        }
    }

    /** Has the request come again when its body is there. */
    void keep(Request base, byte[] raw) {
        base.setAttribute(BODY, raw);
        base.getAsyncContext().dispatch();
    }

    private void judge(String target, Request base, HttpServletResponse response, byte[] raw)
            throws IOException, ServletException {
        Optional<RequestFlaw> flaw = RequestFlaws.ofHead(base);
        if (flaw.isEmpty()) {
            flaw = raw.length == 0 ? Optional.empty() : flawOfBody(base, raw);
        }
        if (flaw.isPresent()) {
            refuse(flaw.get(), base, response, raw);
            return;
        }
        HttpServletRequest checked = raw == NONE ? base : new BufferedRequest(base, raw);
        try {
            super.handle(target, base, checked, response);
        } catch (RuntimeException | ServletException | StackOverflowError | OutOfMemoryError e) {
            if (response.isCommitted()) {
                throw e;
            }
            response.reset();
            refuse(flawOf(e), base, response, raw);
        }
    }

    private Optional<RequestFlaw> flawOfBody(Request base, byte[] raw) {
        String encoding =
                Optional.ofNullable(base.getHeader("Content-Encoding")).orElse("");
        Optional<RequestFlaw> unknown = RequestFlaws.ofEncoding(encoding);
        if (unknown.isPresent()) {
            return unknown;
        }
        byte[] plain = raw;
        if (encoding.toLowerCase(Locale.ROOT).contains("gzip")) {
            Limits limits = refuser().limits();
            try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(raw))) {
                plain = unzipped.readNBytes(limits.body() + 1);
            } catch (IOException e) {
                return Optional.of(otherEncoding(encoding));
            }
            if (plain.length > limits.body()) {
                return Optional.of(RequestFlaws.tooLarge(limits));
            }
        }
        base.setAttribute(BODY, plain);
        return RequestFlaws.ofForm(base, plain);
    }

    private static RequestFlaw otherEncoding(String encoding) {
        return RequestFlaw.bad("The body is not of the Content-Encoding that the request names, " + encoding + ".");
    }

    /** WireMock takes a body that begins like gzip for that, and for the rest this is a fault of ours. */
    private static RequestFlaw flawOf(Throwable e) {
        return e.getCause() instanceof ZipException || e.getCause() instanceof EOFException
                ? RequestFlaw.bad("The body begins like gzip, and is not.")
                : RequestFlaw.ours(e);
    }

    void refuse(RequestFlaw flaw, Request base, HttpServletResponse response, byte[] raw) throws IOException {
        base.setHandled(true);
        refuser().send(flaw, Refuser.request(base, raw), response);
    }
}
