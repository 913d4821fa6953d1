package dev.tick.stub.fault;

import dev.tick.spec.check.BrokenConstraint;
import dev.tick.spec.check.SequenceCheck;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.LocatedDocument;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Derives what a server could do wrong that only several requests together bring to light. */
final class SequenceFaults {
    private static final int HTTP_NO_CONTENT = 204;
    private static final int HTTP_BAD_REQUEST = 400;
    private static final int HTTP_CREATED = 201;
    private static final int HTTP_NOT_FOUND = 404;
    private static final Set<SubmittedKind> WORDS = EnumSet.of(SubmittedKind.WORDS, SubmittedKind.NESTED_WORDS);

    private final Contract contract;
    private final Resource resource;
    private final FaultBuilder faults;

    SequenceFaults(Contract contract, FaultBuilder faults) {
        this.contract = contract;
        resource = contract.resource().orElseThrow();
        this.faults = faults;
    }

    FaultBuilder of(SequenceCheck.Sequence sequence) {
        return switch (sequence) {
            case UPDATE_ANSWERED,
                    UPDATED_REPEATEDLY,
                    UPDATE_REFUSED,
                    LIST_REPLACED,
                    UPDATED_BY_ALIAS,
                    UPDATED_BY_OTHERS,
                    NOTHING_TAKEN_OVER,
                    UPDATER_NAMED,
                    UPDATE_TIME_MOVES,
                    PROPERTY_LEFT_OUT,
                    UPDATED_AFTER_IMPORT,
                    RECREATED,
                    RECREATED_AFTER_END -> updates(sequence);
            case IMPORTED_WHOLE,
                    IMPORTED_OVER,
                    IMPORT_KEEPS_CREATION,
                    IMPORTED_BESIDE_REFUSED,
                    IMPORTED_FULL,
                    IMPORTED_ALONE,
                    IMPORTED_TWICE,
                    REIMPORTED -> imports(sequence);
            case REMOVED_ALONE,
                    REMOVED_FROM_FILTERS,
                    REMOVED_BY_ALIAS,
                    REMOVED_FULL,
                    REMOVED_WITH_UNKNOWN,
                    REMOVED_TWICE -> removals(sequence);
            case CHANGED_TOGETHER,
                    CHANGED_REPEATEDLY,
                    CHANGED_BY_ALIAS,
                    CHANGED_TO_NULL,
                    CHANGED_TO_EMPTY,
                    SUBMITTED_AFTER_CHANGE -> changes(sequence);
            case END_MOVED ->
                faults.add(
                        "former",
                        "lets it end at its former time",
                        new FaultAction.AnswerWithoutStoring(
                                resource.expiration().orElseThrow()));
            case REMOVED_AFTER_END ->
                faults.add(
                        "answered",
                        "answers a removal of what is gone with success",
                        new Trigger.Absent(),
                        new FaultAction.Status(HTTP_NO_CONTENT));
            case PATH_CASE_TOLD -> takenFor(SequenceAction.Likeness.LETTER_CASE);
            case BEGINNING_TOLD -> takenFor(SequenceAction.Likeness.BEGINNING);
            case UNRESERVED_ESCAPED ->
                faults.add(
                        "lost",
                        "does not decode an unreserved character in a path",
                        new Trigger.UnreservedEscaped(),
                        new FaultAction.Status(HTTP_NOT_FOUND));
            case SPELLINGS_NOTED, EMPTY_TEXTS_NOTED -> faults;
        };
    }

    private FaultBuilder takenFor(SequenceAction.Likeness likeness) {
        return faults.add(
                "one",
                "takes two identities for one: " + FieldType.spelled(likeness),
                new SequenceAction.TakeFor(likeness));
    }

