package dev.tick.conformance.outcome;

/** When a case runs: what follows may rely on what came before. */
public enum Phase {
    /** Sound requests, which later cases need as their twins. */
    SOUND,
    /** Requests with one defect. */
    REFUSAL,
    /** Looks at the state of the target after all other phases. */
    STATE,
    /** Whether the target still does what it did at the beginning. */
    END
}
