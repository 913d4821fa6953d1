package dev.tick.spec.register;

import java.util.Optional;

/**
 * A known misprint: a page that says something else than the contract.
 *
 * @param operation the operation that the page documents; empty for a page about something else
 * @param source that page's name among the register's sources; empty for a page of an operation
 * @param at the place on the page, as the documentation check names it
 * @param as what the page says there; empty for whatever it says
 */
public record KnownMisprint(Optional<String> operation, Optional<String> source, String at, Optional<String> as) {}
