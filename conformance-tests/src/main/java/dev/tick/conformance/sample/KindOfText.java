package dev.tick.conformance.sample;

/**
 * A text of a kind.
 *
 * @param kind what it is like
 * @param text the text
 */
record KindOfText(SampleKind kind, String text) {}
