package dev.tick.laws.walk;

import java.util.List;

/** The walks that are counted. */
public enum WalkKind {
    /** A submit that is accepted. */
    SOUND_POST("A sound POST, from the socket to its response"),
    /** A submit without its identity. */
    REFUSED_POST("A refused POST, from the socket to its response"),
    /** A row that is checked and reported; the stub, sending and the making of requests are left out. */
    ROW_TO_REPORT("A row, from the register to the report, without the stub, sending and the making of requests");

    private static final String LAWS = "dev.tick.laws";

    private final String title;

    WalkKind(String title) {
        this.title = title;
    }

    /** Returns the walk in words. */
    public String title() {
        return title;
    }

    /**
     * Returns whether the walk begins with the program, so that each class of it is loaded during the walk. Its classes are then
     * known without events for calls, under which the whole program is interpreted.
     */
    boolean isCold() {
        return this == ROW_TO_REPORT;
    }

    /** Returns the packages whose classes do not count. */
    List<String> leftOut() {
        return this == ROW_TO_REPORT
                ? List.of(
                        LAWS,
                        "dev.tick.stub",
                        "dev.tick.spec.validation",
                        "dev.tick.conformance.exchange",
                        "dev.tick.conformance.sample",
                        "dev.tick.conformance.progress")
                : List.of(LAWS);
    }
}
