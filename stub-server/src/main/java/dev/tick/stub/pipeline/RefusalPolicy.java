package dev.tick.stub.pipeline;

/** Policies for requests that break the contract. */
public enum RefusalPolicy {
    /** Each is refused, also where nobody has shown what the service does. */
    EVERYTHING,
    /** Each is refused where that is documented or recorded as refused; the others are accepted, and noted in the journal. */
    DOCUMENTED,
    /** None is refused: what is wrong with its token or its message is noted in the journal, and it is served as far as possible. */
    NOTHING
}
