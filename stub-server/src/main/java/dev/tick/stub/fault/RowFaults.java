package dev.tick.stub.fault;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Filling;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.register.Check;
import dev.tick.spec.register.Requirement;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a server could do wrong about one row: a list for each kind of statement. */
final class RowFaults {
    /** A status that no row allows for anything. */
    private static final int UNHEARD_OF = 422;

    /** Late enough to be no beginning, early enough for every run to come there. */
    private static final int MANY = 100;

    private static final int HTTP_OK = 200;
    private static final int HTTP_ACCEPTED = 202;

    private static final String UNWANTED_TYPE = "text/html; charset=utf-8";
    private static final String ODATA_LATIN = "application/json; odata.metadata=minimal; charset=iso-8859-1";

    /** A probe's word for how many entities a list holds. */
    private static final String ENTRIES = "entries";

    private final Contract contract;

    RowFaults(Contract contract) {
        this.contract = contract;
    }

    /**
     * The faults of a row.
     *
     * @throws IllegalArgumentException when the kind of its check, or its defect, is unknown here
     */
    List<Fault> of(Requirement row) {
        Check check = row.check().orElseThrow();
        Operation operation = contract.operation(check.text("operation").orElseThrow());
        Draft draft = new Draft(row, operation);
        switch (check.kind()) {
            case "success" -> {
                int other = other(operation, check);
                draft.add("answers-" + other, "answers " + other, new Trigger.Sound(), new Act.Status(other));
                draft.add("fails", "answers 500", new Trigger.Sound(), new Act.Status(500));
            }
            case "answer" -> answer(draft);
            case "present" -> values(draft, EnumSet.of(Mutation.DROPPED, Mutation.NULLED));
            case "echo" -> echo(draft, check);
            case "filled-with" -> filled(draft);
            case "filled-alone" ->
                draft.add(
                        "named",
                        "takes it from the client",
                        Triggers.like(check),
                        new Act.Echo("/" + draft.property()));
            case "filled-for-good" -> values(draft, EnumSet.of(Mutation.CANNED, Mutation.DROPPED));
            case "plus" -> draft.add("space", "reads it as a space", new Trigger.Plus(), new Act.Status(404));
            case "location" ->
                draft.add(
                        "bad-location",
                        "sends a Location where nothing lies",
                        new Trigger.Sound(),
                        new Act.Header("Location", operation.path() + "/nowhere"));
            case "filled-apart" -> values(draft, EnumSet.of(Mutation.CANNED));
            case "framed" ->
                draft.add(
                        "latin-1",
                        "declares its answer as Latin-1",
                        new Trigger.Sound(),
                        new Act.Header("Content-Type", ODATA_LATIN));
            case "steady" ->
                draft.add("wears-out", "answers 500 after 100 requests", new Trigger.Worn(MANY), new Act.Status(500));
            case "accepted" -> draft.add("refuses", "refuses it", Triggers.like(check), new Act.Status(UNHEARD_OF));
            case "unknown-path" ->
                draft.add(
                        "fails",
                        "answers 500",
                        new Trigger.Elsewhere(Situation.Place.UNKNOWN_PATH),
                        new Act.Status(500));
            case "refused" -> refused(draft, check);
            case "method-not-allowed" -> {
                draft.add(
                        "silent",
                        "does not say what it takes",
                        new Trigger.Elsewhere(Situation.Place.OTHER_METHOD),
                        new Act.NoHeader("Allow"));
                draft.add(
                        "names-everything",
                        "says that it takes every method",
                        new Trigger.Elsewhere(Situation.Place.OTHER_METHOD),
                        new Act.Header("Allow", "DELETE, GET, PATCH, POST, PUT"));
                draft.add(
                        "takes",
                        "answers 200",
                        new Trigger.Elsewhere(Situation.Place.OTHER_METHOD),
                        new Act.Status(200));
            }
            case "absent" -> {
                draft.add("invents", "invents an entity", new Trigger.Absent(), new Act.Invent(invented()));
                draft.add("answers-410", "answers 410", new Trigger.Absent(), new Act.Status(410));
                unwrapped(draft, check, new Trigger.Absent());
            }
            case "probe" -> probe(draft, check);
            default -> new StateFaults(contract).add(draft, check);
        }
        return draft.faults();
    }

    /** A success that the row does not name. */
    private static int other(Operation operation, Check check) {
        boolean named = check.data().has("status");
        boolean takes200 = operation.answer(HTTP_OK).isPresent();
        return (takes200 && !named) || operation.success().status() == HTTP_OK ? HTTP_ACCEPTED : HTTP_OK;
    }

    private void answer(Draft draft) {
        Trigger sound = new Trigger.Sound();
        String pointer = draft.row().schema().orElseThrow();
        if (pointer.endsWith("/content")) {
            draft.add("html", "declares its answer as HTML", sound, new Act.Header("Content-Type", UNWANTED_TYPE));
            draft.add("untyped", "does not declare its answer", sound, new Act.NoHeader("Content-Type"));
        } else if (pointer.contains("/properties/")) {
            values(draft, EnumSet.of(Mutation.UNREADABLE));
        } else {
            for (Act.Garbling how : Act.Garbling.values()) {
                String name = how.name().toLowerCase(Locale.ROOT).replace('_', '-');
                draft.add(name, "answers bytes that are no JSON text: " + name, sound, new Act.Garble(how));
            }
            draft.add("wrapped", "answers a list with the body in it", sound, new Act.Wrap());
            JsonNode schema = contract.at(pointer);
            schema.path("required")
                    .valueStream()
                    .map(JsonNode::asString)
                    .forEach(name -> draft.value(name, Mutation.DROPPED));
            schema.path("properties")
                    .propertyStream()
                    .filter(RowFaults::isTyped)
                    .forEach(property -> {
                        boolean list =
                                property.getValue().path("type").toString().contains("array");
                        draft.value(property.getKey(), list ? Mutation.OTHER : Mutation.MISTYPED);
                    });
        }
    }

