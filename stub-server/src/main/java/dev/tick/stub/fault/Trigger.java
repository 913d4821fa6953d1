package dev.tick.stub.fault;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.token.TokenFlaw;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which requests meet a fault. */
public sealed interface Trigger {
    /** Whether this request does. */
    boolean matches(Situation situation);

    /** Where such requests go to. */
    default Set<Situation.Place> places() {
        return Set.of(Situation.Place.OPERATION);
    }

    /** A request that a sound server would serve. */
    record Sound() implements Trigger {
        @Override
        public boolean matches(Situation situation) {
            Effect effect = situation.operation().effect().orElseThrow();
            boolean found = switch (effect) {
                case CREATE, CREATE_MANY, LIST -> true;
                case READ, CHANGE, REMOVE, REMOVE_MANY -> situation.before().isPresent();
            };
            return situation.isSound() && found;
        }
    }

    /** A token with this flaw. */
    record Token(TokenFlaw flaw) implements Trigger {
        @Override
        public boolean matches(Situation situation) {
            return situation.flaw().filter(flaw::equals).isPresent();
        }
    }

    /** A body that breaks the constraint at a pointer; under a condition, nothing but that. */
    record Broken(String pointer) implements Trigger {
        private static final String CONDITION = "/then/";

        @Override
        public boolean matches(Situation situation) {
            List<Violation> refused = situation.refused();
            return pointer.contains(CONDITION)
                    ? !refused.isEmpty() && refused.stream().allMatch(this::leads)
                    : refused.stream().anyMatch(this::leads);
        }

        private boolean leads(Violation violation) {
            return violation.schema().equals(pointer) || violation.schema().startsWith(pointer + "/");
        }
    }

    /** A body of this shape. */
    record Body(dev.tick.spec.http.Body.Shape shape) implements Trigger {
        @Override
        public boolean matches(Situation situation) {
            return situation.request().body().shape() == shape;
        }
    }

    /** This media type, in lower case and without parameters; empty for a request that names none. */
    record MediaType(String essence) implements Trigger {
        @Override
        public boolean matches(Situation situation) {
            return situation.request().mediaType().equals(essence);
        }
    }

    /** A sound identity that the caller never submitted. */
    record Absent() implements Trigger {
        @Override
        public boolean matches(Situation situation) {
            return situation.isSound() && situation.before().isEmpty();
        }
    }

    /** A sound submit of what is there. */
    record Again() implements Trigger {
        @Override
        public boolean matches(Situation situation) {
            return situation.isSound() && situation.before().isPresent();
        }
    }

    /** A path with a plus sign that is not escaped. */
    record Plus() implements Trigger {
        @Override
        public boolean matches(Situation situation) {
            return situation.request().path().contains("+");
        }
    }

    /** A path, or a method of a path, of no operation. */
    record Elsewhere(Situation.Place place) implements Trigger {
        @Override
        public boolean matches(Situation situation) {
            return situation.place() == place;
        }

        @Override
        public Set<Situation.Place> places() {
            return Set.of(place);
        }
    }

    /** A request with the peculiarity that a row of the register describes, in the register's words for probes. */
    record Like(JsonNode alteration) implements Trigger {
        @Override
        public boolean matches(Situation situation) {
            return Peculiarity.in(situation, alteration);
        }

        @Override
        public Set<Situation.Place> places() {
            return EnumSet.allOf(Situation.Place.class);
        }
    }

    /** A request after so many others. */
    record Worn(int calls) implements Trigger {
        @Override
        public boolean matches(Situation situation) {
            return situation.calls() >= calls;
        }
    }
}
