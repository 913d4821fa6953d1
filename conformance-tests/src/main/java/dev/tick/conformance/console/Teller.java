package dev.tick.conformance.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Tells how a run goes on: at a terminal, by one line that is written again and again; elsewhere by plain lines, now and then. What is
 * waited for is told with it.
 */
public final class Teller implements Progress {
    /** From here on an answer is slow. */
    static final Duration SLOW = Duration.ofSeconds(3);

    /** A short run needs no lines; a long one has the next after as long again. */
    static final Duration QUIET = Duration.ofSeconds(10);

    private static final long REFRESH_MILLIS = 250;
    private static final String CLEAR = "\r\u001b[K";

    private final Told told;
    private final PrintStream out;
    private final int width;
    private Duration next = QUIET;
    private Optional<Instant> toldWait = Optional.empty();
    private final ScheduledExecutorService refreshing = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tick-progress");
        thread.setDaemon(true);
        return thread;
    });

    /** Where a line can be replaced, {@code width} is how long it may be; 0 where it cannot. */
    Teller(Clock clock, PrintStream out, int width) {
        told = new Told(clock);
        this.out = out;
        this.width = width;
    }

    /**
     * At this terminal, or on this console where there is none; from now until it is closed.
     *
     * @param out takes whole lines alone
     */
    public static Progress at(Terminal terminal, Clock clock, PrintStream out) {
        Teller teller = terminal.device()
                .flatMap(device -> {
                    try {
                        OutputStream stream = Files.newOutputStream(device, StandardOpenOption.WRITE);
                        return Optional.of(new Teller(
                                clock, new PrintStream(stream, true, StandardCharsets.UTF_8), terminal.width()));
                    } catch (IOException e) {
                        return Optional.empty();
                    }
                })
                .orElseGet(() -> new Teller(clock, out, 0));
        teller.refresh();
        return teller;
    }

    private void refresh() {
        var unused =
                refreshing.scheduleWithFixedDelay(this::tell, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Says what there is to say now. */
    synchronized void tell() {
        Optional<Told.Wait> wait = told.slow(SLOW);
        String line = told.line() + wait.map(one -> "; " + told.line(one)).orElse("");
        if (width > 0) {
            out.print(CLEAR + (line.length() < width ? line : line.substring(0, width - 1)));
            out.flush();
        } else if (told.elapsed().compareTo(next) >= 0 || isNew(wait)) {
            next = told.elapsed().plus(QUIET);
            out.println(line);
        }
        toldWait = wait.map(Told.Wait::since);
    }

    private boolean isNew(Optional<Told.Wait> wait) {
        return wait.isPresent() && !wait.map(Told.Wait::since).equals(toldWait);
    }

    @Override
    public void planned(int cases) {
        told.planned(cases);
    }

    @Override
    public void ended() {
        told.ended();
    }

    @Override
    public void sent(String request) {
        told.sent(request);
    }

    @Override
    public void answered() {
        told.answered();
    }

    @Override
    public void waiting(Duration length, String reason) {
        told.waiting(length, reason);
    }

    @Override
    public synchronized void close() {
        refreshing.shutdownNow();
        if (width > 0) {
            out.print(CLEAR);
            out.close();
        }
    }
}
