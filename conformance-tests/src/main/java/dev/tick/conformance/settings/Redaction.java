package dev.tick.conformance.settings;

/** Whether results are masked before others see them ({@code -Dshare}). */
public enum Redaction {
    /** For those who run the target: nothing is masked but secrets. */
    PRIVATE,
    /** For others as well: what identifies the owner of the target is masked. */
    MASKED
}
