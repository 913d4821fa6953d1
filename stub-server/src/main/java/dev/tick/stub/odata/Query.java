package dev.tick.stub.odata;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The query of a list.
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

    /** Returns a copy without one property's conditions, or without {@code $top} or {@code $skip}. */
    public Query overlooking(String what) {
        return new Query(
                conditions.stream()
                        .filter(condition -> !condition.property().equals(what))
                        .toList(),
                what.equals(QueryReader.SKIP) ? 0 : skip,
                what.equals(QueryReader.TOP) ? OptionalLong.empty() : top);
    }

    /** Asks for everything. */
    public static Query all() {
        return new Query(List.of(), 0, OptionalLong.empty());
    }

    /**
     * Some of what is asked for.
     *
     * @param entities in their order
     * @param next how many to skip for what did not fit; empty when nothing is left
     */
    public record Page<E>(List<E> entities, OptionalLong next) {
        /** Copies the list. */
        public Page {
            entities = List.copyOf(entities);
        }
    }

    /**
     * Selects the queried entities, in their order.
     *
     * @param most how many at most, unless so many are asked for
     */
    public <E extends JsonNode> Page<E> of(Stream<E> entities, long most) {
        List<E> found = entities.filter(entity -> conditions.stream().allMatch(condition -> condition.matches(entity)))
                .skip(skip)
                .limit(top.orElse(Math.min(most, Long.MAX_VALUE - 1) + 1))
                .toList();
        return top.isPresent() || found.size() <= most
                ? new Page<>(found, OptionalLong.empty())
                : new Page<>(found.subList(0, (int) most), OptionalLong.of(skip + most));
    }
}
