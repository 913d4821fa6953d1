package dev.tick.spec.client;

import java.util.List;

/**
 * A scenario that a client is walked through.
 *
 * @param name one word, unique among those of its contract
 * @param about what the service does, in one sentence
 * @param steps in the stub's language, such as {@code 503 x1}; {@code fine} for none
 * @param work in the order in which it is asked for
 * @param rules what it decides
 */
public record ClientScenario(String name, String about, String steps, List<WorkOrder> work, List<ClientRule> rules) {
    /** Copies the lists. */
    public ClientScenario {
        work = List.copyOf(work);
        rules = List.copyOf(rules);
    }
}
