package dev.tick.conformance.exchange;

/** The entities that a request looks at or acts on. */
public enum Reach {
    /** Entities that its own unit of work knows. */
    OWN,
    /** All that the target holds, such as a list: what others do meanwhile would change the response. */
    ALL
}
