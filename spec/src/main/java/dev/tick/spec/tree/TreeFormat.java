package dev.tick.spec.tree;

import java.util.List;

/** The kinds of values in a prepared tree; their order is part of the format. */
enum TreeFormat {
    NULL,
    TRUE,
    FALSE,
    WHOLE,
    LARGE,
    DECIMAL,
    TEXT,
    LIST,
    MAPPING;

    /** Begins each prepared tree; to be raised when the format or the order of the kinds changes. */
    static final int VERSION = 0x7469_0001;

    static final int SEVEN_BITS = 0x7f;

    private static final List<TreeFormat> KINDS = List.of(values());

    /** Returns the kind of this code. */
    static TreeFormat of(int code) {
        return KINDS.get(code);
    }

    int code() {
        return KINDS.indexOf(this);
    }
}
