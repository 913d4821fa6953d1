package dev.tick.spec.contract;

import java.util.Optional;

/**
 * One documented answer of an operation.
 *
 * @param status the status code
 * @param pointer where the answer stands in the document, references followed
 * @param schema JSON pointer to the schema of its JSON body; empty when none is described
 * @param code the code of the error envelope ({@code x-tick-code})
 */
public record DocumentedResponse(int status, String pointer, Optional<String> schema, Optional<String> code) {}
