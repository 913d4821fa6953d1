package example;

import java.io.IOException;

/** An answer that no repetition makes better, or the last of too many. */
public final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Returns the status of the answer. */
    public int status() {
        return status;
    }
}
