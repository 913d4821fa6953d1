package dev.tick.reference.firstthird;

/** The operations of the API; OTHER is what is not served. */
enum Operation {
    SUBMIT,
    LIST,
    COUNT,
    GET,
    PATCH,
    DELETE,
    OTHER
}
