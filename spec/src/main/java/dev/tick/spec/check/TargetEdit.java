package dev.tick.spec.check;

import dev.tick.spec.http.Request;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** An edit of the method, path or query of a request. */
public sealed interface TargetEdit extends Edit {
    /** Another method ({@code method}), in capitals. */
    record OtherMethod(String method) implements TargetEdit {
        @Override
        public Request apply(Request request, Function<AlternateToken, String> tokens) {
            return request.withMethod(method);
        }

        @Override
        public boolean matches(Request request) {
            return request.method().equals(method);
        }

        @Override
        public void describe(ObjectNode words) {
            words.put("method", method);
        }
    }

    /** Another path ({@code path}), percent-encoded. */
    record OtherPath(String path) implements TargetEdit {
        @Override
        public Request apply(Request request, Function<AlternateToken, String> tokens) {
            return request.to(path);
        }

        @Override
        public boolean matches(Request request) {
            return request.path().equals(path);
        }

        @Override
        public void describe(ObjectNode words) {
            words.put("path", path);
        }
    }

    /** A query ({@code query}); a space in it is sent as {@code %20}. */
    record SetQuery(String query) implements TargetEdit {
        @Override
        public Request apply(Request request, Function<AlternateToken, String> tokens) {
            return request.to(request.path() + "?" + encoded());
        }

        @Override
        public boolean matches(Request request) {
            return request.url().endsWith("?" + encoded());
        }

        private String encoded() {
            return query.replace(" ", "%20");
        }

        @Override
        public void describe(ObjectNode words) {
            words.put("query", query);
        }
    }
}
