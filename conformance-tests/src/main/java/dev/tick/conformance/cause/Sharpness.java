package dev.tick.conformance.cause;

/** Precision with which a finding tells what is wrong; the most precise first. */
enum Sharpness {
    /** The server says that it failed itself. */
    FAILURE,
    /** The body as a whole is not what it should be. */
    BODY,
    /** A property or a header differs. */
    PART,
    /** The status differs. */
    STATUS,
    /** Something differs that may follow from another finding, such as a list that lacks an entity. */
    BLURRED
}
