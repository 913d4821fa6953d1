package dev.tick.stub.pipeline;

/** Policies for requests that break the contract. */
public enum RefusalPolicy {
    /** It is refused, also where nobody has shown what the service does. */
    EVERYTHING,
    /** It is refused where that is documented or recorded; what is open is accepted, and recorded in the journal. */
    DOCUMENTED,
    /** It is only recorded, whatever is wrong with its token or its message, and served as far as it can be. */
    NOTHING
}
