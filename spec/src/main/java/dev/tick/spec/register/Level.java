package dev.tick.spec.register;

/** The level of a requirement, in the words of RFC 2119. */
public enum Level {
    MUST,
    SHOULD,
    MAY
}
