package independent;

/** A request turned down, and why. */
final class Rejection extends Exception {
    private static final long serialVersionUID = 1L;

    private final Problem problem;

    Rejection(Problem problem, String message) {
        super(message);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
