package dev.tick.spec.check;

import dev.tick.spec.check.CheckForm.Anchor;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Key;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Every kind of check with its keys, and the former names of kinds. */
final class CheckGrammar {
    static final String REQUEST = "request";

    static final Key KIND = Key.required("kind", FieldType.TEXT);
    static final Key EXPECT = Key.required("expect", FieldType.TEXT);
    static final Key OPERATION = Key.required("operation", FieldType.TEXT);
    static final Key STATUS = Key.optional("status", FieldType.listOf(FieldType.number(100, 599)));
    static final Key OF = Key.required("of", FieldType.word(ValueClass.values()));
    static final Key RESUBMIT =
            Key.optional("resubmit", FieldType.mappingOf(FieldType.ANY)).formerly("again");
    static final Key OBSERVE = Key.optional(
            "observe",
            FieldType.text(
                    "a JSON pointer, a header with a capital such as Allow, or " + Observation.ENTRIES,
                    Observation.PATTERN));

    static final Key REQUESTS = Key.required("requests", FieldType.word(ConductCheck.Requests.values()));
    static final Key AT =
            Key.required("at", FieldType.text("a JSON pointer into the body, such as /error/target", "/.+"));

    /** The word for the defect that the row's own pointer names. */
    private static final String OF_SCHEMA = "schema";

    private static final Key CODES = Key.optional("codes", FieldType.listOf(FieldType.TEXT));
    private static final Key ENVELOPE = Key.optional("envelope", FieldType.TRUTH);
    private static final Key EXAMPLE = Key.optional("example", FieldType.TEXT);
    static final Key FORM = Key.required("form", FieldType.word(QueryForm.values()));
    static final Key DECLINED = Key.optional("declined", FieldType.word(ListCheck.Declined.values()));
    private static final Key KEPT = Key.optional("kept", FieldType.TEXT);
    private static final Key THEN = Key.required("then", FieldType.TEXT);
    private static final Key VARY = Key.optional("vary", FieldType.listOf(FieldType.TEXT));
    private static final Key OMIT = Key.optional("omit", FieldType.listOf(FieldType.TEXT));
    private static final Key DEFECT = Key.optional("defect", FieldType.word(defects()));

    private static final Set<Effect> ALL = EnumSet.allOf(Effect.class);
    private static final Set<Effect> ENTITY = EnumSet.of(Effect.CREATE, Effect.READ, Effect.CHANGE);
    private static final Set<Effect> CREATE = EnumSet.of(Effect.CREATE);
    private static final Set<Effect> VALUED = EnumSet.of(Effect.CREATE, Effect.READ, Effect.CHANGE);
    private static final Set<Effect> WITH_BODY = EnumSet.of(Effect.CREATE, Effect.CREATE_MANY, Effect.CHANGE);
    private static final Set<Effect> READ = EnumSet.of(Effect.READ);
    private static final Set<Effect> LIST = EnumSet.of(Effect.LIST);
    private static final Set<Effect> CHANGE = EnumSet.of(Effect.CHANGE);
    private static final Set<Effect> IMPORT = EnumSet.of(Effect.CREATE_MANY);
    private static final Set<Effect> REMOVE = EnumSet.of(Effect.REMOVE);
    private static final Set<Effect> REMOVAL = EnumSet.of(Effect.REMOVE, Effect.REMOVE_MANY);
    private static final Set<Effect> ADDRESSED =
            EnumSet.of(Effect.READ, Effect.CHANGE, Effect.REMOVE, Effect.REMOVE_MANY);

    private static final List<String> ALTERATIONS =
            AlterationKeys.ALL.stream().map(Key::name).toList();