    /** Only what changes a value that an example sends; a set of mutations would be no set of faults otherwise. */
    private void echo(Draft draft, Check check) {
        String property = draft.property();
        if (check.data().has("repeat")) {
            values(draft, EnumSet.of(Mutation.CUT));
            return;
        }
        if (Triggers.like(check) instanceof Trigger.Like altered) {
            draft.add(
                    "shifted",
                    property + " " + Mutation.SHIFTED.manner(),
                    altered,
                    new Act.Value("/" + property, Mutation.SHIFTED));
            return;
        }
        Set<Mutation> mutations = EnumSet.range(Mutation.TRIMMED, Mutation.SHIFTED);
        mutations.addAll(Set.of(Mutation.DROPPED, Mutation.CANNED));
        mutations.remove(Mutation.CUT);
        boolean time = contract.at(draft.row().schema().orElseThrow())
                .path("format")
                .asString("")
                .equals("date-time");
        if (time) {
            mutations.retainAll(Set.of(Mutation.DROPPED, Mutation.CANNED, Mutation.SHIFTED));
        }
        mutations.removeIf(
                mutation -> contract.operation(Effect.CREATE).orElseThrow().requestExamples().values().stream()
                        .filter(example -> example.has(property))
                        .allMatch(example -> mutation.of(example.path(property))
                                .filter(example.path(property)::equals)
                                .isPresent()));
        values(draft, mutations);
    }

    private void filled(Draft draft) {
        String property = draft.property();
        Filling filling = resource().filled().get(property);
        values(draft, filling == Filling.TIME ? Set.of(Mutation.CANNED, Mutation.SHIFTED) : Set.of(Mutation.CANNED));
        if (filling == Filling.TIME) {
            draft.add(
                    property + "-stands-still",
                    property + " is when the server started",
                    new Trigger.Sound(),
                    new Act.StandStill("/" + property));
        }
    }

    private void refused(Draft draft, Check check) {
        Trigger trigger = Triggers.of(draft.row(), check);
        if (!check.data().has("status")) {
            draft.add("accepted", "it is accepted", trigger, new Act.Accept());
            if (leavesTraces(draft.operation()) && !isAnonymous(draft, trigger)) {
                draft.add("kept", "it is refused and takes effect all the same", trigger, new Act.Keep());
            }
            return;
        }
        draft.add("status", "it is refused with 422", trigger, new Act.Status(UNHEARD_OF));
        unwrapped(draft, check, trigger);
    }

    private boolean leavesTraces(Operation operation) {
        return contract.operation(Effect.LIST).isPresent()
                && switch (operation.effect().orElseThrow()) {
                    case CREATE, CREATE_MANY, CHANGE, REMOVE, REMOVE_MANY -> true;
                    case LIST, READ -> false;
                };
    }

    /** Whether the request names nothing by which its effect could be found. */
    private boolean isAnonymous(Draft draft, Trigger trigger) {
        String pointer = draft.row().schema().orElse("");
        boolean ofMany = switch (draft.operation().effect().orElseThrow()) {
            case CREATE_MANY, REMOVE_MANY -> true;
            case CREATE, LIST, READ, CHANGE, REMOVE -> false;
        };
        return trigger instanceof Trigger.Body
                || contract.at(pointer).asString("").equals(resource().identity())
                || (draft.property().equals(resource().identity()) && !(trigger instanceof Trigger.Like))
                || (ofMany && trigger instanceof Trigger.Broken && !pointer.endsWith("/maxItems"));
    }

    /** Of what has no type, nothing is of another. */
    private static boolean isTyped(Map.Entry<String, JsonNode> property) {
        return property.getValue().has("type") || property.getValue().has("$ref");
    }

    private static void unwrapped(Draft draft, Check check, Trigger trigger) {
        if (check.data().has("codes")) {
            Act other = new Act.Value("/error/code", Mutation.OTHER);
            draft.add("code", "it is refused with a code of no page", trigger, other);
        }
        if (check.data().has("codes") || check.data().has("envelope")) {
            draft.add("bare", "it is refused without the envelope", trigger, new Act.Bare());
        }
    }

    private void probe(Draft draft, Check check) {
        Trigger trigger = check.data().has("defect") ? Triggers.of(draft.row(), check) : Triggers.like(check);
        String observed = check.text("observe").orElse("");
        if (observed.startsWith("/")) {
            draft.add("other", "answers another " + observed, trigger, new Act.Value(observed, Mutation.OTHER));
        } else if (!observed.isEmpty() && !observed.equals(ENTRIES)) {
            draft.add("other", "sends another " + observed, trigger, new Act.Header(observed, "other"));
        } else {
            draft.add("fails", "answers 500", trigger, new Act.Status(500));
        }
    }

    private void values(Draft draft, Set<Mutation> mutations) {
        mutations.stream().sorted().forEach(mutation -> draft.value(draft.property(), mutation));
    }

    private Resource resource() {
        return contract.resource().orElseThrow();
    }

    /** An entity like the first that the contract's examples submit. */
    private JsonNode invented() {
        return contract.operation(Effect.CREATE)
                .orElseThrow()
                .requestExamples()
                .values()
                .iterator()
                .next();
    }
}
