package dev.tick.stub.fault;

import dev.tick.spec.check.ListCheck;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.stub.access.Caller;
import java.util.EnumSet;

/** Derives what a server could do wrong about its list. */
final class ListFaults implements ListCheck.ListKinds<FaultBuilder> {
    private final Contract contract;
    private final FaultBuilder faults;

    ListFaults(Contract contract, FaultBuilder faults) {
        this.contract = contract;
        this.faults = faults;
    }

    @Override
    public FaultBuilder listed(ListCheck.Listed check) {
        String identity = contract.resource().orElseThrow().identity();
        return faults.mutate(identity, new VarietyFaults(contract, faults).of(identity))
                .add("leaves-out", "leaves out what was submitted", new FaultAction.LeaveOut())
                .add(
                        "forgets",
                        "leaves out the oldest after 100 requests",
                        new Trigger.AfterRequests(FaultDerivation.MANY),
                        new FaultAction.LeaveOut());
    }

    @Override
    public FaultBuilder listedAsSubmitted(ListCheck.ListedAsSubmitted check) {
        for (String name : SubmittedProperties.of(contract)) {
            faults.add(
                    name + "-missing",
                    name + " is left out of the list",
                    new FaultAction.Value("/" + name, Mutation.DROPPED));
            faults.mutate(name, new VarietyFaults(contract, faults).of(name));
        }
        return faults;
    }

    @Override
    public FaultBuilder listedAsChanged(ListCheck.ListedAsChanged check) {
        faults.on(contract.operation(Effect.LIST).orElseThrow())
                .add("stale", "lists what was first submitted", new FaultAction.ShowOriginals());
        return faults.add(
                "wears-out",
                "a change has no effect after 100 requests",
                new Trigger.AfterRequests(FaultDerivation.MANY),
                new SequenceAction.Pretend());
    }

    @Override
    public FaultBuilder listedOnce(ListCheck.ListedOnce check) {
        return faults.add("twice", "shows an entity twice", new FaultAction.ShowTwice());
    }

    @Override
    public FaultBuilder notListedForOthers(ListCheck.NotListedForOthers check) {
        return faults.add(
                "shared",
                "shows what others submitted",
                FaultBuilder.carrying(check.alteration()),
                new FaultAction.ShowAll());
    }

    @Override
    public FaultBuilder listedForTenantWideRole(ListCheck.ListedForTenantWideRole check) {
        Resource resource = contract.resource().orElseThrow();
        String submit = contract.operation(Effect.CREATE)
                .flatMap(create -> create.success().schema())
                .orElseThrow();
        resource.filledWith(ServerValue.CALLER_KIND)
                .ifPresent(kind -> contract.at(submit + "/properties/" + LocatedDocument.segment(kind) + "/examples")
                        .valueStream()
                        .reduce((first, last) -> last)
                        .ifPresent(user -> faults.add(
                                "users-left-out",
                                "leaves out what signed-in users submitted",
                                FaultBuilder.carrying(check.alteration()),
                                new FaultAction.LeaveOutLike(kind, user))));
        return faults.add(
                "own-alone",
                "shows a role that reaches all its own alone",
                FaultBuilder.carrying(check.alteration()),
                new FaultAction.ChangeVisibility(Caller.Visibility.OWN));
    }

    @Override
    public FaultBuilder filtered(ListCheck.Filtered check) {
        String property = check.property();
        faults.add(
                "overlooked",
                "does not look at " + property + " in a filter",
                new FaultAction.IgnoreQueryOption(property));
        if (property.equals(contract.resource().orElseThrow().identity())
                && new VarietyFaults(contract, faults).apply()) {
            return misread(
                    property,
                    FilterMistake.CUT_AT_QUOTE,
                    FilterMistake.DOUBLED,
                    FilterMistake.PLUS_LOST,
                    FilterMistake.CUT_AT_AMPERSAND);
        }
        return switch (SubmittedKind.of(contract, property)) {
            case TEXT -> misread(property, FilterMistake.BEGINNING, FilterMistake.CONTAINED);
            case TIME ->
                misread(
                        property,
                        FilterMistake.GT_IS_GE,
                        FilterMistake.GE_IS_GT,
                        FilterMistake.LT_IS_LE,
                        FilterMistake.LE_IS_LT);
            case NESTED_WORDS -> misread(property, FilterMistake.BEGINNING);
            case WORDS, LIST, OTHER -> faults;
        };
    }

    private FaultBuilder misread(String property, FilterMistake... mistakes) {
        for (FilterMistake mistake : mistakes) {
            faults.add(
                    FieldType.spelled(mistake),
                    mistake.description(),
                    new FaultAction.MisreadFilter(property, mistake));
        }
        return faults;
    }

    private FaultBuilder cut(PageMistake... mistakes) {
        for (PageMistake mistake : mistakes) {
            faults.add(FieldType.spelled(mistake), mistake.description(), new FaultAction.MisreadPage(mistake));
        }
        return faults;
    }

