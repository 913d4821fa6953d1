package dev.tick.stub.operation;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.stub.access.Caller;
import dev.tick.stub.entity.EntityMapping;
import dev.tick.stub.entity.OperationResult;
import dev.tick.stub.fault.FaultAction;
import dev.tick.stub.fault.SequenceAction;
import dev.tick.stub.odata.Query;
import dev.tick.stub.state.EntityStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations of one contract on the state, as a fault has them. */
public final class FaultyOperations {
    private final EntityMapping mapping;
    private final EntityStore entities;
    private final Operations sound;
    private final FaultyQueries lists;
    private final FaultySequences sequences;

    /** The latest submit of each identity, for the one fault that remembers what was removed; empty without it. */
    private final Map<String, ObjectNode> submits = new ConcurrentHashMap<>();

    /** Wraps the sound operations, which serve whatever the fault does not concern. */
    public FaultyOperations(EntityMapping mapping, EntityStore entities, Operations sound) {
        this.mapping = mapping;
        this.entities = entities;
        this.sound = sound;
        lists = new FaultyQueries(mapping, entities, sound);
        sequences = new FaultySequences(mapping, entities, sound);
    }

    /** Carries out an operation as this fault has it. */
    public OperationResult of(Operation operation, Request request, Caller caller, FaultAction.OnState action) {
        if (action instanceof FaultAction.ChangeVisibility change) {
            return sound.of(
                    operation,
                    request,
                    new Caller(caller.application(), caller.name(), caller.kind(), change.visibility()));
        }
        if (action instanceof SequenceAction sequence) {
            return sequences.of(operation, request, caller, sequence);
        }
        return switch (Operations.effect(operation)) {
            case LIST -> list(operation, request, caller, action);
            case CREATE -> submit(operation, request, caller, action);
            case CREATE_MANY -> submitAll(operation, request, caller, action);
            case READ ->
                action instanceof FaultAction.Invent invent
                        ? invented(invent)
                        : action instanceof FaultAction.ShowOriginals
                                ? original(operation, request, caller)
                                : sound.of(operation, request, caller);
            case CHANGE -> change(operation, request, caller, action);
            case REMOVE, REMOVE_MANY -> remove(Operations.addresses(operation, request), caller, action);
        };
    }

    private OperationResult original(Operation operation, Request request, Caller caller) {
        String address = Operations.addressed(operation, request);
        return entities.listOfOriginals(mapping, caller).entities().stream()
                .filter(entity -> mapping.address(entity).equals(address))
                .<OperationResult>map(OperationResult.Entity::new)
                .findFirst()
                .orElseGet(() -> sound.of(operation, request, caller));
    }

    private OperationResult list(Operation operation, Request request, Caller caller, FaultAction.OnState action) {
        if (CountPath.isIn(request.path())) {
            return sound.of(operation, request, caller);
        }
        if (action instanceof FaultAction.ShowAll) {
            return entities.listOfAll(mapping);
        }
        if (action instanceof FaultAction.ShowOriginals) {
            return entities.listOfOriginals(mapping, caller);
        }
        if (action instanceof FaultAction.SubmitAlso
                && request.body().meant().filter(JsonNode::isObject).isPresent()) {
            entities.submit(mapping, caller, Operations.object(request));
        }
        Optional<OperationResult> queried = lists.of(request, caller, action);
        if (queried.isPresent()) {
            return queried.get();
        }
        OperationResult result = sound.of(operation, request, caller);
        if (action instanceof FaultAction.LeaveOutLike alike && result instanceof OperationResult.Page list) {
            return new OperationResult.Page(list.entities().stream()
                    .filter(entity -> !entity.path(alike.property()).equals(alike.value()))
                    .toList());
        }
        if ((action instanceof FaultAction.LeaveOut || action instanceof FaultAction.ShowTwice)
                && result instanceof OperationResult.Page list) {
            List<ObjectNode> listed = new ArrayList<>(list.entities());
            if (!listed.isEmpty()) {
                ObjectNode first = listed.remove(0);
                listed.addAll(action instanceof FaultAction.ShowTwice ? List.of(first, first) : List.of());
            }
            return new OperationResult.Page(listed);
        }
        return result;
    }

