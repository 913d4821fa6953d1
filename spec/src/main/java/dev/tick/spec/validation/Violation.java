package dev.tick.spec.validation;

import java.util.Optional;

/**
 * One way in which a message breaks its contract.
 *
 * @param location JSON pointer into the body, empty for the whole of it; {@code header:} or {@code query:} and a name; or
 *     {@code method}, {@code path}, or {@code request} for one that cannot be read or came too early
 * @param keyword the schema keyword that was broken; {@code json} for a body that is none, {@code content} for a media
 *     type, {@code status} for an undocumented one, {@code method}, {@code path}, {@code query} or {@code http} for a request of
 *     no operation; {@code retry-after} for one that came before the time that a client was told; {@code more} for those
 *     beyond what is kept of one request
 * @param schema JSON pointer to that keyword in the contract, through the references that lead there; of
 *     {@code required}, to the name that is missing
 * @param expected what the contract asks for, in words
 * @param got what the message holds at the location, as JSON
 * @param requirement the id of the register's row that is broken; empty when no row holds the keyword
 */
public record Violation(
        String location, String keyword, String schema, String expected, String got, Optional<String> requirement) {
    /** Returns one line for people: where, what was expected, and what was got. */
    public String sentence() {
        if (keyword.equals("method")) {
            return got + " is not offered here: allowed " + expected;
        }
        return (location.isEmpty() ? "body" : location) + ": expected " + expected + ", got " + got;
    }
}
