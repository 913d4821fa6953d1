package dev.tick.stub.hostile;

import java.util.Random;
import java.util.Set;

/**
 * A kind of bad request.
 *
 * @param name for people
 * @param manner how it is sent
 * @param weight how many of a hundred or so are of it
 * @param statuses the only ones that answer it
 * @param maker makes one
 */
record HostileKind(String name, Manner manner, int weight, Set<Integer> statuses, Maker maker) {
    /** The ways to send a request. */
    enum Manner {
        /** The connection is used again. */
        KEPT,
        /** The answer says that the connection ends. */
        CLOSED,
        /** Nothing comes behind it, and all answers count: there may be several, as of pipelined requests. */
        ENDED,
        /** It ends in a reset: there may be an exchange in the journal, and nobody reads an answer. */
        ABORTED
    }

    /** Makes a request of a kind. */
    interface Maker {
        byte[] make(Random random, Given given);
    }

    /**
     * Things to make requests of.
     *
     * @param token a sound one
     * @param tokenPath the token endpoint
     * @param body a sound body
     */
    record Given(String token, String tokenPath, String body) {}
}
