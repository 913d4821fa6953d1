package dev.tick.spec.validation;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** A quick look at values: it tells which are as a schema says, and says so where it cannot tell. */
interface Recognizer {
    /** The result of a quick look. */
    enum Recognition {
        /** The value is as the schema says. */
        SOUND,
        /** It is not. */
        BROKEN,
        /** The schema library must tell. */
        UNKNOWN
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
            for (Recognizer one : each) {
                switch (one.of(value)) {
                    case BROKEN -> {
                        return Recognition.BROKEN;
                    }
                    case UNKNOWN -> found = Recognition.UNKNOWN;
                    case SOUND -> {}
                }
            }
            return found;
        };
    }

    /** Returns one that finds a value sound if any of these does. */
    static Recognizer any(List<Recognizer> parts) {
        Recognizer[] each = parts.toArray(Recognizer[]::new);
        return value -> {
            Recognition found = Recognition.BROKEN;
            for (Recognizer one : each) {
                switch (one.of(value)) {
                    case SOUND -> {
                        return Recognition.SOUND;
                    }
                    case UNKNOWN -> found = Recognition.UNKNOWN;
                    case BROKEN -> {}
                }
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
