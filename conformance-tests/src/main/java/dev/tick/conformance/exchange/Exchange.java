package dev.tick.conformance.exchange;

import java.util.Optional;

/**
 * A request and its answer.
 *
 * @param message what was sent
 * @param response what came back; empty when nothing did
 * @param failure why nothing came back; empty when something did
 */
public record Exchange(Message message, Optional<Response> response, String failure) {
    /** One line for people, without secrets. */
    public String line() {
        return message.method() + " " + message.path() + " -> "
                + response.map(answer -> String.valueOf(answer.status())).orElse(failure);
    }
}
