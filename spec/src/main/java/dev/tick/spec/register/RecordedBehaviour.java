package dev.tick.spec.register;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Response;
import tools.jackson.databind.node.ObjectNode;

/** The behaviour of the real service in recordings, where its page says something else. */
public sealed interface RecordedBehaviour {
    /** Returns whether a response shows this behaviour. */
    boolean isShownBy(Response response);

    /** Returns a sound response with this behaviour in place of what the page says. */
    Response shownIn(Response sound);

    /** Returns what a response with this behaviour is like, in words. */
    String description();

    /**
     * A property that the page names is left out.
     *
     * @param property of the entity
     */
    record Absent(String property) implements RecordedBehaviour {
        @Override
        public boolean isShownBy(Response response) {
            return response.json().isObject() && !response.json().has(property);
        }

        @Override
        public Response shownIn(Response sound) {
            if (!sound.json().has(property)) {
                return sound;
            }
            ObjectNode entity = (ObjectNode) sound.json().deepCopy();
            entity.remove(property);
            return sound.withBody(entity);
        }

        @Override
        public String description() {
            return "without " + property;
        }
    }

    /**
     * The success has another status, and no content.
     *
     * @param status of it
     */
    record Emptied(int status) implements RecordedBehaviour {
        @Override
        public boolean isShownBy(Response response) {
            return response.status() == status && response.body().bytes().length == 0;
        }

        @Override
        public Response shownIn(Response sound) {
            return sound.withStatus(status).withBody(Body.none());
        }

        @Override
        public String description() {
            return "with " + status + " and no content";
        }
    }
}
