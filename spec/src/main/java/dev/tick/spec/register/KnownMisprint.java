package dev.tick.spec.register;

import java.util.Optional;

/**
 * A known misprint: a page that says something else than the contract.
 *
 * @param operation the operation that the page documents
 * @param at the place on the page, as the documentation check names it
 * @param as what the page says there; empty for whatever it says
 */
public record KnownMisprint(String operation, String at, Optional<String> as) {}
