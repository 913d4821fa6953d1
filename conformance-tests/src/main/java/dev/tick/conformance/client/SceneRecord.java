package dev.tick.conformance.client;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The journal of a scenario.
 *
 * @param started when it began
 * @param calls of the service, in their order
 * @param elsewhere calls that came by another name of the host than the client was told, as after a redirect
 * @param tokenCalls those of the token endpoint, in their order
 * @param unmet the steps that were not met as often as they were written for
 * @param forgotten how many calls came before these, of which nothing is known any more
 */
public record SceneRecord(
        Instant started,
        List<ClientCall> calls,
        List<ClientCall> elsewhere,
        List<ClientTokenCall> tokenCalls,
        List<String> unmet,
        long forgotten) {
    /** Copies the lists. */
    public SceneRecord {
        calls = List.copyOf(calls);
        elsewhere = List.copyOf(elsewhere);
        tokenCalls = List.copyOf(tokenCalls);
        unmet = List.copyOf(unmet);
    }

    /** Returns the calls of the service, also those by another name of its host. */
    public List<ClientCall> all() {
        return Stream.concat(calls.stream(), elsewhere.stream()).toList();
    }
}
