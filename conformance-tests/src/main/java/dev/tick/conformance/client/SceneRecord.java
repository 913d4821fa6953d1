package dev.tick.conformance.client;

import java.time.Instant;
import java.util.List;

/**
 * The journal of a scenario.
 *
 * @param started when it began
 * @param calls of the service, in their order
 * @param tokenCalls those of the token endpoint, in their order
 * @param unmet the steps that were not met as often as they were written for
 * @param forgotten how many calls came before these, of which nothing is known any more
 */
public record SceneRecord(
        Instant started, List<ClientCall> calls, List<ClientTokenCall> tokenCalls, List<String> unmet, long forgotten) {
    /** Copies the lists. */
    public SceneRecord {
        calls = List.copyOf(calls);
        tokenCalls = List.copyOf(tokenCalls);
        unmet = List.copyOf(unmet);
    }
}