    private FaultBuilder updates(SequenceCheck.Sequence sequence) {
        return switch (sequence) {
            case UPDATE_ANSWERED ->
                answered(HTTP_NO_CONTENT, new Trigger.Resubmit())
                        .add(
                                "answers-201",
                                "answers 201",
                                new Trigger.Resubmit(),
                                new FaultAction.Status(HTTP_CREATED));
            case UPDATED_REPEATEDLY -> repeatedly();
            case UPDATE_REFUSED -> {
                Trigger defect = new Trigger.Altered(
                        new BrokenConstraint(faults.row().schema().orElseThrow()));
                yield faults.add(
                        "kept-in-part",
                        "it is refused, and its texts take effect all the same",
                        defect,
                        new FaultAction.RefuseButApply(SubmittedKind.texts(contract)));
            }
            case LIST_REPLACED -> lists();
            case UPDATED_BY_ALIAS ->
                faults.add("pretended", "has no effect", new Trigger.Aliased(), new SequenceAction.Pretend());
            case UPDATED_BY_OTHERS -> restamped();
            case NOTHING_TAKEN_OVER -> takenOver("submit");
            case UPDATE_TIME_MOVES ->
                faults.add("frozen", "stays as it was", new SequenceAction.Freeze(filledWith(ServerValue.UPDATE_TIME)));
            case UPDATER_NAMED ->
                faults.add(
                        "frozen",
                        "names the first one who updated for good",
                        new SequenceAction.Freeze(filledWith(ServerValue.UPDATER)));
            case UPDATED_AFTER_IMPORT ->
                faults.add("pretended", "an update has no effect", new SequenceAction.Pretend())
                        .add(
                                "replaced",
                                "a submit of what was imported makes another entity",
                                new FaultAction.Recreate());
            case RECREATED -> recreated();
            case RECREATED_AFTER_END ->
                recreated()
                        .add(
                                "immortal",
                                "keeps what has ended",
                                new FaultAction.KeepForever(
                                        resource.expiration().orElseThrow()));
            default -> faults;
        };
    }

    private FaultBuilder answered(int status, Trigger trigger) {
        return faults.add("answers-" + status, "answers " + status, trigger, new FaultAction.Status(status));
    }

    private FaultBuilder repeatedly() {
        faults.add("once", "only the first update of an entity counts", new SequenceAction.UpdateOnce())
                .add("five-times", "only five updates of an entity count", new SequenceAction.WearOut(5))
                .add("nine-times", "only nine updates of an entity count", new SequenceAction.WearOut(9))
                .add(
                        "wears-out",
                        "an update has no effect after 100 requests",
                        new Trigger.AfterRequests(FaultDerivation.MANY),
                        new SequenceAction.Pretend());
        for (String property : SubmittedProperties.of(contract)) {
            String type = type(property);
            if (type.contains("boolean")) {
                faults.add(property + "-stays", property + " stays true", new SequenceAction.IgnoreFalse(property));
            }
            if (type.contains("date-time")) {
                faults.add(
                        property + "-stays", property + " moves on alone", new SequenceAction.IgnoreEarlier(property));
            }
        }
        return faults;
    }

    private FaultBuilder lists() {
        for (String property : listProperties()) {
            faults.add(property + "-united", "adds to " + property, new SequenceAction.UniteLists(property))
                    .add(property + "-stays", property + " is not emptied", new SequenceAction.IgnoreEmptied(property));
        }
        return faults;
    }

