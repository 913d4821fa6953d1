package dev.tick.conformance.client;

import java.util.List;

/**
 * The journal of a scenario.
 *
 * @param calls of the service, in their order
 * @param elsewhere calls that came by another name of the host than the client was told, as after a redirect
 * @param tokenCalls the numbers of the calls of the token endpoint, in the same count
 * @param unmet the steps that were not met as often as they were written for
 * @param forgotten how many calls came before these, of which nothing is known any more
 */
public record SceneRecord(
        List<ClientCall> calls, List<ClientCall> elsewhere, List<Long> tokenCalls, List<String> unmet, long forgotten) {
    /** Copies the lists. */
    public SceneRecord {
        calls = List.copyOf(calls);
        elsewhere = List.copyOf(elsewhere);
        tokenCalls = List.copyOf(tokenCalls);
        unmet = List.copyOf(unmet);
    }
}
