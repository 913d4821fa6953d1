package dev.tick.stub;

/** How a stub is spoken to. */
enum Scheme {
    HTTP,
    HTTPS
}
