package dev.tick.spec.check;

import dev.tick.spec.document.FieldType;
import java.util.Arrays;

/** The values of a submit, by what they are. */
public enum ValueClass {
    /** The value of the entity itself, wherever it stands: in a body, or in a path. */
    IDENTITIES,
    /** Times. */
    TIMES,
    /** Free texts. */
    TEXTS,
    /** Lists. */
    LISTS,
    /** Values that the contract lists. */
    LISTED;

    /** Returns the class of a register's word. */
    static ValueClass of(String word) {
        return Arrays.stream(values())
                .filter(one -> FieldType.spelled(one).equals(word))
                .findFirst()
                .orElseThrow();
    }
}
