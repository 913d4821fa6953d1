package dev.tick.stub.odata;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The query of a list.
 *
 * @param filter what the entities must meet
 * @param order the properties that they are sorted by, the first before all; none for their own order
 * @param selected the names of the properties that are given, in the order in which they were asked for; none for all
 * @param counting whether the number of all that meet the filter is told
 * @param skip how many of the entities that meet it are passed over
 * @param top how many are given after these, at most; empty for all
 */
public record Query(
        Expression filter,
        List<Ordering> order,
        List<String> selected,
        Counting counting,
        long skip,
        OptionalLong top) {
    /** A wish for the number of entities. */
    public enum Counting {
        /** It is told. */
        TOLD,
        /** It is not. */
        UNTOLD
    }

    /** Copies the lists. */
    public Query {
        order = List.copyOf(order);
        selected = List.copyOf(selected);
    }

    /** Returns a copy without one property's conditions, or without {@code $top} or {@code $skip}. */
    public Query overlooking(String what) {
        return new Query(
                filter.overlooking(what),
                order,
                selected,
                counting,
                what.equals(QueryReader.SKIP) ? 0 : skip,
                what.equals(QueryReader.TOP) ? OptionalLong.empty() : top);
    }

    /** Asks for everything. */
    public static Query all() {
        return new Query(Expression.always(), List.of(), List.of(), Counting.UNTOLD, 0, OptionalLong.empty());
    }

    /**
     * Some of what is asked for.
     *
     * @param entities in their order, whole
     * @param next how many to skip for what did not fit; empty when nothing is left
     * @param count how many meet the filter, whatever is skipped; empty when that is not asked for
     */
    public record Page<E>(List<E> entities, OptionalLong next, OptionalLong count) {
        /** Copies the list. */
        public Page {
            entities = List.copyOf(entities);
        }
    }

    /** Counts the entities that meet the filter; nothing else of the query matters (OData V4.01, part 1, 11.2.10). */
    public <E extends JsonNode> long count(Stream<E> entities) {
        return entities.filter(filter::selects).count();
    }

    /**
     * Selects the queried entities, in their order or the one that is asked for.
     *
     * @param most how many at most, unless so many are asked for
     */
    public <E extends JsonNode> Page<E> of(Stream<E> entities, long most) {
        Stream<E> met = entities.filter(filter::selects);
        OptionalLong count = OptionalLong.empty();
        if (counting == Counting.TOLD) {
            List<E> all = met.toList();
            count = OptionalLong.of(all.size());
            met = all.stream();
        }
        List<E> found = sorted(met)
                .skip(skip)
                .limit(top.orElse(Math.min(most, Long.MAX_VALUE - 1) + 1))
                .toList();
        return top.isPresent() || found.size() <= most
                ? new Page<>(found, OptionalLong.empty(), count)
                : new Page<>(found.subList(0, (int) most), OptionalLong.of(skip + most), count);
    }

    /** The values that are compared are read once for each entity: a timestamp costs more than its comparison. */
    private <E extends JsonNode> Stream<E> sorted(Stream<E> entities) {
        return order.isEmpty()
                ? entities
                : entities.map(entity -> new Keyed<>(
                                entity,
                                order.stream().map(one -> one.key(entity)).toList()))
                        .sorted(this::compare)
                        .map(Keyed::entity);
    }

    private int compare(Keyed<?> one, Keyed<?> other) {
        int result = 0;
        for (int i = 0; result == 0 && i < order.size(); i++) {
            Comparator<Optional<Value>> keys = order.get(i).keys();
            result = keys.compare(one.keys().get(i), other.keys().get(i));
        }
        return result;
    }

    private record Keyed<E>(E entity, List<Optional<Value>> keys) {}
}
