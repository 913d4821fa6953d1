package dev.tick.conformance.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** A dialogue with the process of a long-lived client: lines in, an answer for each out, in whatever order. */
final class Dialogue {
    /** Between two looks for children, and for the wish to end it. */
    private static final Duration LOOK = Duration.ofMillis(50);

    /** How long a client may take to end by itself when its standard input has ended, or to be gone when it was killed. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Process process;
    private final LastOutput output = new LastOutput();
    private final AnswerReader reader;

    /** The answers that are awaited, by scenario; each becomes empty where the process ends first. */
    private final Map<String, CompletableFuture<Optional<String>>> awaited = new HashMap<>();

    /** Gets the exit code, when all is over. */
    private final CompletableFuture<Optional<Integer>> ended;

    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private boolean closed;
    private volatile boolean killed;

    /**
     * Begins it.
     *
     * @param process that was just started, whose standard error stands apart
     * @param hiding replaces every secret in a text
     */
    Dialogue(Process process, UnaryOperator<String> hiding) {
        this.process = process;
        reader = new AnswerReader(output, this::take, hiding);
        CompletableFuture<Void> answers =
                CompletableFuture.runAsync(() -> reader.readAll(process.getInputStream()), OwnThread.INSTANCE);
        CompletableFuture<Void> errors =
                CompletableFuture.runAsync(() -> output.addAll(process.getErrorStream()), OwnThread.INSTANCE);
        ended = CompletableFuture.supplyAsync(() -> watched(List.of(answers, errors)), OwnThread.INSTANCE);
    }

    /** Waits for the end of the process and of what it printed; returns its exit code, empty for one that cannot be killed. */
    private Optional<Integer> watched(List<CompletableFuture<Void>> readings) {
        ProcessFamily family = new ProcessFamily(process);
        Optional<Integer> code = Optional.empty();
        while (code.isEmpty() && !killed) {
            code = family.ended(LOOK);
        }
        family.end();
        code = code.or(() -> family.ended(GRACE));
        readings.forEach(OwnThread::await);
        finish();
        return code;
    }

    private synchronized void finish() {
        closed = true;
        awaited.values().forEach(one -> one.complete(Optional.empty()));
        awaited.clear();
    }

    private synchronized boolean take(String scenario, String line) {
        return Optional.ofNullable(awaited.remove(scenario))
                .map(one -> one.complete(Optional.of(line)))
                .orElse(false);
    }

    /** Sends a line about a scenario, and returns the answer to come; empty where this dialogue has ended. */
    synchronized Optional<CompletableFuture<Optional<String>>> send(String scenario, String line) {
        if (closed || !process.isAlive()) {
            return Optional.empty();
        }
        if (awaited.isEmpty()) {
            output.forget();
            reader.forget();
        }
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        awaited.put(scenario, answer);
        write(out -> {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.flush();
        });
        return Optional.of(answer);
    }

    /** An action on the standard input. */
    private interface InputUse {
        void on(OutputStream in) throws IOException;
    }

    /** Writes behind what was written before, and waits for nothing: a client that does not read would let nobody go on. */
    private void write(InputUse what) {
        writing = writing.thenRunAsync(() -> perform(what), OwnThread.INSTANCE);
    }

    private void perform(InputUse what) {
        try {
            what.on(process.getOutputStream());
        } catch (IOException e) {
            // The client has ended, or closed its standard input; either is told by the answer that does not come.
            return;
        }
    }

    /** Waits for an answer until the deadline, and returns how that ended; a client that does not answer is killed. */
    ClientEnd await(CompletableFuture<Optional<String>> answer, Duration deadline) {
        try {
            if (answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS).isPresent()) {
                output.settle();
                return end(ClientEnd.Kind.ANSWERED, Optional.empty());
            }
            Optional<Integer> code = ended.join();
            return killed ? end(ClientEnd.Kind.CUT_OFF, Optional.empty()) : end(ClientEnd.Kind.UNANSWERED, code);
        } catch (TimeoutException e) {
            kill();
            return end(ClientEnd.Kind.UNANSWERED, Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
            return end(ClientEnd.Kind.UNANSWERED, Optional.empty());
        } catch (ExecutionException e) {
            throw new IllegalStateException("nobody completes an answer by an exception", e);
        }
    }

    private ClientEnd end(ClientEnd.Kind kind, Optional<Integer> code) {
        return new ClientEnd(kind, code, output.text(), reader.stray());
    }

    /** Kills the client; scenarios whose answers are awaited are over with it. */
    private void kill() {
        synchronized (this) {
            closed = true;
        }
        killed = true;
        ended.join();
    }

    /** Ends the standard input, and kills a client that does not end by itself soon after. */
    void close() {
        synchronized (this) {
            closed = true;
            write(OutputStream::close);
        }
        try {
            ended.get(GRACE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of a client could not be watched", e.getCause());
        }
    }
}
