package dev.tick.spec.register;

/** How much a requirement binds, as RFC 2119 uses the words. */
public enum Level {
    MUST,
    SHOULD,
    MAY
}
