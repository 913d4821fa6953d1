package dev.tick.spec.client;

import dev.tick.spec.document.FieldType;
import java.util.Optional;

/** A rule by which a scenario decides a row: what a client that honours the row may do. */
public sealed interface ClientRule {
    /** Returns the id of the row that it decides. */
    String row();

    /** Returns what it requires of a client, in one sentence. */
    String required();

    /** Returns the only work that it is about; empty for all. */
    default Optional<WorkVerb> about() {
        return Optional.empty();
    }

    /** Returns the work without which it decides nothing; empty where any will do. */
    default Optional<WorkVerb> needs() {
        return about();
    }

    /**
     * The statuses that the calls of each piece of work get are a sequence of the allowed ones.
     *
     * @param of the only work that it is about; empty for all
     */
    record Histories(String row, StatusPattern allowed, Optional<WorkVerb> of) implements ClientRule {
        @Override
        public Optional<WorkVerb> about() {
            return of;
        }

        @Override
        public String required() {
            return "The calls of each " + of.map(FieldType::spelled).orElse("piece of work") + " get "
                    + allowed.inWords() + ".";
        }
    }

    /**
     * No call is repeated that got this status, unless the client asks for a token in between.
     *
     * @param status such as 403
     * @param of the only work that it is about; empty for all
     */
    record Unrepeated(String row, int status, Optional<WorkVerb> of) implements ClientRule {
        @Override
        public Optional<WorkVerb> about() {
            return of;
        }

        @Override
        public String required() {
            return "No " + of.map(FieldType::spelled).orElse("call") + " that got " + status
                    + " is called again, unless a token is asked for in between.";
        }
    }

    /**
     * No call comes earlier than the answer before it told by {@code Retry-After}.
     *
     * @param status of the answers that are meant, such as 429
     */
    record Waits(String row, int status) implements ClientRule {
        @Override
        public String required() {
            return "After an answer with " + status + ", no call comes earlier than its Retry-After told.";
        }
    }

    /**
     * The token endpoint is called so often at most.
     *
     * @param most calls in the scenario
     */
    record TokenCalls(String row, int most) implements ClientRule {
        @Override
        public String required() {
            return "The token endpoint is called " + (most == 1 ? "once" : most + " times") + " at most.";
        }
    }

    /**
     * A request for a token that got this status is not made again in the same manner.
     *
     * @param status such as 401
     */
    record TokenUnrepeated(String row, int status) implements ClientRule {
        @Override
        public String required() {
            return "What the token endpoint refused with " + status + " is not asked of it again.";
        }
    }

    /**
     * The token endpoint is called no earlier than its answer before told by {@code Retry-After}.
     *
     * @param status of the answers that are meant, such as 503
     */
    record TokenWaits(String row, int status) implements ClientRule {
        @Override
        public String required() {
            return "After an answer of the token endpoint with " + status
                    + ", it is called no earlier than its Retry-After told.";
        }
    }

    /** Between a 401 and the next call of the same work, the client asks for a token. */
    record Renews(String row) implements ClientRule {
        @Override
        public String required() {
            return "After a 401, a token is asked for before the call is repeated.";
        }
    }

    /** The client's report calls done what got its answer with a 2xx, and nothing else. */
    record Reported(String row) implements ClientRule {
        @Override
        public String required() {
            return "The report says 'done' of work whose last call got a whole 2xx, and 'failed' of all other.";
        }
    }

    /** The client's report calls an import done only where each of its items was taken. */
    record ResultsReported(String row) implements ClientRule {
        @Override
        public Optional<WorkVerb> needs() {
            return Optional.of(WorkVerb.IMPORT);
        }

        @Override
        public String required() {
            return "The report says 'done' of an import in whose answer no item failed, and 'failed' of any other.";
        }
    }

    /** The client takes each answer with a whole 2xx as a success, whatever its form, and goes on with its work. */
    record Understood(String row) implements ClientRule {
        @Override
        public String required() {
            return "What got a whole 2xx is reported as 'done' and not called again, and the work behind it is done, too.";
        }
    }

    /** The client follows a redirect to another host without its token, or not at all. */
    record TokenStays(String row) implements ClientRule {
        @Override
        public String required() {
            return "A redirect to another host is followed without the token, or not at all.";
        }
    }

    /** Each link to a next page is followed. */
    record NextPages(String row) implements ClientRule {
        @Override
        public Optional<WorkVerb> needs() {
            return Optional.of(WorkVerb.LIST);
        }

        @Override
        public String required() {
            return "Each link to a next page is followed.";
        }
    }

    /** No URL holds a token. */
    record TokenFreeUrls(String row) implements ClientRule {
        @Override
        public String required() {
            return "No URL holds a token.";
        }
    }
}
