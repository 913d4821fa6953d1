package dev.tick.conformance.progress;

import dev.tick.spec.text.VisibleText;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows the progress of a run, and what it waits for: at a terminal by one line that is rewritten, elsewhere by plain lines now and
 * then. Safe for use by several threads.
 */
public final class ProgressDisplay implements Progress {
    /** After this time, a response is shown as slow. */
    static final Duration SLOW = Duration.ofSeconds(3);

    /** Time before the first plain line, and between two of them; a short run needs none. */
    static final Duration QUIET = Duration.ofSeconds(10);

    private static final long REFRESH_MILLIS = 250;
    private static final String CLEAR = "\r\u001b[K";

    /** The terminal cuts the line where it ends (DECAWM): only it knows its width, which may change. */
    private static final String CUT = "\u001b[?7l";

    private static final String WRAP = "\u001b[?7h";

    /** Most characters of a line, however long a path is. */
    private static final int LONGEST = 300;

    private final ProgressState state;
    private final PrintStream out;
    private final LineMode mode;
    private boolean closed;
    private Duration next = QUIET;
    private Optional<Instant> shownWait = Optional.empty();
    private final ScheduledExecutorService refreshing = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "tick-progress");
        thread.setDaemon(true);
        return thread;
    });

    /** The ways in which new progress replaces the old. */
    enum LineMode {
        /** The new line takes the place of the old. */
        REWRITTEN,
        /** The new line follows the old. */
        PLAIN
    }

    ProgressDisplay(Clock clock, PrintStream out, LineMode mode) {
        state = new ProgressState(clock);
        this.out = out;
        this.mode = mode;
    }

    /**
     * Starts a display at this terminal, or on this console where there is none; close it to end it.
     *
     * @param out receives whole lines only
     */
    public static Progress at(Terminal terminal, ProgressMode progressMode, Clock clock, PrintStream out) {
        Optional<PrintStream> rewritten = switch (progressMode) {
            case AUTO -> terminal.watched();
            case LINE -> terminal.askedFor();
            case PLAIN, NONE -> Optional.empty();
        };
        if (progressMode == ProgressMode.NONE) {
            return SILENT;
        }
        ProgressDisplay display = rewritten
                .map(stream -> new ProgressDisplay(clock, stream, LineMode.REWRITTEN))
                .orElseGet(() -> new ProgressDisplay(clock, out, LineMode.PLAIN));
        display.refresh();
        return display;
    }

    private void refresh() {
        var unused =
                refreshing.scheduleWithFixedDelay(this::tell, REFRESH_MILLIS, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Writes the present state. */
    synchronized void tell() {
        if (closed) {
            return;
        }
        Optional<ProgressState.Wait> wait = state.slow(SLOW);
        String line = state.line() + wait.map(one -> "; " + state.line(one)).orElse("");
        switch (mode) {
            case REWRITTEN -> {
                out.print(CLEAR + CUT + line.substring(0, Math.min(LONGEST, line.length())) + WRAP);
                out.flush();
            }
            case PLAIN -> {
                if (state.elapsed().compareTo(next) >= 0 || isNew(wait)) {
                    next = state.elapsed().plus(QUIET);
                    out.println(line);
                }
            }
        }
        shownWait = wait.map(ProgressState.Wait::since);
    }

    private boolean isNew(Optional<ProgressState.Wait> wait) {
        return wait.isPresent() && !wait.map(ProgressState.Wait::since).equals(shownWait);
    }

    @Override
    public synchronized void noted(String line) {
        if (!closed) {
            out.println((mode == LineMode.REWRITTEN ? CLEAR : "") + VisibleText.line(line));
        }
    }

    @Override
    public void planned(int cases) {
        state.planned(cases);
    }

    @Override
    public void ended() {
        state.ended();
    }

    @Override
    public void sent(String request) {
        state.sent(request);
    }

    @Override
    public void answered() {
        state.answered();
    }

    @Override
    public void waiting(Duration length, String reason) {
        state.waiting(length, reason);
    }

    @Override
    public synchronized void close() {
        refreshing.shutdownNow();
        if (mode == LineMode.REWRITTEN && !closed) {
            out.print(CLEAR);
            out.flush();
        }
        closed = true;
    }
}
