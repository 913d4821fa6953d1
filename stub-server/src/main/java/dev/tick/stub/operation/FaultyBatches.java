package dev.tick.stub.operation;

import dev.tick.stub.access.Caller;
import dev.tick.stub.entity.EntityMapping;
import dev.tick.stub.entity.OperationResult;
import dev.tick.stub.fault.SequenceAction;
import dev.tick.stub.state.EntityStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The batches and removals of one contract, as a fault has them that only a sequence brings to light. */
final class FaultyBatches {
    private static final int HUNDRED = 100;

    private final EntityMapping mapping;
    private final EntityStore entities;
    private final Predecessors predecessors = new Predecessors();

    FaultyBatches(EntityMapping mapping, EntityStore entities) {
        this.mapping = mapping;
        this.entities = entities;
    }

    OperationResult submit(List<JsonNode> items, Caller caller, SequenceAction action) {
        if (action instanceof SequenceAction.Lose lose) {
            return entities.submitAll(mapping, caller, without(items, lose.property()));
        }
        if (action instanceof SequenceAction.TakeOver over) {
            return entities.submitAll(mapping, caller, predecessors.filled(items, over.properties()));
        }
        if (action instanceof SequenceAction.TakeFirst first && items.size() > first.items()) {
            return reported(items, entities.submitAll(mapping, caller, items.subList(0, first.items())));
        }
        if (action instanceof SequenceAction.Sort sort) {
            return sorted(items, caller, sort.sorting());
        }
        if (action instanceof SequenceAction.RenewItems) {
            items.forEach(item -> entities.forget(mapping, caller, item));
        }
        if (action instanceof SequenceAction.SkipLastItem && items.size() > 1) {
            return withoutLastUpdate(items, caller);
        }
        List<ObjectNode> there = items.stream()
                .flatMap(item -> entities.before(mapping, caller, item).stream())
                .toList();
        if (action instanceof SequenceAction.RefuseRemoved && wasRemoved(items)) {
            return new OperationResult.Conflict(mapping.identity(items.get(0)), "state");
        }
        OperationResult.Batch taken = entities.submitAll(mapping, caller, items);
        if (action instanceof SequenceAction.Restamp stamp) {
            there.forEach(entity -> restamped(entity, caller, stamp.property()));
        }
        return action instanceof SequenceAction.SwapNumbers ? swapped(taken) : taken;
    }

    /** Sets a value of the server's as for another entity, which this caller created long ago. */
    void stamp(ObjectNode entity, JsonNode submitted, Caller caller, String property) {
        entity.set(property, mapping.sample(submitted, caller, Instant.EPOCH).path(property));
    }

    private void restamped(ObjectNode before, Caller caller, String property) {
        String address = mapping.address(before);
        if (entities.read(mapping, caller, address) instanceof OperationResult.Entity now) {
            stamp(now.entity(), now.entity(), caller, property);
            entities.force(mapping, caller, address, now.entity());
        }
    }

    private boolean wasRemoved(List<JsonNode> items) {
        List<String> removed =
                entities.removed(mapping).stream().map(mapping::identity).toList();
        return items.stream().map(mapping::identity).anyMatch(removed::contains);
    }

    private static List<JsonNode> without(List<JsonNode> items, String property) {
        return items.stream()
                .<JsonNode>map(item -> item.isObject() ? ((ObjectNode) item.deepCopy()).without(property) : item)
                .toList();
    }

    /** Reports items as taken of which only the first were. */
    private OperationResult.Batch reported(List<JsonNode> items, OperationResult.Batch taken) {
        List<OperationResult.Item> results = new ArrayList<>(taken.items());
        for (JsonNode item : items.subList(taken.items().size(), items.size())) {
            String number = String.valueOf(Integer.MAX_VALUE - results.size());
            results.add(new OperationResult.Item(mapping.identity(item), Optional.of(number), Optional.empty()));
        }
        return new OperationResult.Batch(results);
    }

    private OperationResult.Batch withoutLastUpdate(List<JsonNode> items, Caller caller) {
        JsonNode last = items.get(items.size() - 1);
        Optional<ObjectNode> before = entities.before(mapping, caller, last);
        OperationResult.Batch taken = entities.submitAll(mapping, caller, items);
        before.ifPresent(entity -> entities.force(mapping, caller, mapping.address(entity), entity));
        return taken;
    }

    private static OperationResult.Batch swapped(OperationResult.Batch taken) {
        List<OperationResult.Item> items = new ArrayList<>(taken.items());
        if (items.size() > 1) {
            OperationResult.Item first = items.get(0);
            OperationResult.Item second = items.get(1);
            items.set(0, new OperationResult.Item(first.identity(), second.number(), first.reason()));
            items.set(1, new OperationResult.Item(second.identity(), first.number(), second.reason()));
        }
        return new OperationResult.Batch(items);
    }

