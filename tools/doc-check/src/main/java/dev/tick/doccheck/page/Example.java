package dev.tick.doccheck.page;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A message that the page shows. */
public sealed interface Example {
    /** The line of the page on which it begins, counted from 1. */
    int line();

    /** Its headers, by names that know no case; none where it is shown without. */
    Map<String, String> headers();

    /** Its body; without text where it is shown without. */
    Body body();

    /**
     * The body of a message.
     *
     * @param line of the page on which it begins, counted from 1
     * @param text as printed
     */
    record Body(int line, String text) {
        /** Whether the message is shown without. */
        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /**
     * A request.
     *
     * @param request its first line; empty where the body alone is shown
     */
    record Request(int line, Optional<RequestLine> request, Map<String, String> headers, Body body) implements Example {
        /** Copies the headers. */
        public Request {
            headers = copy(headers);
        }
    }

    /**
     * An answer.
     *
     * @param status of its first line; empty where the body alone is shown
     */
    record Answer(int line, Optional<Integer> status, Map<String, String> headers, Body body) implements Example {
        /** Copies the headers. */
        public Answer {
            headers = copy(headers);
        }
    }

    private static Map<String, String> copy(Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return copy;
    }
}
