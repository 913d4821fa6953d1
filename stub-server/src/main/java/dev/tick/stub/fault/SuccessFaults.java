package dev.tick.stub.fault;

import dev.tick.spec.check.BodyEdit;
import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.register.RecordedBehaviour;
import dev.tick.spec.register.Recording;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Derives what a server could do wrong about its answer to a sound request. */
final class SuccessFaults implements SuccessCheck.SuccessKinds<FaultBuilder> {
    private static final int HTTP_OK = 200;
    private static final int HTTP_ACCEPTED = 202;

    private static final String UNWANTED_TYPE = "text/html; charset=utf-8";
    private static final String ODATA_LATIN = "application/json; odata.metadata=minimal; charset=iso-8859-1";

    private final Contract contract;
    private final FaultBuilder faults;

    SuccessFaults(Contract contract, FaultBuilder faults) {
        this.contract = contract;
        this.faults = faults;
    }

    @Override
    public FaultBuilder succeeds(SuccessCheck.Succeeds check) {
        int unnamed = other(faults.operation(), check);
        // The status of a recording is a fault of its own, which accuses nobody.
        boolean recorded = faults.row()
                .recorded()
                .map(Recording::behaviour)
                .filter(new RecordedBehaviour.Emptied(unnamed)::equals)
                .isPresent();
        int other = recorded ? HTTP_ACCEPTED : unnamed;
        return faults.add("answers-" + other, "answers " + other, new FaultAction.Status(other))
                .add("fails", "answers 500", new FaultAction.Status(500));
    }

    /** Returns a success that the row does not name. */
    private static int other(Operation operation, SuccessCheck.Succeeds check) {
        boolean named = !check.statuses().isEmpty();
        boolean takes200 = operation.response(HTTP_OK).isPresent();
        return (takes200 && !named) || operation.success().status() == HTTP_OK ? HTTP_ACCEPTED : HTTP_OK;
    }

    @Override
    public FaultBuilder answerConforms(SuccessCheck.AnswerConforms check) {
        String pointer = check.pointer();
        if (pointer.endsWith("/content")) {
            return faults.add(
                            "html",
                            "declares its answer as HTML",
                            new FaultAction.Header("Content-Type", UNWANTED_TYPE))
                    .add("untyped", "does not declare its answer", new FaultAction.NoHeader("Content-Type"));
        }
        return pointer.contains("/properties/")
                ? faults.mutate(faults.property(), Mutation.UNREADABLE)
                : otherBody(contract.at(pointer));
    }

    private FaultBuilder otherBody(JsonNode schema) {
        for (FaultAction.Garbling how : FaultAction.Garbling.values()) {
            String name = FieldType.spelled(how);
            faults.add(name, "answers bytes that are no JSON text: " + name, new FaultAction.Garble(how));
        }
        faults.add("wrapped", "answers a list with the body in it", new FaultAction.Wrap());
        schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .forEach(name -> faults.mutate(name, Mutation.DROPPED));
        schema.path("properties")
                .propertyStream()
                .filter(SuccessFaults::isTyped)
                .forEach(property -> {
                    boolean list = property.getValue().path("type").toString().contains("array");
                    faults.mutate(property.getKey(), list ? Mutation.OTHER : Mutation.MISTYPED);
                });
        return faults;
    }

    /** Of what has no type, nothing is of another. */
    private static boolean isTyped(Map.Entry<String, JsonNode> property) {
        return property.getValue().has("type") || property.getValue().has("$ref");
    }

    @Override
    public FaultBuilder propertyPresent(SuccessCheck.PropertyPresent check) {
        return faults.mutate(check.property(), EnumSet.of(Mutation.DROPPED, Mutation.NULLED));
    }

    @Override
    public FaultBuilder propertyEchoed(SuccessCheck.PropertyEchoed check) {
        String property = check.property();
        if (check.alteration().edits().stream().anyMatch(BodyEdit.RepeatText.class::isInstance)) {
            return faults.mutate(property, Mutation.CUT);
        }
        if (check.alteration().isNone()) {
            return faults.mutate(property, noticeable(property))
                    .mutate(property, new VarietyFaults(contract, faults).of(property));
        }
        Mutation mutation = isTime() ? Mutation.SHIFTED : Mutation.NULLED;
        return faults.add(
                FieldType.spelled(mutation),
                property + " " + mutation.description(),
                new Trigger.Altered(check.alteration()),
                new FaultAction.Value("/" + property, mutation));
    }

    private boolean isTime() {
        return contract.at(faults.row().schema().orElseThrow())
                .path("format")
                .asString("")
                .equals("date-time");
    }

    /** Only what changes a value that an example sends; a set of mutations would be no set of faults otherwise. */
    private Set<Mutation> noticeable(String property) {
        Set<Mutation> mutations = EnumSet.range(Mutation.TRIMMED, Mutation.SHIFTED);
        mutations.addAll(Set.of(Mutation.DROPPED, Mutation.CANNED));
        mutations.remove(Mutation.CUT);
        if (isTime()) {
            mutations.retainAll(Set.of(Mutation.DROPPED, Mutation.CANNED, Mutation.SHIFTED));
        }
        mutations.removeIf(
                mutation -> contract.operation(Effect.CREATE).orElseThrow().requestExamples().values().stream()
                        .filter(example -> example.has(property))
                        .allMatch(example -> mutation.of(example.path(property))
                                .filter(example.path(property)::equals)
                                .isPresent()));
        return mutations;
    }

    @Override
    public FaultBuilder declaredOnce(SuccessCheck.DeclaredOnce check) {
        return faults.add(
                "latin-1", "declares its answer as Latin-1", new FaultAction.Header("Content-Type", ODATA_LATIN));
    }

    @Override
    public FaultBuilder locationFollowed(SuccessCheck.LocationFollowed check) {
        return faults.add(
                "bad-location",
                "sends a Location where nothing lies",
                new FaultAction.Header("Location", faults.operation().path() + "/nowhere"));
    }

    @Override
    public FaultBuilder plusInPath(SuccessCheck.PlusInPath check) {
        return faults.add("space", "reads it as a space", new Trigger.Plus(), new FaultAction.Status(404));
    }

    @Override
    public FaultBuilder unworn(SuccessCheck.Unworn check) {
        return faults.add(
                "wears-out",
                "answers 500 after 100 requests",
                new Trigger.AfterRequests(FaultDerivation.MANY),
                new FaultAction.Status(500));
    }

    @Override
    public FaultBuilder valuesTaken(SuccessCheck.ValuesTaken check) {
        VarietyFaults varied = new VarietyFaults(contract, faults);
        return switch (check.values()) {
            case IDENTITIES ->
                faults.operation().effect().filter(Effect.CREATE::equals).isPresent()
                        ? varied.identities()
                        : varied.paths();
            case TIMES -> varied.times();
            case TEXTS -> varied.texts();
            case LISTS -> varied.lists();
            case LISTED -> varied.listed();
        };
    }

    @Override
    public FaultBuilder unusualValues(SuccessCheck.UnusualValues check) {
        return new VarietyFaults(contract, faults).unusual();
    }

    @Override
    public FaultBuilder jsonForms(SuccessCheck.JsonForms check) {
        return faults.add(
                        "escaped-refused",
                        "refuses a body with escapes",
                        new Trigger.Written("\\\\u0069"),
                        new FaultAction.Status(400))
                .add(
                        "spaced-refused",
                        "refuses a body with white space between its parts",
                        new Trigger.Written("\t:"),
                        new FaultAction.Status(400));
    }
}
