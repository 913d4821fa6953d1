package dev.tick.doccheck.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sorts the messages of a page's examples into requests and responses; joins a request that is printed in two fences. */
final class ExampleCollector {
    private final List<Example> found = new ArrayList<>();
    private boolean responding;

    /** Takes a heading or paragraph between messages, which may announce what comes next. */
    void announced(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        int request = small.indexOf("request");
        int response = small.indexOf("response");
        if (request >= 0 || response >= 0) {
            responding = response >= 0 && (request < 0 || response < request);
        }
    }

    void shown(ExampleMessage message) {
        if (message.request().isPresent()) {
            responding = false;
            found.add(new Example.Request(message.line(), message.request(), message.headers(), message.body()));
        } else if (message.status().isPresent() || responding) {
            found.add(new Example.Response(message.line(), message.status(), message.headers(), message.body()));
        } else if (!message.body().isEmpty()) {
            found.add(request(message));
        }
    }

    /** Returns the request with this body; its first line may be in the fence before. */
    private Example request(ExampleMessage body) {
        if (!found.isEmpty()
                && found.get(found.size() - 1) instanceof Example.Request before
                && before.body().isEmpty()) {
            found.remove(before);
            return new Example.Request(body.line(), before.request(), before.headers(), body.body());
        }
        return new Example.Request(body.line(), body.request(), body.headers(), body.body());
    }

    List<Example> all() {
        return found;
    }
}
