package dev.tick.conformance.cause;

import dev.tick.conformance.conversation.ListSchema;
import dev.tick.spec.contract.BatchResultSchema;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Resource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The properties by which a response is recognised as what was asked for: names of entities, and lists that hold them. */
final class EssentialParts {
    private EssentialParts() {}

    static Set<String> of(Contract contract) {
        Stream<String> named = contract.resource().map(Resource::identity).stream();
        Stream<String> addressed = contract.resource().map(Resource::address).stream();
        Stream<String> listed =
                contract.operation(Effect.LIST).stream().map(operation -> ListSchema.entities(contract));
        Stream<String> reported = BatchResultSchema.of(contract).stream()
                .flatMap(schema -> Stream.of(schema.list(), schema.identity(), schema.number()));
        return Stream.of(named, addressed, listed, reported)
                .flatMap(names -> names)
                .collect(Collectors.toUnmodifiableSet());
    }
}
