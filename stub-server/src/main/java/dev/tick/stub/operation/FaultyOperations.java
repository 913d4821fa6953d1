package dev.tick.stub.operation;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.stub.access.Caller;
import dev.tick.stub.entity.EntityMapping;
import dev.tick.stub.entity.OperationResult;
import dev.tick.stub.fault.FaultAction;
import dev.tick.stub.state.EntityStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The operations of one contract on the state, as a fault has them. */
public final class FaultyOperations {
    private final EntityMapping mapping;
    private final EntityStore entities;
    private final Operations sound;

    /** Bends these operations. */
    public FaultyOperations(EntityMapping mapping, EntityStore entities, Operations sound) {
        this.mapping = mapping;
        this.entities = entities;
        this.sound = sound;
    }

    /** Carries out an operation as this fault has it. */
    public OperationResult of(Operation operation, Request request, Caller caller, FaultAction.OnState act) {
        if (act instanceof FaultAction.ChangeVisibility reach) {
            return sound.of(
                    operation, request, new Caller(caller.application(), caller.name(), caller.kind(), reach.reach()));
        }
        return switch (Operations.effect(operation)) {
            case LIST -> list(operation, request, caller, act);
            case CREATE -> submit(operation, request, caller, act);
            case CREATE_MANY -> submitAll(operation, request, caller, act);
            case READ ->
                act instanceof FaultAction.Invent invent ? invented(invent) : sound.of(operation, request, caller);
            case CHANGE -> change(operation, request, caller, act);
            case REMOVE, REMOVE_MANY -> remove(Operations.addresses(operation, request), caller, act);
        };
    }

    private OperationResult list(Operation operation, Request request, Caller caller, FaultAction.OnState act) {
        if (act instanceof FaultAction.ShowAll) {
            return entities.listOfAll(mapping);
        }
        if (act instanceof FaultAction.ShowOriginals) {
            return entities.listOfOriginals(mapping, caller);
        }
        if (act instanceof FaultAction.IgnoreQueryOption overlook) {
            return sound.list(request, caller, query -> query.overlooking(overlook.what()));
        }
        OperationResult outcome = sound.of(operation, request, caller);
        if ((act instanceof FaultAction.LeaveOut || act instanceof FaultAction.ShowTwice)
                && outcome instanceof OperationResult.Page list) {
            List<ObjectNode> listed = new ArrayList<>(list.entities());
            if (!listed.isEmpty()) {
                ObjectNode first = listed.remove(0);
                listed.addAll(act instanceof FaultAction.ShowTwice ? List.of(first, first) : List.of());
            }
            return new OperationResult.Page(listed);
        }
        return outcome;
    }

    /** A second submit; a first one is sound under all of these. */
    private OperationResult submit(Operation operation, Request request, Caller caller, FaultAction.OnState act) {
        ObjectNode submitted = Operations.object(request);
        if (act instanceof FaultAction.Recreate) {
            entities.forget(mapping, caller, submitted);
        }
        if (act instanceof FaultAction.Ignore ignore) {
            entities.before(mapping, caller, submitted)
                    .ifPresent(before -> submitted.set(ignore.property(), before.path(ignore.property())));
            return entities.submit(mapping, caller, submitted);
        }
        Optional<ObjectNode> before = entities.before(mapping, caller, submitted);
        OperationResult outcome = sound.of(operation, request, caller);
        if (act instanceof FaultAction.AnswerWithoutStoring) {
            before.ifPresent(first -> entities.force(mapping, caller, mapping.address(first), first));
        }
        if (act instanceof FaultAction.Overwrite overwrite && outcome instanceof OperationResult.Entity done) {
            done.entity().set(overwrite.property(), submitted.path(overwrite.property()));
            entities.force(mapping, caller, mapping.address(done.entity()), done.entity());
        }
        return outcome;
    }

    private OperationResult submitAll(Operation operation, Request request, Caller caller, FaultAction.OnState act) {
        List<JsonNode> items = Operations.items(request);
        if (act instanceof FaultAction.SkipUpdate) {
            return new OperationResult.Batch(
                    items.stream().map(item -> leftAsIs(caller, item)).toList());
        }
        if (!(act instanceof FaultAction.DropLast) || items.size() < 2) {
            return sound.of(operation, request, caller);
        }
        JsonNode last = items.get(items.size() - 1);
        OperationResult.Batch taken = entities.submitAll(mapping, caller, items.subList(0, items.size() - 1));
        List<OperationResult.Item> told = new ArrayList<>(taken.items());
        told.add(new OperationResult.Item(
                mapping.identity(last), told.get(0).number(), told.get(0).reason()));
        return new OperationResult.Batch(told);
    }

    private OperationResult.Item leftAsIs(Caller caller, JsonNode item) {
        ObjectNode left = entities.before(mapping, caller, item)
                .orElseGet(() -> ((OperationResult.Entity) entities.submit(mapping, caller, item)).entity());
        return new OperationResult.Item(mapping.identity(item), Optional.of(mapping.address(left)), Optional.empty());
    }

    private OperationResult change(Operation operation, Request request, Caller caller, FaultAction.OnState act) {
        if (act instanceof FaultAction.Invent invent) {
            return invented(invent);
        }
        String address = Operations.addressed(operation, request);
        ObjectNode change = Operations.object(request);
        if (act instanceof FaultAction.Ignore ignore) {
            change.remove(ignore.property());
        }
        if (act instanceof FaultAction.Reset) {
            mapping.changeable().stream().filter(name -> !change.has(name)).forEach(change::putNull);
        }
        OperationResult before = entities.read(mapping, caller, address);
        OperationResult after = entities.change(mapping, caller, address, change);
        if (after instanceof OperationResult.Entity done
                && act instanceof FaultAction.Overwrite overwrite
                && change.has(overwrite.property())) {
            done.entity().set(overwrite.property(), change.path(overwrite.property()));
            entities.force(mapping, caller, address, done.entity());
        }
        if (before instanceof OperationResult.Entity done
                && act instanceof FaultAction.AnswerWithoutStoring forget
                && change.has(forget.property())) {
            entities.force(mapping, caller, address, done.entity());
        }
        return after;
    }

    /** Says that all were removed, whatever was. */
    private OperationResult remove(List<String> addresses, Caller caller, FaultAction.OnState act) {
        int spared =
                act instanceof FaultAction.KeepAll ? addresses.size() : act instanceof FaultAction.KeepLast ? 1 : 0;
        addresses.stream()
                .limit(addresses.size() - spared)
                .distinct()
                .forEach(address -> entities.remove(mapping, caller, List.of(address)));
        return new OperationResult.Removed();
    }

    private static OperationResult invented(FaultAction.Invent invent) {
        return new OperationResult.Entity((ObjectNode) invent.entity().deepCopy());
    }
}
