package dev.tick.conformance.proof;

import dev.tick.conformance.verdict.Result;
import java.util.List;

/**
 * A fault of the stub, and what became of it.
 *
 * @param name the fault's
 * @param requirement the row that it breaks
 * @param wrong what the stub does then
 * @param before the row's result against the sound stub
 * @param after its result against the faulty one
 * @param caught whether that tells the fault; of a {@code NOTE}, whether it became another one
 * @param others the ids of other rows that accused the faulty stub; at most six in proofs of before this record
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
