package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.exploration.Exploration;
import dev.tick.conformance.outcome.Case;
import dev.tick.spec.check.AbsentCheck;
import dev.tick.spec.check.AfterRemovalCheck;
import dev.tick.spec.check.BatchCheck;
import dev.tick.spec.check.CallerCheck;
import dev.tick.spec.check.ChangeCheck;
import dev.tick.spec.check.Check;
import dev.tick.spec.check.ConductCheck;
import dev.tick.spec.check.Expectation;
import dev.tick.spec.check.ExplorationCheck;
import dev.tick.spec.check.ListCheck;
import dev.tick.spec.check.RemovalCheck;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.check.ResubmitCheck;
import dev.tick.spec.check.SequenceCheck;
import dev.tick.spec.check.ServerValueCheck;
import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.register.Requirement;
import java.util.List;

/** The cases of every kind of check; a kind without cases does not compile. */
public final class Checks {
    private Checks() {}

    /**
     * Returns the cases of a row; at least one, or the row would pass untested.
     *
     * @throws IllegalArgumentException when the row's check cannot be made, naming the row and the remedy
     */
    public static List<Case> cases(Requirement row, Conversation conversation, Exploration exploration) {
        Check check = row.check().orElseThrow();
        List<Case> cases = check.accept(new Families(row, conversation, exploration));
        if (cases.isEmpty()) {
            throw new IllegalArgumentException(row.id() + ": no case follows from its check " + check);
        }
        return cases;
    }

    /** Returns whether the target has the capability that a row's check needs. */
    public static boolean applies(Requirement row, Conversation conversation) {
        return row.appliesTo(conversation.contract(), conversation.target().capabilities());
    }

    /** The cases of each family of checks. */
    private record Families(Requirement row, Conversation conversation, Exploration exploration)
            implements Check.CheckFamilies<List<Case>> {
        @Override
        public List<Case> success(SuccessCheck check) {
            return check.accept(new SuccessCases(row, conversation));
        }

        @Override
        public List<Case> serverValue(ServerValueCheck check) {
            return check.accept(new ServerValueCases(row, conversation));
        }

        @Override
        public List<Case> list(ListCheck check) {
            return check.accept(new ListCases(row, conversation));
        }

        @Override
        public List<Case> change(ChangeCheck check) {
            return check.accept(new ChangeCases(row, conversation));
        }

        @Override
        public List<Case> removal(RemovalCheck check) {
            return check.accept(new RemovalCases(row, conversation));
        }

        @Override
        public List<Case> batch(BatchCheck check) {
            return check.accept(new BatchCases(row, conversation));
        }

        @Override
        public List<Case> exploration(ExplorationCheck check) {
            return exploration.onlyCases(row);
        }

        @Override
        public List<Case> request(RequestCheck check) {
            return check.expectation().accept(new RequestCases(row, check, conversation));
        }

        @Override
        public List<Case> absent(AbsentCheck check) {
            return ChangeChecks.absent(row, check, conversation);
        }

        @Override
        public List<Case> sequence(SequenceCheck check) {
            return Sequences.cases(row, check, conversation);
        }

        @Override
        public List<Case> conduct(ConductCheck check) {
            return ConductChecks.review(row, check, conversation);
        }

        @Override
        public List<Case> afterRemoval(AfterRemovalCheck check) {
            return AfterRemovalChecks.cases(row, check, conversation);
        }

        @Override
        public List<Case> resubmit(ResubmitCheck check) {
            return check.accept(new ResubmitChecks(row, conversation));
        }

        @Override
        public List<Case> caller(CallerCheck check) {
            return check.accept(new CallerCases(row, conversation));
        }
    }

    /** The cases of a CallerCheck. */
    private record CallerCases(Requirement row, Conversation conversation)
            implements CallerCheck.CallerKinds<List<Case>> {
        @Override
        public List<Case> notUpdatedByOthers(CallerCheck.NotUpdatedByOthers check) {
            return CallerChecks.notUpdatedByOthers(row, check, conversation);
        }

        @Override
        public List<Case> reachesOthers(CallerCheck.ReachesOthers check) {
            return CallerChecks.reachesOthers(row, check, conversation);
        }
    }