    /** A second submit; a first one is sound under all of these. */
    private OperationResult submit(Operation operation, Request request, Caller caller, FaultAction.OnState action) {
        ObjectNode submitted = Operations.object(request).deepCopy();
        if (action instanceof FaultAction.Revive) {
            ObjectNode former = submits.getOrDefault(mapping.identity(submitted), submitted);
            former.properties().stream()
                    .filter(one -> !submitted.has(one.getKey()))
                    .forEach(one -> submitted.set(one.getKey(), one.getValue()));
            submits.put(mapping.identity(submitted), submitted);
            return entities.submit(mapping, caller, submitted);
        }
        if (action instanceof FaultAction.Recreate) {
            entities.forget(mapping, caller, submitted);
        }
        if (action instanceof FaultAction.KeepForever forever) {
            JsonNode end = submitted.path(forever.property());
            submitted.remove(forever.property());
            OperationResult kept = entities.submit(mapping, caller, submitted);
            if (kept instanceof OperationResult.Entity done && !end.isMissingNode()) {
                done.entity().set(forever.property(), end);
            }
            return kept;
        }
        if (action instanceof FaultAction.Ignore ignore) {
            entities.before(mapping, caller, submitted)
                    .ifPresent(before -> submitted.set(ignore.property(), before.path(ignore.property())));
            return entities.submit(mapping, caller, submitted);
        }
        Optional<ObjectNode> before = entities.before(mapping, caller, submitted);
        if (action instanceof FaultAction.KeepOmitted) {
            before.ifPresent(first -> first.properties().stream()
                    .filter(one -> !submitted.has(one.getKey()))
                    .forEach(one -> submitted.set(one.getKey(), one.getValue())));
            return entities.submit(mapping, caller, submitted);
        }
        if (action instanceof FaultAction.RefuseButApply apply
                && !apply.properties().isEmpty()) {
            before.ifPresent(first -> applied(first, submitted, caller, apply));
            return new OperationResult.Conflict(mapping.identity(submitted), "state");
        }
        OperationResult result = sound.of(operation, request, caller);
        if (action instanceof FaultAction.RefuseButApply apply) {
            before.ifPresent(first -> applied(first, submitted, caller, apply));
        }
        if (action instanceof FaultAction.AnswerWithoutStoring) {
            before.ifPresent(first -> entities.force(mapping, caller, mapping.address(first), first));
        }
        if (action instanceof FaultAction.Overwrite overwrite && result instanceof OperationResult.Entity done) {
            done.entity().set(overwrite.property(), submitted.path(overwrite.property()));
            entities.force(mapping, caller, mapping.address(done.entity()), done.entity());
        }
        return result;
    }

    /** Applies a second submit to an entity, whatever there is against it. */
    private void applied(ObjectNode first, ObjectNode submitted, Caller caller, FaultAction.RefuseButApply apply) {
        ObjectNode entity = first.deepCopy();
        submitted.properties().stream()
                .filter(one -> entity.has(one.getKey()))
                .filter(one -> apply.concerns(one.getKey(), one.getValue()))
                .forEach(one -> entity.set(one.getKey(), one.getValue()));
        entities.force(mapping, caller, mapping.address(first), entity);
    }

    private OperationResult submitAll(Operation operation, Request request, Caller caller, FaultAction.OnState action) {
        List<JsonNode> submitted = Operations.items(request);
        if (action instanceof FaultAction.Spoil spoil) {
            return entities.submitAll(
                    mapping, caller, submitted.stream().map(spoil::kept).toList());
        }
        if (action instanceof FaultAction.FailItem fail) {
            return failing(caller, submitted, fail);
        }
        if (action instanceof FaultAction.SkipUpdate) {
            return new OperationResult.Batch(
                    submitted.stream().map(item -> leftAsIs(caller, item)).toList());
        }
        if (submitted.isEmpty()) {
            return sound.of(operation, request, caller);
        }
        JsonNode last = submitted.get(submitted.size() - 1);
        if (action instanceof FaultAction.FailLast) {
            List<OperationResult.Item> items = allButLast(submitted, caller);
            items.add(new OperationResult.Item(mapping.identity(last), Optional.empty(), Optional.of("Failed.")));
            return new OperationResult.Batch(items);
        }
        if (!(action instanceof FaultAction.DropLast) || submitted.size() < 2) {
            return sound.of(operation, request, caller);
        }
        List<OperationResult.Item> items = allButLast(submitted, caller);
        items.add(new OperationResult.Item(
                mapping.identity(last), items.get(0).number(), items.get(0).reason()));
        return new OperationResult.Batch(items);
    }

