package dev.tick.stub.operation;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.spec.text.Timestamp;
import dev.tick.stub.access.Caller;
import dev.tick.stub.entity.EntityMapping;
import dev.tick.stub.entity.OperationResult;
import dev.tick.stub.fault.SequenceAction;
import dev.tick.stub.odata.Query;
import dev.tick.stub.state.EntityStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The single submits, changes and lists of one contract, as a fault has them that only a sequence brings to light. */
final class FaultySequences {
    private final EntityMapping mapping;
    private final EntityStore entities;
    private final Operations sound;
    private final FaultyBatches batches;
    private final Predecessors predecessors = new Predecessors();

    /** The updates of each entity so far. */
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    FaultySequences(EntityMapping mapping, EntityStore entities, Operations sound) {
        this.mapping = mapping;
        this.entities = entities;
        this.sound = sound;
        batches = new FaultyBatches(mapping, entities);
    }

    OperationResult of(Operation operation, Request request, Caller caller, SequenceAction action) {
        return switch (Operations.effect(operation)) {
            case CREATE -> submit(Operations.object(request).deepCopy(), caller, action);
            case CREATE_MANY -> batches.submit(Operations.items(request), caller, action);
            case LIST -> list(operation, request, caller, action);
            case CHANGE -> change(operation, request, caller, action);
            case REMOVE, REMOVE_MANY -> batches.remove(Operations.addresses(operation, request), caller, action);
            case READ -> sound.of(operation, request, caller);
        };
    }

    private OperationResult submit(ObjectNode submitted, Caller caller, SequenceAction action) {
        Optional<ObjectNode> before = entities.before(mapping, caller, submitted);
        if (action instanceof SequenceAction.TakeOver over) {
            return entities.submit(mapping, caller, predecessors.filled(submitted, over.properties()));
        }
        if (action instanceof SequenceAction.TakeFor taking) {
            return takenFor(submitted, caller, taking.likeness());
        }
        if (before.isEmpty()) {
            return created(submitted, caller, action);
        }
        boolean unheard = (action instanceof SequenceAction.UpdateOnce && wasUpdated(caller, before.get()))
                || isTooMany(action, mapping.identity(submitted));
        if (unheard || action instanceof SequenceAction.Pretend) {
            return new OperationResult.Entity(shown(before.get(), submitted, action));
        }
        edit(submitted, before.get(), action);
        OperationResult result = entities.submit(mapping, caller, submitted);
        if (action instanceof SequenceAction.Freeze freeze && before.get().hasNonNull(freeze.property())) {
            return forced(
                    result,
                    caller,
                    entity -> entity.set(freeze.property(), before.get().path(freeze.property())));
        }
        return action instanceof SequenceAction.Restamp stamp
                ? forced(result, caller, entity -> batches.stamp(entity, submitted, caller, stamp.property()))
                : result;
    }

    /** Counts an update, and returns whether it is one too many. */
    private boolean isTooMany(SequenceAction action, String updated) {
        return action instanceof SequenceAction.WearOut wear && counts.merge(updated, 1, Integer::sum) > wear.times();
    }

    private OperationResult takenFor(ObjectNode submitted, Caller caller, SequenceAction.Likeness likeness) {
        String sent = mapping.identity(submitted);
        Optional<String> alike = entities.list(mapping, caller, Query.all(), Long.MAX_VALUE).entities().stream()
                .map(mapping::identity)
                .filter(there -> likeness.concerns(there, sent))
                .findFirst();
        alike.ifPresent(there -> submitted.put(mapping.identityName(), there));
        OperationResult result = entities.submit(mapping, caller, submitted);
        if (alike.isPresent() && result instanceof OperationResult.Entity done) {
            done.entity().put(mapping.identityName(), sent);
        }
        return result;
    }

    private ObjectNode shown(ObjectNode before, ObjectNode submitted, SequenceAction action) {
        ObjectNode shown = before.deepCopy();
        if (!(action instanceof SequenceAction.UpdateOnce)) {
            submitted.properties().forEach(one -> shown.set(one.getKey(), one.getValue()));
        }
        return shown;
    }

