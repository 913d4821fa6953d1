package dev.tick.stub.service;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.validation.Json;
import dev.tick.spec.validation.NotJsonException;
import dev.tick.stub.behaviour.EntityShape;
import dev.tick.stub.behaviour.Outcome;
import dev.tick.stub.behaviour.OwnEntities;
import dev.tick.stub.fault.Act;
import dev.tick.stub.http.Call;
import dev.tick.stub.odata.ODataException;
import dev.tick.stub.odata.QueryReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Carries out an operation on the state: soundly, or as a fault has it. */
final class Performance {
    private final EntityShape shape;
    private final OwnEntities entities;
    private final QueryReader queries;

    Performance(EntityShape shape, OwnEntities entities) {
        this.shape = shape;
        this.entities = entities;
        queries = new QueryReader(shape.filterable());
    }

    /** What the operation does. */
    Outcome of(Operation operation, Call call, String caller) {
        return switch (effect(operation)) {
            case CREATE -> entities.submit(caller, object(call));
            case LIST -> list(call, caller);
            case READ -> entities.read(caller, identity(operation, call));
            case CHANGE -> entities.change(caller, identity(operation, call), object(call));
        };
    }

    /** What the operation does under a fault. */
    Outcome of(Operation operation, Call call, String caller, Act.OnState act) {
        if (act instanceof Act.Invent invent) {
            return new Outcome.Done((ObjectNode) invent.entity().deepCopy());
        }
        if (act instanceof Act.ShowAll) {
            return entities.listOfAll();
        }
        if (act instanceof Act.ShowOriginals) {
            return entities.listOfOriginals(caller);
        }
        if ((act instanceof Act.LeaveOut || act instanceof Act.ShowTwice)
                && of(operation, call, caller) instanceof Outcome.Listed list) {
            List<ObjectNode> listed = new ArrayList<>(list.entities());
            if (!listed.isEmpty()) {
                ObjectNode first = listed.remove(0);
                listed.addAll(act instanceof Act.ShowTwice ? List.of(first, first) : List.of());
            }
            return new Outcome.Listed(listed);
        }
        return change(operation, call, caller, act);
    }

    private Outcome list(Call call, String caller) {
        try {
            return entities.list(caller, queries.read(call.query()));
        } catch (ODataException e) {
            return new Outcome.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Outcome change(Operation operation, Call call, String caller, Act.OnState act) {
        if (effect(operation) != Effect.CHANGE) {
            return of(operation, call, caller);
        }
        String identity = identity(operation, call);
        ObjectNode change = object(call);
        if (act instanceof Act.Ignore ignore) {
            change.remove(ignore.property());
        }
        if (act instanceof Act.Reset) {
            shape.changeable().stream().filter(name -> !change.has(name)).forEach(change::putNull);
        }
        Outcome before = entities.read(caller, identity);
        Outcome after = entities.change(caller, identity, change);
        if (after instanceof Outcome.Done done
                && act instanceof Act.Overwrite overwrite
                && change.has(overwrite.property())) {
            done.entity().set(overwrite.property(), change.path(overwrite.property()));
            entities.force(caller, identity, done.entity());
        }
        if (before instanceof Outcome.Done done && act instanceof Act.Forget forget && change.has(forget.property())) {
            entities.force(caller, identity, done.entity());
        }
        return after;
    }

    /** The entity of the request's identity, as the caller sees it. */
    Optional<JsonNode> before(Operation operation, Call call, String caller) {
        String identity = switch (effect(operation)) {
            case CREATE -> shape.identity(object(call));
            case LIST -> "";
            case READ, CHANGE -> identity(operation, call);
        };
        return entities.read(caller, identity) instanceof Outcome.Done done
                ? Optional.of(done.entity())
                : Optional.empty();
    }

    private static Effect effect(Operation operation) {
        return operation
                .effect()
                .orElseThrow(() -> new IllegalStateException(operation.id() + " has no x-tick-effect"));
    }

    /** The body; of what is no object, and reaches the state by a fault alone, the first object in it, or an empty one. */
    private static ObjectNode object(Call call) {
        try {
            JsonNode body = Json.read(call.body());
            JsonNode first = body.isArray() ? body.path(0) : body;
            return first.isObject() ? (ObjectNode) first : JsonNodeFactory.instance.objectNode();
        } catch (NotJsonException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    /** The value in place of the path's parameter, counted from the end, since an alias begins otherwise; a plus sign is itself. */
    private static String identity(Operation operation, Call call) {
        int rest = operation.path().length() - operation.path().indexOf('}') - 1;
        String path = call.path().substring(0, call.path().length() - rest);
        String segment = path.substring(path.lastIndexOf('/') + 1);
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
