package dev.tick.doccheck.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tells requests from answers among the messages of a page's examples, and joins what stands in two fences. */
final class ExampleCollector {
    private final List<Example> found = new ArrayList<>();
    private boolean answering;

    /** A heading or a paragraph between the messages may say what comes next. */
    void announced(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        int request = small.indexOf("request");
        int response = small.indexOf("response");
        if (request >= 0 || response >= 0) {
            answering = response >= 0 && (request < 0 || response < request);
        }
    }

    void shown(ExampleMessage message) {
        if (message.request().isPresent()) {
            answering = false;
            found.add(new Example.Request(message.line(), message.request(), message.headers(), message.body()));
        } else if (message.status().isPresent() || answering) {
            found.add(new Example.Answer(message.line(), message.status(), message.headers(), message.body()));
        } else if (!message.body().isEmpty()) {
            found.add(request(message));
        }
    }

    /** The body of the request whose first line stood in a fence of its own, or of none. */
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
