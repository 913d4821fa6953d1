package dev.tick.spec.register;

/**
 * The place where a statement was read: page, section, edition, date.
 *
 * @param page the name of the page or specification
 * @param section the part of the page
 * @param edition the edition of the page
 * @param read the date on which we read it, ISO 8601
 */
public record Source(String page, String section, String edition, String read) {}