    /** The cases of a RequestCheck. */
    private record RequestCases(Requirement row, RequestCheck check, Conversation conversation)
            implements Expectation.Expectations<List<Case>> {
        @Override
        public List<Case> refused(Expectation.Refused expectation) {
            return RefusalChecks.refused(row, check, expectation, conversation);
        }

        @Override
        public List<Case> accepted(Expectation.Accepted expectation) {
            return ToleranceChecks.accepted(row, conversation.operation(check), check.alteration(), conversation);
        }

        @Override
        public List<Case> noted(Expectation.Noted expectation) {
            return ProbeChecks.probe(row, check, expectation, conversation);
        }

        @Override
        public List<Case> withoutEffect(Expectation.WithoutEffect expectation) {
            return SideEffectChecks.withoutEffect(row, conversation.operation(check), check.alteration(), conversation);
        }

        @Override
        public List<Case> notFound(Expectation.NotFound expectation) {
            return RoutingChecks.unknownPath(row, conversation.operation(check), conversation);
        }

        @Override
        public List<Case> methodNotAllowed(Expectation.MethodNotAllowed expectation) {
            return RoutingChecks.methodNotAllowed(row, conversation.operation(check), conversation);
        }
    }

    /** The cases of a SuccessCheck. */
    private record SuccessCases(Requirement row, Conversation conversation)
            implements SuccessCheck.SuccessKinds<List<Case>> {
        @Override
        public List<Case> succeeds(SuccessCheck.Succeeds check) {
            return SuccessChecks.success(row, check, conversation);
        }

        @Override
        public List<Case> answerConforms(SuccessCheck.AnswerConforms check) {
            return SuccessChecks.answer(row, check, conversation);
        }

        @Override
        public List<Case> propertyPresent(SuccessCheck.PropertyPresent check) {
            return SuccessChecks.present(row, check, conversation);
        }

        @Override
        public List<Case> propertyEchoed(SuccessCheck.PropertyEchoed check) {
            return SuccessChecks.echo(row, check, conversation);
        }

        @Override
        public List<Case> declaredOnce(SuccessCheck.DeclaredOnce check) {
            return SuccessChecks.declaredOnce(row, check, conversation);
        }

        @Override
        public List<Case> locationFollowed(SuccessCheck.LocationFollowed check) {
            return ToleranceChecks.location(row, check, conversation);
        }

        @Override
        public List<Case> plusInPath(SuccessCheck.PlusInPath check) {
            return ToleranceChecks.plusInPath(row, check, conversation);
        }

        @Override
        public List<Case> unworn(SuccessCheck.Unworn check) {
            return ToleranceChecks.unworn(row, check, conversation);
        }

        @Override
        public List<Case> valuesTaken(SuccessCheck.ValuesTaken check) {
            return ValueChecks.taken(row, check, conversation);
        }

        @Override
        public List<Case> unusualValues(SuccessCheck.UnusualValues check) {
            return ValueChecks.unusual(row, check, conversation);
        }

        @Override
        public List<Case> jsonForms(SuccessCheck.JsonForms check) {
            return JsonFormChecks.taken(row, check, conversation);
        }
    }

    /** The cases of a ServerValueCheck. */
    private record ServerValueCases(Requirement row, Conversation conversation)
            implements ServerValueCheck.ServerValueKinds<List<Case>> {
        @Override
        public List<Case> serverValueSet(ServerValueCheck.ServerValueSet check) {
            return ServerValueChecks.set(row, check, conversation);
        }

        @Override
        public List<Case> serverValuePerCaller(ServerValueCheck.ServerValuePerCaller check) {
            return ServerValueChecks.perCaller(row, check, conversation);
        }

        @Override
        public List<Case> serverValueNotFromClient(ServerValueCheck.ServerValueNotFromClient check) {
            return ServerValueChecks.notFromClient(row, check, conversation);
        }

        @Override
        public List<Case> serverValueStable(ServerValueCheck.ServerValueStable check) {
            return ServerValueChecks.stable(row, check, conversation);
        }
    }

    /** The cases of a ListCheck. */
    private record ListCases(Requirement row, Conversation conversation) implements ListCheck.ListKinds<List<Case>> {
        @Override
        public List<Case> listed(ListCheck.Listed check) {
            return ListChecks.listed(row, check, conversation);
        }

        @Override
        public List<Case> listedAsSubmitted(ListCheck.ListedAsSubmitted check) {
            return ListChecks.listedAsSubmitted(row, check, conversation);
        }

