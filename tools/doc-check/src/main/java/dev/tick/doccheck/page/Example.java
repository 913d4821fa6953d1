package dev.tick.doccheck.page;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A message printed as an example. */
public sealed interface Example {
    /** Returns the line of the page on which the message begins, counted from 1. */
    int line();

    /** Returns the headers by case-insensitive name; empty if none are printed. */
    Map<String, String> headers();

    /** Returns the body; its text is empty if none is printed. */
    Body body();

    /**
     * The body of a message.
     *
     * @param line of the page on which it begins, counted from 1
     * @param text as printed
     */
    record Body(int line, String text) {
        /** Returns whether the message is printed without a body. */
        public boolean isEmpty() {
            return text.isEmpty();
        }
    }

    /**
     * A request.
     *
     * @param request its first line; empty where only the body is printed
     */
    record Request(int line, Optional<RequestLine> request, Map<String, String> headers, Body body) implements Example {
        /** Copies the headers. */
        public Request {
            headers = copy(headers);
        }
    }

    /**
     * A response.
     *
     * @param status of its first line; empty where only the body is printed
     */
    record Response(int line, Optional<Integer> status, Map<String, String> headers, Body body) implements Example {
        /** Copies the headers. */
        public Response {
            headers = copy(headers);
        }
    }

    private static Map<String, String> copy(Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return copy;
    }
}
