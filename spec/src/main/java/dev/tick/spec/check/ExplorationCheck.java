package dev.tick.spec.check;

/** A check by the exploration: sequences of sound requests that are held against a model of the service. */
public sealed interface ExplorationCheck extends Check {
    /** The kinds, each with a method of its own. */
    interface ExplorationKinds<R> {
        R neverFails(NeverFails check);

        R explored(Explored check);
    }

    /** Calls the method of the kind. */
    <R> R accept(ExplorationKinds<R> kinds);

    @Override
    default <R> R accept(CheckFamilies<R> families) {
        return families.exploration(this);
    }

    /** Whether a sound request, whatever its values and whatever came before, gets neither 5xx nor silence. */
    record NeverFails(String operation) implements ExplorationCheck {
        @Override
        public String kind() {
            return "never-fails";
        }

        @Override
        public <R> R accept(ExplorationKinds<R> kinds) {
            return kinds.neverFails(this);
        }
    }

    /** What the exploration saw that no page decides. */
    record Explored(String operation) implements ExplorationCheck {
        @Override
        public String kind() {
            return "explored";
        }

        @Override
        public <R> R accept(ExplorationKinds<R> kinds) {
            return kinds.explored(this);
        }
    }
}
