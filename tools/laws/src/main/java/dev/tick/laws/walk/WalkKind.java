package dev.tick.laws.walk;

import java.util.List;

/** The walks that are counted. */
enum WalkKind {
    /** From the socket to the response. */
    SOUND_POST("A sound POST, from the socket to its response", true, List.of("dev.tick.laws")),
    /** The same request without its identity. */
    REFUSED_POST("A refused POST, from the socket to its response", true, List.of("dev.tick.laws")),
    /** From the register to the report; sending and the stub are another walk. */
    ROW_TO_REPORT(
            "A row, from the register to the report (without the stub, sending and making requests)",
            false,
            List.of(
                    "dev.tick.laws",
                    "dev.tick.stub",
                    "dev.tick.spec.validation",
                    "dev.tick.conformance.exchange",
                    "dev.tick.conformance.sample",
                    "dev.tick.conformance.console"));

    private final String title;
    private final boolean isOfServer;
    private final List<String> leftOut;

    WalkKind(String title, boolean isOfServer, List<String> leftOut) {
        this.title = title;
        this.isOfServer = isOfServer;
        this.leftOut = leftOut;
    }

    String title() {
        return title;
    }

    /** Returns whether the walk happens on the threads of the server, and not on the main thread. */
    boolean isOfServer() {
        return isOfServer;
    }

    boolean counts(String className) {
        return leftOut.stream().noneMatch(prefix -> className.startsWith(prefix + "."));
    }
}
