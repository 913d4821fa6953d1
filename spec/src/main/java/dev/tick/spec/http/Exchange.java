package dev.tick.spec.http;

import java.util.Optional;

/**
 * A request and its response.
 *
 * @param request what was sent
 * @param response what came back; empty when nothing did
 * @param failure why nothing came back; empty when something did
 */
public record Exchange(Request request, Optional<Response> response, String failure) {
    /** Returns whether the server took the request: it answered 2xx. */
    public boolean accepted() {
        return answered(2);
    }

    /** Returns whether the server declined the request: a 4xx says so; a failure of its own and silence do not. */
    public boolean declined() {
        return answered(4);
    }

    private boolean answered(int hundreds) {
        return response.filter(one -> one.status() / 100 == hundreds).isPresent();
    }

    /** Returns one line for people, without secrets. */
    public String line() {
        return request.method() + " " + request.url() + " -> "
                + response.map(one -> String.valueOf(one.status())).orElse(failure);
    }
}