    /** Returns the lists of values that a submit may name. */
    private List<String> listProperties() {
        return contract.at(submission() + "/properties")
                .propertyStream()
                .filter(property -> property.getValue().path("type").toString().contains("array"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private FaultBuilder takenOver(String before) {
        List<String> properties = SubmittedProperties.of(contract);
        faults.add(
                "taken-over",
                "an omitted property is taken from the " + before + " before",
                new SequenceAction.TakeOver(properties));
        properties.stream()
                .filter(name -> !requires(name) && WORDS.contains(SubmittedKind.of(contract, name)))
                .forEach(name -> faults.add(
                        name + "-taken-over",
                        name + " is taken from the " + before + " before",
                        new SequenceAction.TakeOver(List.of(name))));
        return faults;
    }

    private FaultBuilder restamped() {
        for (ServerValue kind : List.of(ServerValue.CALLER, ServerValue.CALLER_KIND, ServerValue.TIME)) {
            String property = filledWith(kind);
            faults.add(property + "-renewed", property + " becomes another", new SequenceAction.Restamp(property));
        }
        return faults;
    }

    private FaultBuilder recreated() {
        faults.add("refused", "what was removed cannot come back", new SequenceAction.RefuseRemoved());
        resource.resubmitRules().keySet().stream()
                .reduce((one, last) -> last)
                .ifPresent(property -> faults.add(
                                property + "-bound",
                                "what was removed cannot come back with another " + property,
                                new SequenceAction.RefuseOther(property))
                        .add(property + "-revived", property + " comes back", new SequenceAction.Revive(property)));
        for (ServerValue kind : List.of(ServerValue.NUMBER, ServerValue.TIME)) {
            resource.filledWith(kind)
                    .ifPresent(property -> faults.add(
                            property + "-revived", property + " comes back", new SequenceAction.Revive(property)));
        }
        String first = SubmittedProperties.of(contract).stream()
                .filter(name -> type(name).equals("text"))
                .filter(name -> !resource.resubmitRules().containsKey(name) && !name.equals(resource.identity()))
                .min(Comparator.comparing(name -> !requires(name)))
                .orElseThrow();
        return faults.add(first + "-revived", first + " comes back", new SequenceAction.Revive(first));
    }

    private FaultBuilder imports(SequenceCheck.Sequence sequence) {
        return switch (sequence) {
            case IMPORTED_WHOLE -> {
                SubmittedProperties.of(contract).stream()
                        .filter(name -> !requires(name))
                        .forEach(name -> faults.add(name + "-lost", name + " is lost", new SequenceAction.Lose(name)));
                faults.add("swapped", "two results have each other's number", new SequenceAction.SwapNumbers());
                yield takenOver("item");
            }
            case IMPORTED_OVER ->
                faults.add("renewed", "makes other entities of what is there", new SequenceAction.RenewItems())
                        .add("last-left", "does not update the last", new SequenceAction.SkipLastItem());
            case IMPORT_KEEPS_CREATION -> restamped();
            case IMPORTED_BESIDE_REFUSED -> sorted();
            case IMPORTED_FULL ->
                faults.add("first-hundred", "keeps a hundred at most", new SequenceAction.TakeFirst(100))
                        .add(
                                "refused",
                                "refuses as many as are allowed",
                                new Trigger.OfItems(most()),
                                new FaultAction.Status(HTTP_BAD_REQUEST));
            case IMPORTED_ALONE ->
                faults.add(
                                "refused",
                                "refuses a single one",
                                new Trigger.FewerItems(2),
                                new FaultAction.Status(HTTP_BAD_REQUEST))
                        .add(
                                "forgotten",
                                "forgets a single one",
                                new Trigger.FewerItems(2),
                                new SequenceAction.TakeFirst(0));
            case REIMPORTED ->
                faults.add("refused", "what was removed cannot come back", new SequenceAction.RefuseRemoved());
            default -> faults;
        };
    }

    private FaultBuilder sorted() {
        Trigger broken =
                new Trigger.Altered(new BrokenConstraint(faults.row().schema().orElseThrow()));
        for (SequenceAction.Sorting sorting : SequenceAction.Sorting.values()) {
            String word = FieldType.spelled(sorting);
            faults.add(
                    word,
                    "of a batch with an item that it cannot take: " + word,
                    broken,
                    new SequenceAction.Sort(sorting));
        }
        return faults;
    }

    private FaultBuilder removals(SequenceCheck.Sequence sequence) {
        return switch (sequence) {
            case REMOVED_ALONE -> alone();
            case REMOVED_FROM_FILTERS ->
                faults.on(contract.operation(Effect.LIST).orElseThrow())
                        .add("found", "a filter finds what was removed", new SequenceAction.ShowRemoved());
            case REMOVED_BY_ALIAS ->
                faults.add("pretended", "removes nothing", new Trigger.Aliased(), new SequenceAction.Pretend());
            case REMOVED_FULL ->
                faults.add(
                                "first-hundred",
                                "removes a hundred at most",
                                new SequenceAction.KeepSome(SequenceAction.Spared.BEYOND_HUNDRED))
                        .add(
                                "full-hundreds",
                                "removes full hundreds alone",
                                new SequenceAction.KeepSome(SequenceAction.Spared.BEYOND_FULL_HUNDREDS))
                        .add(
                                "refused",
                                "refuses as many as are allowed",
                                new Trigger.OfItems(most()),
                                new FaultAction.Status(HTTP_BAD_REQUEST));
            default -> faults;
        };
    }

    private FaultBuilder alone() {
        for (SequenceAction.Kin kin : SequenceAction.Kin.values()) {
            faults.add(
                    "takes-" + FieldType.spelled(kin),
                    "removes another one along: " + FieldType.spelled(kin),
                    new SequenceAction.RemoveMore(kin));
        }
        if (faults.operation().requestSchema().isPresent()) {
            for (SequenceAction.Spared spared : List.of(
                    SequenceAction.Spared.FIRST,
                    SequenceAction.Spared.ALL_BUT_FIRST,
                    SequenceAction.Spared.ALL_BUT_LAST)) {
                faults.add(
                        "spares-" + FieldType.spelled(spared),
                        "leaves " + FieldType.spelled(spared),
                        new SequenceAction.KeepSome(spared));
            }
        }
        return faults;
    }

    private FaultBuilder changes(SequenceCheck.Sequence sequence) {
        return switch (sequence) {
            case CHANGED_TOGETHER -> {
                for (SequenceAction.Named named : SequenceAction.Named.values()) {
                    String word = FieldType.spelled(named);
                    faults.add(word + "-only", "changes the " + word + " alone", new SequenceAction.ChangeOne(named));
                }
                yield faults;
            }
            case CHANGED_REPEATEDLY ->
                faults.add("rebased", "a change undoes the one before", new SequenceAction.Rebase())
                        .add("five-times", "only five changes of an entity count", new SequenceAction.WearOut(5))
                        .add("nine-times", "only nine changes of an entity count", new SequenceAction.WearOut(9));
            case CHANGED_BY_ALIAS ->
                faults.add("pretended", "has no effect", new Trigger.Aliased(), new SequenceAction.Pretend());
            default -> faults;
        };
    }

    private String filledWith(ServerValue kind) {
        return resource.filledWith(kind).orElseThrow();
    }

    private String submission() {
        return contract.operation(Effect.CREATE)
                .flatMap(Operation::requestSchema)
                .orElseThrow();
    }

    private boolean requires(String property) {
        return contract.at(submission() + "/required")
                .valueStream()
                .anyMatch(name -> name.asString("").equals(property));
    }

    /** Returns the type of a property in words; {@code text} for a text that is nothing else. */
    private String type(String property) {
        String pointer = submission() + "/properties/" + LocatedDocument.segment(property);
        String format = contract.at(pointer).path("format").asString("");
        String type = contract.at(pointer).path("type").toString();
        return !format.isEmpty() ? format : type.contains("string") ? "text" : type;
    }

    /** Returns how many items the operation takes at most. */
    private int most() {
        String schema = faults.operation().requestSchema().orElseThrow();
        return contract.at(schema + "/properties")
                .valueStream()
                .map(property -> property.path("maxItems"))
                .filter(most -> most.isNumber())
                .map(most -> most.asInt())
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }
}