    private static final List<CheckForm> SINGLE = List.of(
            CheckForm.of("success", ALL, it -> new SuccessCheck.Succeeds(it.id(), it.statuses()))
                    .with(STATUS),
            CheckForm.of("answer", ALL, it -> new SuccessCheck.AnswerConforms(it.id(), it.pointer()))
                    .at(Anchor.PLACE),
            CheckForm.of("present", ENTITY, it -> new SuccessCheck.PropertyPresent(it.id(), it.property()))
                    .at(Anchor.PROPERTY),
            CheckForm.of(
                            "echo",
                            EnumSet.of(Effect.CREATE, Effect.READ),
                            it -> new SuccessCheck.PropertyEchoed(it.id(), it.property(), it.alteration()))
                    .at(Anchor.PROPERTY)
                    .with(AlterationKeys.OF_BODY),
            CheckForm.of("declared-once", ALL, it -> new SuccessCheck.DeclaredOnce(it.id())),
            CheckForm.of("location", CREATE, it -> new SuccessCheck.LocationFollowed(it.id())),
            CheckForm.of(
                            "plus-in-path",
                            READ,
                            it -> new SuccessCheck.PlusInPath(
                                    it.id(), it.example().orElseThrow()))
                    .with(Key.required(EXAMPLE.name(), EXAMPLE.type())),
            CheckForm.of("unworn", ALL, it -> new SuccessCheck.Unworn(it.id())),
            CheckForm.of("values-taken", VALUED, it -> new SuccessCheck.ValuesTaken(it.id(), it.valueClass()))
                    .with(OF),
            CheckForm.of("unusual-values", CREATE, it -> new SuccessCheck.UnusualValues(it.id())),
            CheckForm.of("json-forms", WITH_BODY, it -> new SuccessCheck.JsonForms(it.id())),
            CheckForm.of("server-value", ENTITY, it -> new ServerValueCheck.ServerValueSet(it.id(), it.property()))
                    .at(Anchor.SERVER_VALUE),
            CheckForm.of(
                            "server-value-per-caller",
                            CREATE,
                            it -> new ServerValueCheck.ServerValuePerCaller(it.id(), it.property()))
                    .at(Anchor.SERVER_VALUE),
            CheckForm.of(
                            "server-value-not-from-client",
                            CREATE,
                            it -> new ServerValueCheck.ServerValueNotFromClient(
                                    it.id(), it.property(), it.alterationAtLeast(List.of("set"))))
                    .at(Anchor.SERVER_VALUE)
                    .with(AlterationKeys.SET),
            CheckForm.of(
                            "server-value-stable",
                            READ,
                            it -> new ServerValueCheck.ServerValueStable(it.id(), it.property()))
                    .at(Anchor.SERVER_VALUE),
            CheckForm.of("listed", LIST, it -> new ListCheck.Listed(it.id())),
            CheckForm.of("listed-as-submitted", LIST, it -> new ListCheck.ListedAsSubmitted(it.id())),
            CheckForm.of("listed-as-changed", CHANGE, it -> new ListCheck.ListedAsChanged(it.id())),
            CheckForm.of("listed-once", LIST, it -> new ListCheck.ListedOnce(it.id())),
            CheckForm.of(
                            "not-listed-for-others",
                            LIST,
                            it -> new ListCheck.NotListedForOthers(it.id(), it.alteration()))
                    .with(AlterationKeys.OF_LIST),
            CheckForm.of("shown-to-all", LIST, it -> new ListCheck.ListedForTenantWideRole(it.id(), it.alteration()))
                    .with(AlterationKeys.OF_LIST),
            CheckForm.of("filtered", LIST, it -> new ListCheck.Filtered(it.id(), it.property()))
                    .at(Anchor.FILTERABLE),
            CheckForm.of("limited", LIST, it -> new ListCheck.Limited(it.id())),
            CheckForm.of("skipped", LIST, it -> new ListCheck.Skipped(it.id())),
            CheckForm.of("queried", LIST, it -> new ListCheck.Queried(it.id(), it.form(), it.declined()))
                    .with(FORM, DECLINED),
            CheckForm.of("listed-as-answered", LIST, it -> new ListCheck.ListedAsAnswered(it.id())),
            CheckForm.of("found-as-updated", LIST, it -> new ListCheck.FoundAsUpdated(it.id())),
            CheckForm.of("not-found-removed", LIST, it -> new ListCheck.NotFoundRemoved(it.id())),
            CheckForm.of("not-listed-expired", LIST, it -> new ListCheck.NotListedExpired(it.id())),
            CheckForm.of("changes", CHANGE, it -> new ChangeCheck.PropertyChanges(it.id(), it.property()))
                    .at(Anchor.PROPERTY),
            CheckForm.of("change-keeps-others", CHANGE, it -> new ChangeCheck.ChangeKeepsOthers(it.id())),
            CheckForm.of(
                            "immutable",
                            CHANGE,
                            it -> new ChangeCheck.PropertyImmutable(
                                    it.id(), it.property("property").orElseThrow()))
                    .with(Key.required("property", FieldType.TEXT)),
            CheckForm.of("updates", CREATE, it -> new ChangeCheck.ResubmitUpdates(it.id(), it.property()))
                    .at(Anchor.PROPERTY),
            CheckForm.of("resubmit-keeps", CREATE, it -> new ChangeCheck.ResubmitKeeps(it.id(), it.property()))
                    .at(Anchor.PROPERTY),
            CheckForm.of("removed", REMOVAL, it -> new RemovalCheck.Removed(it.id())),
            CheckForm.of("not-removed-by-others", REMOVAL, it -> new RemovalCheck.NotRemovedByOthers(it.id())),
            CheckForm.of("imported", IMPORT, it -> new BatchCheck.ItemsImported(it.id())),
            CheckForm.of("imported-again", IMPORT, it -> new BatchCheck.ItemsImportedAgain(it.id())),
            CheckForm.of("items-taken", IMPORT, it -> new BatchCheck.ItemsTaken(it.id())),
            CheckForm.of("item-refused", IMPORT, it -> new BatchCheck.ItemRefused(it.id(), it.pointer()))
                    .at(Anchor.PLACE),
            CheckForm.of("probe-item", IMPORT, it -> new BatchCheck.ItemProbed(it.id(), it.pointer(), it.values()))
                    .at(Anchor.PLACE)
                    .with(Key.required(AlterationKeys.SET.name(), AlterationKeys.SET.type())),
            CheckForm.of("explored", ALL, it -> new ExplorationCheck(it.id())),
            CheckForm.of("absent", ADDRESSED, it -> new AbsentCheck(it.id(), it.error()))
                    .with(CODES, ENVELOPE),
            CheckForm.of("no-server-error", ALL, it -> new ConductCheck.NoServerError(it.id(), it.requests()))
                    .with(REQUESTS),
            CheckForm.of(
                            "known-success",
                            ALL,
                            it -> new ConductCheck.KnownSuccess(it.id(), it.requests(), it.statuses()))
                    .with(REQUESTS, Key.required(STATUS.name(), STATUS.type())),
            CheckForm.of(
                    "conforming-success",
                    EnumSet.of(Effect.CREATE, Effect.CREATE_MANY),
                    it -> new ConductCheck.ConformingSuccess(it.id())),
            CheckForm.of("challenged", ALL, it -> new ConductCheck.Challenged(it.id())),
            CheckForm.of("tracking-id", ALL, it -> new ConductCheck.TrackingId(it.id(), it.at()))
                    .with(AT),
            CheckForm.of("lists-own", LIST, it -> new ConductCheck.ListsOwn(it.id())),
            CheckForm.of("lists-present", LIST, it -> new ConductCheck.ListsPresent(it.id())),
            CheckForm.of("lists-once", LIST, it -> new ConductCheck.ListsOnce(it.id())),
            CheckForm.of(
                    "not-updated-by-others",
                    EnumSet.of(Effect.CREATE, Effect.CREATE_MANY, Effect.CHANGE),
                    it -> new CallerCheck.NotUpdatedByOthers(it.id())),
            CheckForm.of(
                    "reaches-others",
                    EnumSet.of(Effect.CREATE, Effect.CREATE_MANY, Effect.REMOVE, Effect.REMOVE_MANY),
                    it -> new CallerCheck.ReachesOthers(it.id())),
            CheckForm.of("after-removal", REMOVE, it -> new AfterRemovalCheck(it.id(), it.then()))
                    .with(THEN),
            CheckForm.of("resubmit-noted", CREATE, it -> new ResubmitCheck.ResubmitNoted(it.id(), it.secondSubmit()))
                    .with(AlterationKeys.SET, VARY, OMIT, AlterationKeys.AS),
            CheckForm.of("resubmit-answered", CREATE, it -> new ResubmitCheck.ResubmitAnswered(it.id())),
            CheckForm.of(
                    "shown-as-resubmitted",
                    EnumSet.of(Effect.READ, Effect.LIST),
                    it -> new ResubmitCheck.ShownAsResubmitted(it.id())),
            CheckForm.expecting("refused", it -> new RequestCheck(it.id(), it.changeOrConstraint(), it.refused()))
                    .with(DEFECT, STATUS, CODES, ENVELOPE)
                    .with(AlterationKeys.ALL),
            CheckForm.expecting(
                            "accepted",
                            it -> new RequestCheck(
                                    it.id(), it.alterationAtLeast(ALTERATIONS), new Expectation.Accepted()))
                    .with(AlterationKeys.ALL),
            CheckForm.expecting("noted", it -> new RequestCheck(it.id(), it.change(), it.noted()))
                    .with(DEFECT, RESUBMIT, EXAMPLE, OBSERVE, KEPT)
                    .with(AlterationKeys.ALL),
            CheckForm.expecting(
                            "without-effect",
                            CREATE,
                            it -> new RequestCheck(
                                    it.id(), it.alterationAtLeast(ALTERATIONS), new Expectation.WithoutEffect()))
                    .with(AlterationKeys.ALL),
            CheckForm.expecting(
                    "not-found", it -> new RequestCheck(it.id(), Alteration.NONE, new Expectation.NotFound())),
            CheckForm.expecting(
                    "method-not-allowed",
                    it -> new RequestCheck(it.id(), Alteration.NONE, new Expectation.MethodNotAllowed())));