    /** Takes a batch whose first item cannot be taken. */
    private OperationResult.Batch sorted(List<JsonNode> items, Caller caller, SequenceAction.Sorting sorting) {
        List<OperationResult.Item> results = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            boolean sound = i > 0;
            boolean stored = switch (sorting) {
                case STOPS, FORGETS -> false;
                case BLAMES_ANOTHER, MOVES_NUMBERS -> sound;
                case STORES_FAILED -> true;
            };
            boolean told = switch (sorting) {
                case STOPS -> false;
                case FORGETS, STORES_FAILED, MOVES_NUMBERS -> sound;
                case BLAMES_ANOTHER -> !sound;
            };
            results.add(result(items.get(i), caller, stored, told));
        }
        if (sorting == SequenceAction.Sorting.MOVES_NUMBERS) {
            moveNumbers(results);
        }
        return new OperationResult.Batch(results);
    }

    private static void moveNumbers(List<OperationResult.Item> results) {
        for (int i = 1; i < results.size(); i++) {
            OperationResult.Item item = results.get(i);
            Optional<String> number =
                    results.get(i + 1 < results.size() ? i + 1 : 1).number();
            results.set(i, new OperationResult.Item(item.identity(), number, item.reason()));
        }
    }

    private OperationResult.Item result(JsonNode item, Caller caller, boolean stored, boolean told) {
        Optional<String> number = Optional.of("2147483640");
        if (stored && entities.submit(mapping, caller, item) instanceof OperationResult.Entity done) {
            number = Optional.of(mapping.address(done.entity()));
        }
        return told
                ? new OperationResult.Item(mapping.identity(item), number, Optional.empty())
                : new OperationResult.Item(mapping.identity(item), Optional.empty(), Optional.of("not taken"));
    }

    /** Removes some, none, or more; returns that all were removed. */
    OperationResult remove(List<String> addresses, Caller caller, SequenceAction action) {
        Set<String> removed = new LinkedHashSet<>(addresses);
        if (action instanceof SequenceAction.KeepSome keep) {
            removed = new LinkedHashSet<>(
                    addresses.subList(from(keep.spared(), addresses), to(keep.spared(), addresses)));
        }
        if (action instanceof SequenceAction.Pretend) {
            removed.clear();
        }
        if (action instanceof SequenceAction.RemoveMore more) {
            removed.addAll(kin(addresses, caller, more.kin()));
        }
        removed.forEach(address -> entities.remove(mapping, caller, List.of(address)));
        return new OperationResult.Removed();
    }

    private static int from(SequenceAction.Spared spared, List<String> addresses) {
        return switch (spared) {
            case FIRST -> Math.min(1, addresses.size());
            case ALL_BUT_LAST -> addresses.size() - 1;
            case ALL_BUT_FIRST, BEYOND_HUNDRED, BEYOND_FULL_HUNDREDS -> 0;
        };
    }

    private static int to(SequenceAction.Spared spared, List<String> addresses) {
        return switch (spared) {
            case ALL_BUT_FIRST -> Math.min(1, addresses.size());
            case BEYOND_HUNDRED -> Math.min(HUNDRED, addresses.size());
            case BEYOND_FULL_HUNDREDS ->
                addresses.size() <= HUNDRED ? addresses.size() : addresses.size() / HUNDRED * HUNDRED;
            case FIRST, ALL_BUT_LAST -> addresses.size();
        };
    }

    private List<String> kin(List<String> addresses, Caller caller, SequenceAction.Kin kin) {
        String last = addresses.get(addresses.size() - 1);
        if (!(entities.read(mapping, caller, last) instanceof OperationResult.Entity named)) {
            return List.of();
        }
        return entities.listOfAll(mapping).entities().stream()
                .filter(entity -> isKin(named.entity(), entity, kin))
                .map(mapping::address)
                .toList();
    }

    private boolean isKin(ObjectNode named, ObjectNode entity, SequenceAction.Kin kin) {
        return switch (kin) {
            case NEXT ->
                mapping.isNumbered()
                        && Long.parseLong(mapping.address(entity)) == Long.parseLong(mapping.address(named)) + 1;
            case SAME_IDENTITY -> mapping.identity(entity).equals(mapping.identity(named));
            case SAME_TEXT ->
                mapping.freeText().stream().allMatch(name -> entity.path(name).equals(named.path(name)));
        };
    }
}
