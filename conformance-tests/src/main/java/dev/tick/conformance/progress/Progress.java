package dev.tick.conformance.progress;

import java.time.Duration;

/** Is told how a run goes on. */
public interface Progress extends AutoCloseable {
    /** Says nothing. */
    Progress SILENT = new Progress() {
        @Override
        public void planned(int cases) {
            // Nobody asked.
        }

        @Override
        public void ended() {
            // Nobody asked.
        }

        @Override
        public void sent(String request) {
            // Nobody asked.
        }

        @Override
        public void answered() {
            // Nobody asked.
        }

        @Override
        public void waiting(Duration length, String reason) {
            // Nobody asked.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    /** So many cases are to come. */
    void planned(int cases);

    /** One more case has come to its end. */
    void ended();

    /**
     * A request has left.
     *
     * @param request method and path
     */
    void sent(String request);

    /** The answer has come, or nothing will. */
    void answered();

    /** Nothing is sent for so long. */
    void waiting(Duration length, String reason);

    /** The run is over: nothing more is said. */
    @Override
    void close();
}