    static final List<CheckForm> FORMS = Stream.concat(
                    SINGLE.stream(),
                    Arrays.stream(SequenceCheck.Sequence.values())
                            .map(sequence -> CheckForm.of(
                                    sequence.word(), sequence.effects(), it -> new SequenceCheck(it.id(), sequence))))
            .toList();

    /**
     * A former name of a kind.
     *
     * @param kind today's name
     * @param expectation the word under {@code expect} that it stands for; empty where the kind has none
     */
    record FormerKind(String kind, String expectation) {}

    /** The former names of kinds, which are still read. */
    static final Map<String, FormerKind> FORMERLY = Map.ofEntries(
            Map.entry("refused", new FormerKind(REQUEST, "refused")),
            Map.entry("accepted", new FormerKind(REQUEST, "accepted")),
            Map.entry("probe", new FormerKind(REQUEST, "noted")),
            Map.entry("unknown-path", new FormerKind(REQUEST, "not-found")),
            Map.entry("method-not-allowed", new FormerKind(REQUEST, "method-not-allowed")),
            Map.entry("filled-with", new FormerKind("server-value", "")),
            Map.entry("filled-apart", new FormerKind("server-value-per-caller", "")),
            Map.entry("filled-alone", new FormerKind("server-value-not-from-client", "")),
            Map.entry("filled-for-good", new FormerKind("server-value-stable", "")),
            Map.entry("plus", new FormerKind("plus-in-path", "")),
            Map.entry("steady", new FormerKind("unworn", "")),
            Map.entry("framed", new FormerKind("declared-once", "")),
            Map.entry("hidden", new FormerKind("not-listed-for-others", "")),
            Map.entry("guarded", new FormerKind("not-removed-by-others", "")),
            Map.entry("keeps", new FormerKind("change-keeps-others", "")),
            Map.entry("update-keeps", new FormerKind("resubmit-keeps", "")));

    private CheckGrammar() {}

    private static List<String> defects() {
        return Stream.concat(Arrays.stream(RequestDefect.values()).map(RequestDefect::word), Stream.of(OF_SCHEMA))
                .toList();
    }
}
