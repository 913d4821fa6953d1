package dev.tick.stub.operation;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;

/** Recognises the paths at which a list tells how many it holds (OData V4.01, part 2, 4.8): the list's, and one more segment. */
public final class CountPath {
    private static final String SEGMENT = "$count";

    private CountPath() {}

    /** Returns whether a path, percent-encoded, asks an operation for a number. */
    public static boolean isOf(Operation operation, String path) {
        return operation.effect().filter(effect -> effect == Effect.LIST).isPresent()
                && isIn(path)
                && operation.match(path.substring(0, path.lastIndexOf('/'))).isPresent();
    }

    /** Returns whether the last segment of a path asks for a number. */
    static boolean isIn(String path) {
        return path.contains("/")
                && PathMatch.decoded(path.substring(path.lastIndexOf('/') + 1)).equals(SEGMENT);
    }
}
