package dev.tick.stub.mappings;

/** The priority of a mapping: the first layer that matches a request answers it, and may rely on the layers above. */
enum MappingPriority {
    /** Nothing is wrong. */
    SUCCESS(1),
    /** One constraint of the body is broken that has a code of its own. */
    NAMED_REFUSAL(2),
    /** The body is refused. */
    BODY(3),
    /** The body is not declared as JSON. */
    MEDIA_TYPE(4),
    /** There is no bearer token. */
    TOKEN(5),
    /** The path does not take the method. */
    METHOD(6),
    /** There is no such path. */
    PATH(7);

    private final int priority;

    MappingPriority(int priority) {
        this.priority = priority;
    }

    /** WireMock's, of which 1 is the highest. */
    int priority() {
        return priority;
    }

    /** Returns whether a request of this priority carries a bearer token. */
    boolean hasToken() {
        return compareTo(TOKEN) < 0;
    }

    /** Returns whether a request of this priority declares JSON. */
    boolean hasMediaType() {
        return compareTo(MEDIA_TYPE) < 0;
    }
}
