package dev.tick.stub.wiremock;

import dev.tick.stub.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import wiremock.jakarta.servlet.AsyncContext;
import wiremock.jakarta.servlet.AsyncEvent;
import wiremock.jakarta.servlet.AsyncListener;
import wiremock.jakarta.servlet.ReadListener;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.HttpInput;
import wiremock.org.eclipse.jetty.server.Request;

/**
 * The reading of one body. What is there at once is read at once; for the rest no thread waits. A body that is too large is refused at
 * once, and what its sender goes on sending is thrown away for a while: many clients read no answer before they have sent everything.
 */
final class BodyReception implements ReadListener, AsyncListener {
    /** So long is thrown away what comes behind a refusal, where the length was announced; else until the time of the request is over. */
    private static final long LINGER_MILLIS = 2_000;

    /** So many bytes more than the limit are thrown away. */
    private static final long LINGER_BYTES = 16 * 1024 * 1024;

    private static final int CHUNK = 8192;

    private final Gate gate;
    private final Request request;
    private final HttpServletResponse response;
    private final Limits limits;
    private final HttpInput input;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Begins to read. */
    BodyReception(Gate gate, Request request, HttpServletResponse response) throws IOException {
        this.gate = gate;
        this.request = request;
        this.response = response;
        limits = gate.refuser().limits();
        input = request.getHttpInput();
    }

    /** Returns whether the whole body is here; if not, the rest comes later, to whom the gate tells. */
    boolean isWhole() throws IOException {
        long declared = request.getContentLengthLong();
        if (declared > limits.body()) {
            refuseLarge();
            return false;
        }
        // Asks a client to go on that waits for 100.
        request.getInputStream();
        for (int there = input.available(); there > 0 && body.size() <= limits.body(); there = input.available()) {
            byte[] bytes = new byte[there];
            body.write(bytes, 0, input.read(bytes, 0, there));
        }
        if (body.size() > limits.body()) {
            refuseLarge();
            return false;
        }
        if (body.size() == declared) {
            return true;
        }
        listen(TimeUnit.NANOSECONDS.toMillis(
                limits.time().toNanos() - (System.nanoTime() - request.getBeginNanoTime())));
        return false;
    }

    /** Returns what came. */
    byte[] bytes() {
        return body.toByteArray();
    }

    private void listen(long millis) {
        AsyncContext later = request.startAsync();
        later.setTimeout(Math.max(1, millis));
        later.addListener(this);
        input.setReadListener(this);
    }

    private void refuseLarge() throws IOException {
        boolean waits = request.getHttpChannel().isExpecting100Continue();
        response.setHeader("Connection", "close");
        gate.refuse(RequestFlaws.tooLarge(limits), request, response, bytes());
        if (!request.isAsyncStarted() && !waits) {
            listen(LINGER_MILLIS);
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (input.isReady() && !input.isFinished()) {
            int length = input.read(chunk);
            if (response.isCommitted()) {
                if (input.getContentConsumed() > limits.body() + LINGER_BYTES) {
                    hangUp();
                    return;
                }
            } else if (length > 0) {
                body.write(chunk, 0, length);
                if (body.size() > limits.body()) {
                    refuseLarge();
                }
            }
        }
    }

    @Override
    public void onAllDataRead() {
        if (response.isCommitted()) {
            request.getAsyncContext().complete();
        } else {
            gate.keep(request, bytes());
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (!response.isCommitted()) {
            refuseQuietly(
                    failure instanceof TimeoutException || failure.getCause() instanceof TimeoutException
                            ? RequestFlaws.tooSlow(limits)
                            : RequestFlaw.bad(
                                    request.getHttpChannel().getEndPoint().isInputShutdown()
                                            ? "The connection was closed before the body was whole."
                                            : "The size of a chunk of the body cannot be read."));
        }
        request.getAsyncContext().complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        if (response.isCommitted()) {
            hangUp();
        } else {
            refuseQuietly(RequestFlaws.tooSlow(limits));
            request.getAsyncContext().complete();
        }
    }

    /** Refuses a request whose sender may be gone. */
    private void refuseQuietly(RequestFlaw flaw) {
        response.setHeader("Connection", "close");
        try {
            gate.refuse(flaw, request, response, bytes());
        } catch (IOException e) {
            // Nobody is there to read it; the journal has it.
            request.getHttpChannel().abort(e);
        }
    }

    private void hangUp() {
        request.getHttpChannel().getEndPoint().close();
        request.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        // The web server goes on with the next request by itself.
    }

    @Override
    public void onError(AsyncEvent event) {
        // What fails behind the gate is the gate's; there is nothing else here.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // Others may go on later; the body is theirs by then.
    }
}
