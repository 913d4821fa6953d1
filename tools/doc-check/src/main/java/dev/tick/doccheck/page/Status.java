package dev.tick.doccheck.page;

/**
 * A status that the text about the response speaks of.
 *
 * @param line of the page on which the paragraph begins, counted from 1
 * @param code from 100 to 599
 */
public record Status(int line, int code) {}
