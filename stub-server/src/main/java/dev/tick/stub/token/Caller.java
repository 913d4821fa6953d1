package dev.tick.stub.token;

/**
 * Who calls.
 *
 * @param application the application's id, which owns what the call creates
 * @param name who is told as the creator: the application's id, or the name of the user
 * @param kind what calls
 * @param reach whose entities it may see, change and remove
 */
public record Caller(String application, String name, Kind kind, Reach reach) {
    /** What a token stands for. */
    public enum Kind {
        APPLICATION,
        USER
    }

    /** How far a role or a scope reaches. */
    public enum Reach {
        /** To what the application created. */
        OWN,
        /** To everything in the tenant. */
        ALL
    }

    /** An application that reaches its own entities. */
    public static Caller application(String id) {
        return new Caller(id, id, Kind.APPLICATION, Reach.OWN);
    }
}
