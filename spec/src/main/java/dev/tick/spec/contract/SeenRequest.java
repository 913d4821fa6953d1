package dev.tick.spec.contract;

/**
 * A request that clients were seen to send and no page documents ({@code x-tick-seen}).
 *
 * @param name such as {@code read-by-id}
 * @param pointer where the document speaks of it
 * @param operation it as an operation; it has the tokens, responses and limits of one that is documented
 */
public record SeenRequest(String name, String pointer, Operation operation) {}
