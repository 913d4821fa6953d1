package dev.tick.conformance.progress;

import java.time.Duration;

/** Receives the progress of a run. */
public interface Progress extends AutoCloseable {
    /** Ignores all progress. */
    Progress SILENT = new Progress() {
        @Override
        public void noted(String line) {
            // Nobody asked.
        }

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

    /** Reports what is worth knowing before the run, in one line for people. */
    void noted(String line);

    /** Reports how many cases are planned. */
    void planned(int cases);

    /** Reports that a case has ended. */
    void ended();

    /**
     * Reports that a request was sent.
     *
     * @param request method and path
     */
    void sent(String request);

    /** Reports that the response has come, or that none will. */
    void answered();

    /**
     * Reports that nothing is sent for some time.
     *
     * @param reason what is waited for, for people
     */
    void waiting(Duration length, String reason);

    /** Ends the display; later reports are ignored. */
    @Override
    void close();
}