    private List<OperationResult.Item> allButLast(List<JsonNode> submitted, Caller caller) {
        return new ArrayList<>(entities.submitAll(mapping, caller, submitted.subList(0, submitted.size() - 1))
                .items());
    }

    private OperationResult failing(Caller caller, List<JsonNode> submitted, FaultAction.FailItem fail) {
        List<OperationResult.Item> taken =
                entities.submitAll(mapping, caller, submitted).items();
        List<OperationResult.Item> results = new ArrayList<>();
        for (int i = 0; i < submitted.size(); i++) {
            OperationResult.Item item = taken.get(i);
            results.add(
                    fail.concerns(submitted.get(i))
                            ? new OperationResult.Item(item.identity(), Optional.empty(), Optional.of("Failed."))
                            : item);
        }
        return new OperationResult.Batch(results);
    }

    private OperationResult.Item leftAsIs(Caller caller, JsonNode item) {
        ObjectNode left = entities.before(mapping, caller, item)
                .orElseGet(() -> ((OperationResult.Entity) entities.submit(mapping, caller, item)).entity());
        return new OperationResult.Item(mapping.identity(item), Optional.of(mapping.address(left)), Optional.empty());
    }

    private OperationResult change(Operation operation, Request request, Caller caller, FaultAction.OnState action) {
        if (action instanceof FaultAction.Invent invent) {
            return invented(invent);
        }
        String address = Operations.addressed(operation, request);
        ObjectNode change = Operations.object(request).deepCopy();
        if (action instanceof FaultAction.Ignore ignore) {
            change.remove(ignore.property());
        }
        if (action instanceof FaultAction.Reset) {
            mapping.changeable().stream().filter(name -> !change.has(name)).forEach(change::putNull);
        }
        OperationResult before = entities.read(mapping, caller, address);
        OperationResult after = entities.change(mapping, caller, address, change);
        if (after instanceof OperationResult.Entity done
                && action instanceof FaultAction.Overwrite overwrite
                && change.has(overwrite.property())) {
            done.entity().set(overwrite.property(), change.path(overwrite.property()));
            entities.force(mapping, caller, address, done.entity());
        }
        if (after instanceof OperationResult.Entity done && action instanceof FaultAction.RefuseButApply apply) {
            // As it was sent, and not as the stub would show it.
            ObjectNode applied = apply.properties().isEmpty() ? done.entity() : former(before, done);
            mapping.changeable().stream()
                    .filter(change::has)
                    .filter(name -> apply.concerns(name, change.path(name)))
                    .forEach(name -> applied.set(name, change.path(name)));
            entities.force(mapping, caller, address, applied);
        }
        if (before instanceof OperationResult.Entity done
                && action instanceof FaultAction.AnswerWithoutStoring unstored
                && change.has(unstored.property())) {
            entities.force(mapping, caller, address, done.entity());
        }
        return after;
    }

    private static ObjectNode former(OperationResult before, OperationResult.Entity after) {
        return before instanceof OperationResult.Entity there ? there.entity() : after.entity();
    }

    /** Removes some, none or too many; returns that all were removed. */
    private OperationResult remove(List<String> addresses, Caller caller, FaultAction.OnState action) {
        int spared = action instanceof FaultAction.KeepAll
                ? addresses.size()
                : action instanceof FaultAction.KeepLast ? 1 : 0;
        if (action instanceof FaultAction.RemoveAnother) {
            oldestBut(addresses, caller).ifPresent(other -> entities.remove(mapping, caller, List.of(other)));
        }
        addresses.stream()
                .limit(addresses.size() - spared)
                .distinct()
                .forEach(address -> entities.remove(mapping, caller, List.of(address)));
        return new OperationResult.Removed();
    }

    private Optional<String> oldestBut(List<String> addresses, Caller caller) {
        return entities.list(mapping, caller, Query.all(), Long.MAX_VALUE).entities().stream()
                .map(mapping::address)
                .filter(address -> !addresses.contains(address))
                .findFirst();
    }

    private static OperationResult invented(FaultAction.Invent invent) {
        return new OperationResult.Entity((ObjectNode) invent.entity().deepCopy());
    }
}