    private OperationResult created(ObjectNode submitted, Caller caller, SequenceAction action) {
        Optional<ObjectNode> removed = entities.removed(mapping).stream()
                .filter(one -> mapping.identity(one).equals(mapping.identity(submitted)))
                .findFirst();
        boolean refused = action instanceof SequenceAction.RefuseRemoved
                || (action instanceof SequenceAction.RefuseOther other
                        && removed.filter(one -> !one.path(other.property()).equals(submitted.path(other.property())))
                                .isPresent());
        if (removed.isPresent() && refused) {
            return new OperationResult.Conflict(mapping.identity(submitted), "state");
        }
        OperationResult result = entities.submit(mapping, caller, submitted);
        return removed.isPresent() && action instanceof SequenceAction.Revive revive
                ? forced(
                        result,
                        caller,
                        entity -> entity.set(revive.property(), removed.get().path(revive.property())))
                : result;
    }

    private boolean wasUpdated(Caller caller, ObjectNode before) {
        return entities.listOfOriginals(mapping, caller).entities().stream()
                .filter(one -> mapping.address(one).equals(mapping.address(before)))
                .noneMatch(before::equals);
    }

    /** Edits what is submitted again, so that a sound update does what the fault does. */
    private static void edit(ObjectNode submitted, ObjectNode before, SequenceAction action) {
        if (action instanceof SequenceAction.UniteLists unite) {
            JsonNode given = submitted.path(unite.property());
            if (given.isArray() && before.path(unite.property()).isArray()) {
                ArrayNode all = ((ArrayNode) before.path(unite.property())).deepCopy();
                given.forEach(all::add);
                submitted.set(unite.property(), all);
            }
        }
        if (action instanceof SequenceAction.IgnoreEmptied ignore
                && submitted.path(ignore.property()).isArray()
                && submitted.path(ignore.property()).isEmpty()) {
            submitted.set(ignore.property(), before.path(ignore.property()));
        }
        if (action instanceof SequenceAction.IgnoreFalse ignore
                && before.path(ignore.property()).asBoolean(false)) {
            submitted.set(ignore.property(), before.path(ignore.property()));
        }
        if (action instanceof SequenceAction.IgnoreEarlier ignore && isEarlier(submitted, before, ignore.property())) {
            submitted.set(ignore.property(), before.path(ignore.property()));
        }
    }

    private static boolean isEarlier(ObjectNode submitted, ObjectNode before, String property) {
        return Timestamp.read(submitted.path(property))
                .flatMap(time -> Timestamp.read(before.path(property)).filter(time::isBefore))
                .isPresent();
    }

    private OperationResult list(Operation operation, Request request, Caller caller, SequenceAction action) {
        OperationResult result = sound.of(operation, request, caller);
        if (!(action instanceof SequenceAction.ShowRemoved)
                || !request.query().contains("filter")
                || !(result instanceof OperationResult.Page page)) {
            return result;
        }
        List<ObjectNode> shown = new ArrayList<>(page.entities());
        shown.addAll(entities.removed(mapping));
        return new OperationResult.Page(shown);
    }

    private OperationResult change(Operation operation, Request request, Caller caller, SequenceAction action) {
        String address = Operations.addressed(operation, request);
        ObjectNode change = Operations.object(request).deepCopy();
        OperationResult before = entities.read(mapping, caller, address);
        boolean unheard = action instanceof SequenceAction.Pretend || isTooMany(action, address);
        if (unheard && before instanceof OperationResult.Entity entity) {
            return new OperationResult.Entity(shown(entity.entity(), change, action));
        }
        List<String> named = List.copyOf(change.propertyNames());
        if (action instanceof SequenceAction.ChangeOne one && named.size() > 1) {
            int kept = one.named() == SequenceAction.Named.FIRST ? 0 : named.size() - 1;
            change.retain(named.get(kept));
        }
        if (action instanceof SequenceAction.Rebase) {
            entities.listOfOriginals(mapping, caller).entities().stream()
                    .filter(original -> mapping.address(original).equals(address))
                    .forEach(original -> mapping.changeable().stream()
                            .filter(name -> !change.has(name))
                            .forEach(name -> change.set(name, original.path(name))));
        }
        return entities.change(mapping, caller, address, change);
    }

    private OperationResult forced(OperationResult result, Caller caller, Consumer<ObjectNode> edit) {
        if (result instanceof OperationResult.Entity done) {
            String address = mapping.address(done.entity());
            edit.accept(done.entity());
            entities.force(mapping, caller, address, done.entity());
        }
        return result;
    }
}
