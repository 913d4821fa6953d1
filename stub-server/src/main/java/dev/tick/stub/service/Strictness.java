package dev.tick.stub.service;

/** What becomes of a request that breaks the contract. */
public enum Strictness {
    /** It is refused, also where nobody has shown what the service does. */
    ALL,
    /** It is refused where that is documented or recorded; what is open is accepted, and recorded in the journal. */
    FACTS,
    /** It is recorded alone, whatever is wrong with its token or its message, and served as far as it can be. */
    NOTHING
}
