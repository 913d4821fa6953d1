package dev.tick.spec.check;

/** A check on a value that the server sets. */
public sealed interface ServerValueCheck extends Check {
    /** The kinds of checks on values that the server sets. */
    interface ServerValueKinds<R> {
        R serverValueSet(ServerValueSet check);

        R serverValuePerCaller(ServerValuePerCaller check);

        R serverValueNotFromClient(ServerValueNotFromClient check);

        R serverValueStable(ServerValueStable check);
    }

    /** Returns what is to be done with this kind. */
    <R> R accept(ServerValueKinds<R> kinds);

    @Override
    default <R> R accept(CheckFamilies<R> families) {
        return families.serverValue(this);
    }

    /**
     * The value is the one that the contract says ({@code server-value}).
     *
     * @param operation the operation's id
     * @param property the entity's property that the row's pointer leads to
     */
    record ServerValueSet(String operation, String property) implements ServerValueCheck {
        @Override
        public String kind() {
            return "server-value";
        }

        @Override
        public <R> R accept(ServerValueKinds<R> kinds) {
            return kinds.serverValueSet(this);
        }
    }

    /**
     * The check that an entity of another application has another value ({@code server-value-per-caller}).
     *
     * @param operation the operation's id
     * @param property the entity's property that the row's pointer leads to
     */
    record ServerValuePerCaller(String operation, String property) implements ServerValueCheck {
        @Override
        public String kind() {
            return "server-value-per-caller";
        }

        @Override
        public <R> R accept(ServerValueKinds<R> kinds) {
            return kinds.serverValuePerCaller(this);
        }
    }

    /**
     * The check that a value is the server's, even if the client sends one ({@code server-value-not-from-client}).
     *
     * @param operation the operation's id
     * @param property the entity's property that the row's pointer leads to
     * @param alteration what the client names
     */
    record ServerValueNotFromClient(String operation, String property, Alteration alteration)
            implements ServerValueCheck {
        @Override
        public String kind() {
            return "server-value-not-from-client";
        }

        @Override
        public <R> R accept(ServerValueKinds<R> kinds) {
            return kinds.serverValueNotFromClient(this);
        }
    }

    /**
     * The value is the same whenever the entity is read ({@code server-value-stable}).
     *
     * @param operation the operation's id
     * @param property the entity's property that the row's pointer leads to
     */
    record ServerValueStable(String operation, String property) implements ServerValueCheck {
        @Override
        public String kind() {
            return "server-value-stable";
        }

        @Override
        public <R> R accept(ServerValueKinds<R> kinds) {
            return kinds.serverValueStable(this);
        }
    }
}
