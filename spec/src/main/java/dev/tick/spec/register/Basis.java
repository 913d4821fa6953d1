package dev.tick.spec.register;

/** The source on which a requirement rests; it bounds the level. */
public enum Basis {
    /** The API's own page of this edition says it. */
    DOCUMENTED(Level.MUST),
    /** A later or sibling page of the same family says it. */
    FAMILY(Level.SHOULD),
    /** HTTP, JSON, bearer tokens or OAuth ask it of any such server. */
    HTTP(Level.SHOULD),
    /** Recorded traffic or shipped clients show it. */
    OBSERVED(Level.MAY),
    /** We conclude it from the above. */
    INFERRED(Level.MAY),
    /** Nobody has shown what the service does. */
    OPEN(Level.MAY);

    private final Level strongest;

    Basis(Level strongest) {
        this.strongest = strongest;
    }

    /** Returns whether a requirement of this basis may have the level. */
    public boolean carries(Level level) {
        return level.compareTo(strongest) >= 0;
    }
}