    @Override
    public FaultBuilder queried(ListCheck.Queried check) {
        return switch (check.form()) {
            case DOUBLED_QUOTE -> misread("", FilterMistake.CUT_AT_QUOTE, FilterMistake.DOUBLED);
            case RESERVED_CHARACTERS -> misread("", FilterMistake.PLUS_LOST, FilterMistake.CUT_AT_AMPERSAND);
            case OTHER_SCRIPT -> misread("", FilterMistake.LATIN);
            case LETTER_CASE -> misread("", FilterMistake.CASELESS);
            case OFFSET -> misread("", FilterMistake.OFFSET_LOST);
            case SEVEN_DIGITS -> misread("", FilterMistake.FRACTION_LOST);
            case BOTH_CONDITIONS ->
                misread("", FilterMistake.AND_IS_OR, FilterMistake.FIRST_ALONE, FilterMistake.LAST_ALONE);
            case EITHER_CONDITION -> misread("", FilterMistake.OR_IS_AND);
            case PRECEDENCE -> misread("", FilterMistake.FROM_LEFT);
            case NOT_EQUAL_OR_NONE -> misread("", FilterMistake.NE_NEEDS_VALUE);
            case NEGATED -> misread("", FilterMistake.NOT_LOST);
            case ANY_VALUE -> misread("", FilterMistake.NULL_IS_TEXT);
            case NOT_EQUAL -> misread("", FilterMistake.NE_IS_EQ);
            case NO_VALUE -> misread("", FilterMistake.NULL_IS_TEXT);
            case FILTER_AND_TOP -> cut(PageMistake.TOP_FIRST);
            case FILTER_AND_SKIP -> cut(PageMistake.SKIP_FIRST);
            case TOP_AND_SKIP -> cut(PageMistake.TOP_BEFORE_SKIP);
            case SKIP_TO_LAST -> cut(PageMistake.SKIP_ONE_MORE);
            case SKIP_ALL -> cut(PageMistake.SKIP_AROUND);
            case TOP_ZERO -> cut(PageMistake.ZERO_IS_ALL);
            case TOP_ABOVE_ALL -> cut(PageMistake.TOP_ABOVE_REFUSED);
            case PARTS -> cut(PageMistake.UNSTABLE);
            case LINKED_PAGES -> cut(PageMistake.FILTER_LOST, PageMistake.OVERLAP, PageMistake.GAP);
            case TOP_OVER_PAGES -> cut(PageMistake.TOP_LOST);
            case SKIP_OVER_PAGES -> cut(PageMistake.LAST_ONE_LOST);
        };
    }

    @Override
    public FaultBuilder foundAsUpdated(ListCheck.FoundAsUpdated check) {
        return faults.add("stale", "finds entities by what was first submitted", new FaultAction.FilterOriginals());
    }

    @Override
    public FaultBuilder notFoundRemoved(ListCheck.NotFoundRemoved check) {
        Operation create = contract.operation(Effect.CREATE).orElseThrow();
        return faults.add(
                "found",
                "finds what is not there",
                new FaultAction.FindAnyway(
                        contract.resource().orElseThrow().identity(),
                        create.requestExamples().values().iterator().next()));
    }

    @Override
    public FaultBuilder notListedExpired(ListCheck.NotListedExpired check) {
        contract.resource()
                .flatMap(Resource::expiration)
                .ifPresent(end -> faults.on(contract.operation(Effect.CREATE).orElseThrow())
                        .add("immortal", "keeps what has ended", new FaultAction.KeepForever(end)));
        contract.resource()
                .flatMap(Resource::expiration)
                .ifPresent(end -> contract.operation(Effect.CREATE_MANY)
                        .ifPresent(many -> faults.on(many)
                                .add("import-immortal", "keeps what was imported", new SequenceAction.Lose(end))));
        faults.on(contract.operation(Effect.LIST).orElseThrow())
                .add("found", "a filter finds what has ended", new SequenceAction.ShowRemoved());
        return faults;
    }

    @Override
    public FaultBuilder listedAsAnswered(ListCheck.ListedAsAnswered check) {
        contract.resource().orElseThrow().serverValues().forEach((name, value) -> {
            if (value == ServerValue.TIME || value == ServerValue.CALLER || value == ServerValue.CALLER_KIND) {
                faults.mutate(name, Mutation.DROPPED);
            }
        });
        for (String name : SubmittedProperties.of(contract)) {
            faults.mutate(
                    name,
                    switch (SubmittedKind.of(contract, name)) {
                        case TEXT -> EnumSet.of(Mutation.DROPPED, Mutation.UPPERCASED);
                        case TIME -> EnumSet.of(Mutation.DROPPED, Mutation.SHIFTED);
                        case LIST -> EnumSet.of(Mutation.DROPPED, Mutation.SORTED, Mutation.DISTINCT);
                        case NESTED_WORDS, WORDS, OTHER -> EnumSet.of(Mutation.DROPPED);
                    });
        }
        SubmittedKind.firstText(contract).ifPresent(name -> faults.mutate(name, Mutation.CUT));
        return faults;
    }

    @Override
    public FaultBuilder limited(ListCheck.Limited check) {
        return faults.add("overlooked", "does not look at $top", new FaultAction.IgnoreQueryOption("$top"));
    }

    @Override
    public FaultBuilder skipped(ListCheck.Skipped check) {
        return faults.add("overlooked", "does not look at $skip", new FaultAction.IgnoreQueryOption("$skip"));
    }
}
