package dev.tick.stub.access;

/**
 * The sender of a request.
 *
 * @param application the application's id, which owns what the call creates
 * @param name the creator that entities show: the application's id, or the name of the user
 * @param kind what calls
 * @param visibility whose entities it may see, change and remove
 */
public record Caller(String application, String name, Kind kind, Visibility visibility) {
    /** Kinds of callers. */
    public enum Kind {
        APPLICATION,
        USER
    }

    /** Whose entities a role or a scope lets a caller see, change and remove. */
    public enum Visibility {
        /** Those that the application created. */
        OWN,
        /** Those of every application of the tenant. */
        TENANT
    }

    /** Returns this caller, reaching what its application created and nothing else. */
    public Caller withoutOthers() {
        return new Caller(application, name, kind, Visibility.OWN);
    }

    /** Returns an application that reaches its own entities. */
    public static Caller application(String id) {
        return new Caller(id, id, Kind.APPLICATION, Visibility.OWN);
    }
}
