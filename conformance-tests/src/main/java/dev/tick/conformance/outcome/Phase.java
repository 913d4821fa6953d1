package dev.tick.conformance.outcome;

/** The phases of a run, in their order; a case may rely on those before its own. */
public enum Phase {
    /** Sound requests, which later cases need as their twins. */
    SOUND,
    /** Requests with one defect. */
    REFUSAL,
    /** Looks at the state of the target after all other phases. */
    STATE,
    /** Whether the target still does what it did at the beginning. */
    END,
    /** Sequences of requests that a model judges; what they leave behind meets no other case. */
    EXPLORATION,
    /** Removes what the other phases made, and looks at what is left. */
    REMOVAL,
    /** Looks back at all that was answered. */
    REVIEW
}
