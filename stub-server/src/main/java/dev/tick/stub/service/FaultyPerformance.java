package dev.tick.stub.service;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.stub.behaviour.Entities;
import dev.tick.stub.behaviour.EntityShape;
import dev.tick.stub.behaviour.Outcome;
import dev.tick.stub.fault.Act;
import dev.tick.stub.token.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Carries out an operation on the state as a fault has it. */
final class FaultyPerformance {
    private final EntityShape shape;
    private final Entities entities;
    private final Performance sound;

    FaultyPerformance(EntityShape shape, Entities entities, Performance sound) {
        this.shape = shape;
        this.entities = entities;
        this.sound = sound;
    }

    Outcome of(Operation operation, Request request, Caller caller, Act.OnState act) {
        if (act instanceof Act.Reach reach) {
            return sound.of(
                    operation, request, new Caller(caller.application(), caller.name(), caller.kind(), reach.reach()));
        }
        return switch (Performance.effect(operation)) {
            case LIST -> list(operation, request, caller, act);
            case CREATE -> submit(operation, request, caller, act);
            case CREATE_MANY -> submitAll(operation, request, caller, act);
            case READ -> act instanceof Act.Invent invent ? invented(invent) : sound.of(operation, request, caller);
            case CHANGE -> change(operation, request, caller, act);
            case REMOVE, REMOVE_MANY -> remove(Performance.addresses(operation, request), caller, act);
        };
    }

    private Outcome list(Operation operation, Request request, Caller caller, Act.OnState act) {
        if (act instanceof Act.ShowAll) {
            return entities.listOfAll();
        }
        if (act instanceof Act.ShowOriginals) {
            return entities.listOfOriginals(caller);
        }
        if (act instanceof Act.Overlook overlook) {
            return sound.list(request, caller, query -> query.overlooking(overlook.what()));
        }
        Outcome outcome = sound.of(operation, request, caller);
        if ((act instanceof Act.LeaveOut || act instanceof Act.ShowTwice) && outcome instanceof Outcome.Listed list) {
            List<ObjectNode> listed = new ArrayList<>(list.entities());
            if (!listed.isEmpty()) {
                ObjectNode first = listed.remove(0);
                listed.addAll(act instanceof Act.ShowTwice ? List.of(first, first) : List.of());
            }
            return new Outcome.Listed(listed);
        }
        return outcome;
    }

    /** A second submit; a first one is sound under all of these. */
    private Outcome submit(Operation operation, Request request, Caller caller, Act.OnState act) {
        ObjectNode submitted = Performance.object(request).deepCopy();
        if (act instanceof Act.Renew) {
            entities.forget(caller, submitted);
        }
        if (act instanceof Act.Ignore ignore) {
            entities.before(caller, submitted)
                    .ifPresent(before -> submitted.set(ignore.property(), before.path(ignore.property())));
            return entities.submit(caller, submitted);
        }
        Optional<ObjectNode> before = entities.before(caller, submitted);
        Outcome outcome = sound.of(operation, request, caller);
        if (act instanceof Act.Forget) {
            before.ifPresent(first -> entities.force(caller, shape.address(first), first));
        }
        if (act instanceof Act.Overwrite overwrite && outcome instanceof Outcome.Done done) {
            done.entity().set(overwrite.property(), submitted.path(overwrite.property()));
            entities.force(caller, shape.address(done.entity()), done.entity());
        }
        return outcome;
    }

    private Outcome submitAll(Operation operation, Request request, Caller caller, Act.OnState act) {
        List<JsonNode> items = Performance.items(request);
        if (act instanceof Act.LeaveAsIs) {
            return new Outcome.Taken(
                    items.stream().map(item -> leftAsIs(caller, item)).toList());
        }
        if (!(act instanceof Act.DropLast) || items.size() < 2) {
            return sound.of(operation, request, caller);
        }
        JsonNode last = items.get(items.size() - 1);
        Outcome.Taken taken = (Outcome.Taken) entities.submitAll(caller, items.subList(0, items.size() - 1));
        List<Outcome.Item> told = new ArrayList<>(taken.items());
        told.add(new Outcome.Item(
                shape.identity(last), told.get(0).number(), told.get(0).reason()));
        return new Outcome.Taken(told);
    }

    private Outcome.Item leftAsIs(Caller caller, JsonNode item) {
        ObjectNode left =
                entities.before(caller, item).orElseGet(() -> ((Outcome.Done) entities.submit(caller, item)).entity());
        return new Outcome.Item(shape.identity(item), Optional.of(shape.address(left)), Optional.empty());
    }

    private Outcome change(Operation operation, Request request, Caller caller, Act.OnState act) {
        if (act instanceof Act.Invent invent) {
            return invented(invent);
        }
        String address = Performance.addressed(operation, request);
        ObjectNode change = Performance.object(request).deepCopy();
        if (act instanceof Act.Ignore ignore) {
            change.remove(ignore.property());
        }
        if (act instanceof Act.Reset) {
            shape.changeable().stream().filter(name -> !change.has(name)).forEach(change::putNull);
        }
        Outcome before = entities.read(caller, address);
        Outcome after = entities.change(caller, address, change);
        if (after instanceof Outcome.Done done
                && act instanceof Act.Overwrite overwrite
                && change.has(overwrite.property())) {
            done.entity().set(overwrite.property(), change.path(overwrite.property()));
            entities.force(caller, address, done.entity());
        }
        if (before instanceof Outcome.Done done && act instanceof Act.Forget forget && change.has(forget.property())) {
            entities.force(caller, address, done.entity());
        }
        return after;
    }

    /** Says that all were removed, whatever was. */
    private Outcome remove(List<String> addresses, Caller caller, Act.OnState act) {
        int spared = act instanceof Act.Spare ? addresses.size() : act instanceof Act.SpareLast ? 1 : 0;
        addresses.stream()
                .limit(addresses.size() - spared)
                .distinct()
                .forEach(address -> entities.remove(caller, List.of(address)));
        return new Outcome.Removed();
    }

    private static Outcome invented(Act.Invent invent) {
        return new Outcome.Done((ObjectNode) invent.entity().deepCopy());
    }
}
