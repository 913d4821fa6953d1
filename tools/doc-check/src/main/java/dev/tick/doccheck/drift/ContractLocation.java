package dev.tick.doccheck.drift;

import java.util.Optional;

/**
 * A location in the contract or its register.
 *
 * @param file the document
 * @param line counted from 1
 * @param pointer JSON pointer, references followed; empty where the line says enough
 * @param row the id of the register's row that holds it, or several with commas between; empty when none does
 */
public record ContractLocation(String file, int line, String pointer, Optional<String> row) {
    /** Returns the location as a message prints it. */
    public String text() {
        return file + ":" + line + (pointer.isEmpty() ? "" : " " + pointer)
                + row.map(id -> " (" + id + ")").orElse("");
    }
}
