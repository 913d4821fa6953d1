package dev.tick.reference.first;

/** A request turned down, and why. */
public final class Rejection extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    public Rejection(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
