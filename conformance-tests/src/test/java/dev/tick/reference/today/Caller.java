package dev.tick.reference.today;

/** Who calls, and what the token lets them do. */
record Caller(String application, Reach reach) {

    enum Reach {
        OWN,
        ALL,
        /** A signed-in user: submits, lists and imports for the application, but deletes nothing. */
        OWN_WITHOUT_DELETE
    }

    boolean sees(String owner) {
        return reach == Reach.ALL || application.equals(owner);
    }
}
