package dev.tick.conformance.progress;

import java.io.PrintStream;
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
public final class ProgressDisplay implements Progress {
    /** From here on an answer is slow. */
    static final Duration SLOW = Duration.ofSeconds(3);

    /** A short run needs no lines; a long one has the next after as long again. */
    static final Duration QUIET = Duration.ofSeconds(10);

    private static final long REFRESH_MILLIS = 250;
    private static final String CLEAR = "\r\u001b[K";

    /** The terminal cuts the line where it ends (DECAWM): it alone knows its width, which may change. */
    private static final String CUT = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    /** Whatever a path is like, a line is no longer. */
    private static final int LONGEST = 300;

    private final ProgressState told;
    private final PrintStream out;
    private final Manner manner;
    private boolean closed;
    private Duration next = QUIET;
    private Optional<Instant> toldWait = Optional.empty();
    private final ScheduledExecutorService refreshing = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tick-progress");
        thread.setDaemon(true);
        return thread;
    });

    /** The ways in which new progress replaces the old. */
    enum Manner {
        /** It takes its place. */
        REWRITTEN,
        /** It follows it. */
        PLAIN
    }

    ProgressDisplay(Clock clock, PrintStream out, Manner manner) {
        told = new ProgressState(clock);
        this.out = out;
        this.manner = manner;
    }

    /**
     * At this terminal, or on this console where there is none; from now until it is closed.
     *
     * @param out takes whole lines alone
     */
    public static Progress at(Terminal terminal, ProgressMode telling, Clock clock, PrintStream out) {
        Optional<PrintStream> rewritten = switch (telling) {
            case AUTO -> terminal.watched();
            case LINE -> terminal.askedFor();
            case PLAIN, NONE -> Optional.empty();
        };
        if (telling == ProgressMode.NONE) {
            return SILENT;
        }
        ProgressDisplay teller = rewritten
                .map(stream -> new ProgressDisplay(clock, stream, Manner.REWRITTEN))
                .orElseGet(() -> new ProgressDisplay(clock, out, Manner.PLAIN));
        teller.refresh();
        return teller;
    }

    private void refresh() {
        var unused =
                refreshing.scheduleWithFixedDelay(this::tell, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Says what there is to say now. */
    synchronized void tell() {
        if (closed) {
            return;
        }
        Optional<ProgressState.Wait> wait = told.slow(SLOW);
        String line = told.line() + wait.map(one -> "; " + told.line(one)).orElse("");
        switch (manner) {
            case REWRITTEN -> {
                out.print(CLEAR + CUT + line.substring(0, Math.min(LONGEST, line.length())) + WRAP);
                out.flush();
            }
            case PLAIN -> {
                if (told.elapsed().compareTo(next) >= 0 || isNew(wait)) {
                    next = told.elapsed().plus(QUIET);
                    out.println(line);
                }
            }
        }
        toldWait = wait.map(ProgressState.Wait::since);
    }

    private boolean isNew(Optional<ProgressState.Wait> wait) {
        return wait.isPresent() && !wait.map(ProgressState.Wait::since).equals(toldWait);
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
        if (manner == Manner.REWRITTEN && !closed) {
            out.print(CLEAR);
            out.flush();
        }
        closed = true;
    }
}
