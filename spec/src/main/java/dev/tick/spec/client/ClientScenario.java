package dev.tick.spec.client;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /**
     * Returns what is left of it for a client that can do some kinds of work alone; empty where a step stands on an operation that nobody
     * calls then, or where no work or no rule is left.
     */
    public Optional<ClientScenario> within(Contract contract, Set<Effect> capabilities) {
        List<WorkOrder> left = work.stream()
                .filter(order -> capabilities.contains(order.verb().effect()))
                .toList();
        List<ClientRule> decided = rules.stream()
                .filter(rule -> rule.needs()
                        .filter(verb -> !capabilities.contains(verb.effect()))
                        .isEmpty())
                .toList();
        boolean meets = contract.operations().stream()
                .filter(one -> one.effect().filter(capabilities::contains).isEmpty())
                .noneMatch(one -> List.of(steps.split("\\W+")).contains(one.id()));
        return meets && !left.isEmpty() && !decided.isEmpty()
                ? Optional.of(new ClientScenario(name, about, steps, left, decided))
                : Optional.empty();
    }
}
