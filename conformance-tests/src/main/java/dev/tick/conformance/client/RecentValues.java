package dev.tick.conformance.client;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Body;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The identities of what a client submitted of late, by which one that stands in place of an address is known. */
final class RecentValues implements Predicate<String> {
    private static final int MOST = 20_000;
    private static final int LONGEST = 2_000;

    private final Optional<String> identity;
    private final Set<String> creating;
    private final Set<String> values = new LinkedHashSet<>();

    RecentValues(Contract contract) {
        identity = contract.resource().map(Resource::identity);
        creating = contract.operations().stream()
                .filter(operation -> operation
                        .effect()
                        .filter(List.of(Effect.CREATE, Effect.CREATE_MANY)::contains)
                        .isPresent())
                .map(Operation::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    void learn(ClientCall call) {
        Body body = call.exchange().request().body();
        if (identity.isPresent()
                && call.operation().filter(creating::contains).isPresent()
                && body.problem().isEmpty()) {
            body.json().findValues(identity.get()).stream()
                    .map(value -> value.asString(""))
                    .filter(value -> value.length() <= LONGEST)
                    .forEach(values::add);
        }
        while (values.size() > MOST) {
            values.remove(values.iterator().next());
        }
    }

    @Override
    public boolean test(String value) {
        return values.contains(value);
    }
}
