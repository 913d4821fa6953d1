package dev.tick.spec.check;

import java.util.List;

/**
 * The required body of an error.
 *
 * @param codes the only codes that it may name; empty where none is asked for
 * @param envelope whether it must be wrapped as the contract describes, whatever its code
 */
public record ErrorForm(List<String> codes, boolean envelope) {
    /** Copies the codes. */
    public ErrorForm {
        codes = List.copyOf(codes);
    }

    /** Returns whether the body must be wrapped: a code is nowhere else. */
    public boolean isWrapped() {
        return envelope || !codes.isEmpty();
    }
}
