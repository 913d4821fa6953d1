package dev.tick.conformance.target;

import java.util.Optional;

/**
 * Whoever answers for a target.
 *
 * @param organisation its name
 * @param contact an address or a page; empty for none
 */
public record Owner(String organisation, Optional<String> contact) {}