        @Override
        public List<Case> listedAsChanged(ListCheck.ListedAsChanged check) {
            return ListChecks.listedAsChanged(row, check, conversation);
        }

        @Override
        public List<Case> listedOnce(ListCheck.ListedOnce check) {
            return ListChecks.listedOnce(row, check, conversation);
        }

        @Override
        public List<Case> notListedForOthers(ListCheck.NotListedForOthers check) {
            return ListChecks.notListedForOthers(row, check, conversation);
        }

        @Override
        public List<Case> listedForTenantWideRole(ListCheck.ListedForTenantWideRole check) {
            return ListChecks.listedForTenantWideRole(row, check, conversation);
        }

        @Override
        public List<Case> filtered(ListCheck.Filtered check) {
            return QueryChecks.filtered(row, check, conversation);
        }

        @Override
        public List<Case> limited(ListCheck.Limited check) {
            return QueryChecks.limited(row, check, conversation);
        }

        @Override
        public List<Case> skipped(ListCheck.Skipped check) {
            return QueryChecks.skipped(row, check, conversation);
        }

        @Override
        public List<Case> queried(ListCheck.Queried check) {
            return QuestionChecks.queried(row, check, conversation);
        }

        @Override
        public List<Case> listedAsAnswered(ListCheck.ListedAsAnswered check) {
            return AnswerListChecks.listedAsAnswered(row, conversation);
        }

        @Override
        public List<Case> foundAsUpdated(ListCheck.FoundAsUpdated check) {
            return AftermathChecks.foundAsUpdated(row, conversation);
        }

        @Override
        public List<Case> notFoundRemoved(ListCheck.NotFoundRemoved check) {
            return AftermathChecks.notFoundRemoved(row, conversation);
        }

        @Override
        public List<Case> notListedExpired(ListCheck.NotListedExpired check) {
            return new Endings(row, conversation, new Steps(conversation)).gone();
        }
    }

    /** The cases of a ChangeCheck. */
    private record ChangeCases(Requirement row, Conversation conversation)
            implements ChangeCheck.ChangeKinds<List<Case>> {
        @Override
        public List<Case> propertyChanges(ChangeCheck.PropertyChanges check) {
            return ChangeChecks.changes(row, check, conversation);
        }

        @Override
        public List<Case> changeKeepsOthers(ChangeCheck.ChangeKeepsOthers check) {
            return ChangeChecks.keeps(row, check, conversation);
        }

        @Override
        public List<Case> propertyImmutable(ChangeCheck.PropertyImmutable check) {
            return ChangeChecks.immutable(row, check, conversation);
        }

        @Override
        public List<Case> resubmitUpdates(ChangeCheck.ResubmitUpdates check) {
            return UpdateChecks.updates(row, check, conversation);
        }

        @Override
        public List<Case> resubmitKeeps(ChangeCheck.ResubmitKeeps check) {
            return UpdateChecks.keeps(row, check, conversation);
        }
    }

    /** The cases of a RemovalCheck. */
    private record RemovalCases(Requirement row, Conversation conversation)
            implements RemovalCheck.RemovalKinds<List<Case>> {
        @Override
        public List<Case> removed(RemovalCheck.Removed check) {
            return RemovalChecks.removed(row, check, conversation);
        }

        @Override
        public List<Case> notRemovedByOthers(RemovalCheck.NotRemovedByOthers check) {
            return RemovalChecks.notRemovedByOthers(row, check, conversation);
        }
    }

    /** The cases of a BatchCheck. */
    private record BatchCases(Requirement row, Conversation conversation) implements BatchCheck.BatchKinds<List<Case>> {
        @Override
        public List<Case> itemsImported(BatchCheck.ItemsImported check) {
            return BatchChecks.imported(row, check, conversation);
        }

        @Override
        public List<Case> itemsImportedAgain(BatchCheck.ItemsImportedAgain check) {
            return BatchChecks.importedAgain(row, check, conversation);
        }

        @Override
        public List<Case> itemsTaken(BatchCheck.ItemsTaken check) {
            return VariedChecks.itemsTaken(row, check, conversation);
        }

        @Override
        public List<Case> itemRefused(BatchCheck.ItemRefused check) {
            return BatchChecks.itemRefused(row, check, conversation);
        }

        @Override
        public List<Case> itemProbed(BatchCheck.ItemProbed check) {
            return BatchChecks.probeItem(row, check, conversation);
        }
    }
}
