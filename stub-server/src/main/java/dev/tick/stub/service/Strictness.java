package dev.tick.stub.service;

/** What becomes of a request that breaks the contract where nobody has shown what the service does. */
public enum Strictness {
    /** It is accepted, and recorded in the journal. */
    RECORD_OPEN,
    /** It is refused like any other violation. */
    REFUSE_OPEN
}
