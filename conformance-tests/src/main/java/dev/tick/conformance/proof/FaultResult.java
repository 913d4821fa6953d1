package dev.tick.conformance.proof;

import dev.tick.conformance.verdict.Result;
import java.util.List;

/**
 * The result of a fault of the stub.
 *
 * @param name the fault's
 * @param requirement the row that it breaks
 * @param wrong what the faulty stub does
 * @param before the row's result against the sound stub
 * @param after its result against the faulty one
 * @param caught whether the results differ as they must; of a {@code NOTE}, whether its text differs
 * @param others the ids of other rows that accused the faulty stub; at most six in older proofs
 * @param more how many others there were beside
 */
public record FaultResult(
        String name,
        String requirement,
        String wrong,
        Result before,
        Result after,
        boolean caught,
        List<String> others,
        int more) {
    /** Copies the others. */
    public FaultResult {
        others = List.copyOf(others);
    }
}
