package dev.tick.conformance.report.html;

/**
 * A segment of a text that is compared with another.
 *
 * @param text the segment
 * @param differs whether the other text lacks it
 */
record DiffSegment(String text, boolean differs) {}
