package dev.tick.stub.odata;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What is asked of a list.
 *
 * @param conditions every one must be met; none for all entities
 * @param skip how many of the entities that meet them are passed over
 * @param top how many are given after these, at most; empty for all
 */
public record Query(List<Condition> conditions, long skip, OptionalLong top) {
    /** Copies the conditions. */
    public Query {
        conditions = List.copyOf(conditions);
    }

    /** Asks for everything. */
    public static Query all() {
        return new Query(List.of(), 0, OptionalLong.empty());
    }

    /** What is asked for of these entities, in their order. */
    public <E extends JsonNode> List<E> of(Stream<E> entities) {
        return entities.filter(entity -> conditions.stream().allMatch(condition -> condition.matches(entity)))
                .skip(skip)
                .limit(top.orElse(Long.MAX_VALUE))
                .toList();
    }
}
