package dev.tick.conformance;

import dev.tick.conformance.run.RunResult;
import java.util.List;

/** Traffic of a client that is judged while it comes. */
interface WatchedTraffic extends AutoCloseable {
    /** Returns how a client gets here, line by line. */
    List<String> welcome();

    /** Returns what is new since it was asked for the last time, line by line. */
    List<String> news();

    /** Takes what is under way, and returns what is new in it; after that, nothing is judged any more. */
    List<String> end();

    /** Returns the results of all that was judged. */
    RunResult result();

    @Override
    void close();
}
