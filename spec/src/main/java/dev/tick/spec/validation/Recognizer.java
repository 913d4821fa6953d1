package dev.tick.spec.validation;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A quick look at values: it tells which are as a schema says, and says so where it cannot tell. */
interface Recognizer {
    /** The result of a quick look, from the best to the worst. */
    enum Recognition {
        /** The value is as the schema says. */
        SOUND,
        /** The schema library must tell. */
        UNKNOWN,
        /** It is not as the schema says. */
        BROKEN;

        /** Returns the worse of two: that of a whole which has these parts. */
        Recognition and(Recognition other) {
            return compareTo(other) < 0 ? other : this;
        }

        /** Returns the better of two: that of a value for which one of these is enough. */
        Recognition or(Recognition other) {
            return compareTo(other) < 0 ? this : other;
        }
    }

    /** Looks at a value. */
    Recognition of(JsonNode value);

    /** Returns one that tells nothing. */
    static Recognizer none() {
        return value -> Recognition.UNKNOWN;
    }

    /** Returns one that finds a value sound if these all do. */
    static Recognizer all(List<Recognizer> parts) {
        Recognizer[] each = parts.toArray(Recognizer[]::new);
        return value -> {
            Recognition found = Recognition.SOUND;
            for (int i = 0; i < each.length && found != Recognition.BROKEN; i++) {
                found = found.and(each[i].of(value));
            }
            return found;
        };
    }

    /** Returns one that finds a value sound if any of these does. */
    static Recognizer any(List<Recognizer> parts) {
        Recognizer[] each = parts.toArray(Recognizer[]::new);
        return value -> {
            Recognition found = Recognition.BROKEN;
            for (int i = 0; i < each.length && found != Recognition.SOUND; i++) {
                found = found.or(each[i].of(value));
            }
            return found;
        };
    }

    /** Returns one that looks at a value by the second if the first finds it sound, and by the third if it is broken. */
    static Recognizer conditional(Recognizer condition, Recognizer then, Recognizer otherwise) {
        return value -> switch (condition.of(value)) {
            case SOUND -> then.of(value);
            case BROKEN -> otherwise.of(value);
            case UNKNOWN -> Recognition.UNKNOWN;
        };
    }

    /** Returns what is known of a value that either holds or does not. */
    static Recognition known(boolean holds) {
        return holds ? Recognition.SOUND : Recognition.BROKEN;
    }
}
