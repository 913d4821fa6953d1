package dev.tick.spec.client;

import java.util.Optional;

/** A rule by which a scenario decides a row: what a client that honours the row may do. */
public sealed interface ClientRule {
    /** Returns the id of the row that it decides. */
    String row();

    /**
     * The statuses that the calls of each piece of work get are a sequence of the allowed ones.
     *
     * @param of the only work that it is about; empty for all
     */
    record Histories(String row, StatusPattern allowed, Optional<WorkVerb> of) implements ClientRule {}

    /**
     * No call is repeated that got this status, unless the client asks for a token in between.
     *
     * @param status such as 403
     * @param of the only work that it is about; empty for all
     */
    record Unrepeated(String row, int status, Optional<WorkVerb> of) implements ClientRule {}

    /**
     * No call comes earlier than the answer before it told by {@code Retry-After}.
     *
     * @param status of the answers that are meant, such as 429
     */
    record Waits(String row, int status) implements ClientRule {}

    /**
     * The token endpoint is called so often at most.
     *
     * @param most calls in the scenario
     */
    record TokenCalls(String row, int most) implements ClientRule {}

    /** Between a 401 and the next call of the same work, the client asks for a token. */
    record Renews(String row) implements ClientRule {}

    /** The client's report calls done what got its answer with a 2xx, and nothing else. */
    record Reported(String row) implements ClientRule {}

    /** The client's report calls an import done only where each of its items was taken. */
    record ResultsReported(String row) implements ClientRule {}

    /** The client follows a redirect to another host without its token, or not at all. */
    record TokenStays(String row) implements ClientRule {}

    /** Each link to a next page is followed. */
    record NextPages(String row) implements ClientRule {}

    /** No URL holds a token. */
    record TokenFreeUrls(String row) implements ClientRule {}
}
