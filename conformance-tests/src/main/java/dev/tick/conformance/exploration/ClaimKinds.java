package dev.tick.conformance.exploration;

import dev.tick.conformance.model.Claim;
import dev.tick.spec.check.AbsentCheck;
import dev.tick.spec.check.AfterRemovalCheck;
import dev.tick.spec.check.BatchCheck;
import dev.tick.spec.check.CallerCheck;
import dev.tick.spec.check.ChangeCheck;
import dev.tick.spec.check.Check;
import dev.tick.spec.check.ConductCheck;
import dev.tick.spec.check.ExplorationCheck;
import dev.tick.spec.check.ListCheck;
import dev.tick.spec.check.RemovalCheck;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.check.ResubmitCheck;
import dev.tick.spec.check.SequenceCheck;
import dev.tick.spec.check.ServerValueCheck;
import dev.tick.spec.check.SuccessCheck;
import java.util.Optional;

/** The kind of claim that each kind of check states; empty where the exploration says nothing of it. */
final class ClaimKinds implements Check.CheckFamilies<Optional<Claim.Kind>> {
    private static Optional<Claim.Kind> of(Claim.Kind kind) {
        return Optional.of(kind);
    }

    @Override
    public Optional<Claim.Kind> success(SuccessCheck check) {
        return check.accept(new Success());
    }

    @Override
    public Optional<Claim.Kind> serverValue(ServerValueCheck check) {
        return check.accept(new ServerValues());
    }

    @Override
    public Optional<Claim.Kind> list(ListCheck check) {
        return check.accept(new Lists());
    }

    @Override
    public Optional<Claim.Kind> change(ChangeCheck check) {
        return check.accept(new Changes());
    }

    @Override
    public Optional<Claim.Kind> removal(RemovalCheck check) {
        return check.accept(new Removals());
    }

    @Override
    public Optional<Claim.Kind> batch(BatchCheck check) {
        return check.accept(new Batches());
    }

    @Override
    public Optional<Claim.Kind> exploration(ExplorationCheck check) {
        return check.accept(new Explorations());
    }

    @Override
    public Optional<Claim.Kind> request(RequestCheck check) {
        return RowFinder.served(check);
    }

    @Override
    public Optional<Claim.Kind> absent(AbsentCheck check) {
        return check.error().isWrapped() ? Optional.empty() : of(Claim.Kind.ABSENT);
    }

    @Override
    public Optional<Claim.Kind> sequence(SequenceCheck check) {
        return Optional.empty();
    }

    @Override
    public Optional<Claim.Kind> conduct(ConductCheck check) {
        return Optional.empty();
    }

    @Override
    public Optional<Claim.Kind> caller(CallerCheck check) {
        return Optional.empty();
    }

    @Override
    public Optional<Claim.Kind> afterRemoval(AfterRemovalCheck check) {
        return Optional.empty();
    }

    @Override
    public Optional<Claim.Kind> resubmit(ResubmitCheck check) {
        return Optional.empty();
    }

    private static final class Success implements SuccessCheck.SuccessKinds<Optional<Claim.Kind>> {
        @Override
        public Optional<Claim.Kind> valuesTaken(SuccessCheck.ValuesTaken check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> succeeds(SuccessCheck.Succeeds check) {
            return check.statuses().isEmpty() ? of(Claim.Kind.SUCCESS) : Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> answerConforms(SuccessCheck.AnswerConforms check) {
            return of(Claim.Kind.ANSWER);
        }

        @Override
        public Optional<Claim.Kind> propertyPresent(SuccessCheck.PropertyPresent check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> propertyEchoed(SuccessCheck.PropertyEchoed check) {
            return of(Claim.Kind.ECHO);
        }

        @Override
        public Optional<Claim.Kind> declaredOnce(SuccessCheck.DeclaredOnce check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> locationFollowed(SuccessCheck.LocationFollowed check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> plusInPath(SuccessCheck.PlusInPath check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> unusualValues(SuccessCheck.UnusualValues check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> jsonForms(SuccessCheck.JsonForms check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> unworn(SuccessCheck.Unworn check) {
            return Optional.empty();
        }
    }

    private static final class ServerValues implements ServerValueCheck.ServerValueKinds<Optional<Claim.Kind>> {
        @Override
        public Optional<Claim.Kind> serverValueSet(ServerValueCheck.ServerValueSet check) {
            return of(Claim.Kind.SERVER_VALUE);
        }

        @Override
        public Optional<Claim.Kind> serverValuePerCaller(ServerValueCheck.ServerValuePerCaller check) {
            return of(Claim.Kind.SERVER_VALUE_PER_CALLER);
        }

        @Override
        public Optional<Claim.Kind> serverValueNotFromClient(ServerValueCheck.ServerValueNotFromClient check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> serverValueStable(ServerValueCheck.ServerValueStable check) {
            return of(Claim.Kind.SERVER_VALUE_STABLE);
        }
    }

    private static final class Lists implements ListCheck.ListKinds<Optional<Claim.Kind>> {
        @Override
        public Optional<Claim.Kind> foundAsUpdated(ListCheck.FoundAsUpdated check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> listed(ListCheck.Listed check) {
            return of(Claim.Kind.LISTED);
        }

        @Override
        public Optional<Claim.Kind> listedAsSubmitted(ListCheck.ListedAsSubmitted check) {
            return of(Claim.Kind.LISTED_AS_SUBMITTED);
        }

        @Override
        public Optional<Claim.Kind> listedAsAnswered(ListCheck.ListedAsAnswered check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> notListedExpired(ListCheck.NotListedExpired check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> notFoundRemoved(ListCheck.NotFoundRemoved check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> queried(ListCheck.Queried check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> listedAsChanged(ListCheck.ListedAsChanged check) {
            return of(Claim.Kind.LISTED_AS_CHANGED);
        }

        @Override
        public Optional<Claim.Kind> listedOnce(ListCheck.ListedOnce check) {
            return of(Claim.Kind.LISTED_ONCE);
        }

        @Override
        public Optional<Claim.Kind> notListedForOthers(ListCheck.NotListedForOthers check) {
            return of(Claim.Kind.NOT_LISTED_FOR_OTHERS);
        }

        @Override
        public Optional<Claim.Kind> listedForTenantWideRole(ListCheck.ListedForTenantWideRole check) {
            return of(Claim.Kind.LISTED_FOR_TENANT_WIDE_ROLE);
        }

        @Override
        public Optional<Claim.Kind> filtered(ListCheck.Filtered check) {
            return of(Claim.Kind.FILTERED);
        }

        @Override
        public Optional<Claim.Kind> limited(ListCheck.Limited check) {
            return of(Claim.Kind.LIMITED);
        }

        @Override
        public Optional<Claim.Kind> skipped(ListCheck.Skipped check) {
            return of(Claim.Kind.SKIPPED);
        }
    }

    private static final class Changes implements ChangeCheck.ChangeKinds<Optional<Claim.Kind>> {
        @Override
        public Optional<Claim.Kind> propertyChanges(ChangeCheck.PropertyChanges check) {
            return of(Claim.Kind.CHANGES);
        }

        @Override
        public Optional<Claim.Kind> changeKeepsOthers(ChangeCheck.ChangeKeepsOthers check) {
            return of(Claim.Kind.CHANGE_KEEPS);
        }

        @Override
        public Optional<Claim.Kind> propertyImmutable(ChangeCheck.PropertyImmutable check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> resubmitUpdates(ChangeCheck.ResubmitUpdates check) {
            return of(Claim.Kind.UPDATES);
        }

        @Override
        public Optional<Claim.Kind> resubmitKeeps(ChangeCheck.ResubmitKeeps check) {
            return of(Claim.Kind.RESUBMIT_KEEPS);
        }
    }

    private static final class Removals implements RemovalCheck.RemovalKinds<Optional<Claim.Kind>> {
        @Override
        public Optional<Claim.Kind> removed(RemovalCheck.Removed check) {
            return of(Claim.Kind.REMOVED);
        }

        @Override
        public Optional<Claim.Kind> notRemovedByOthers(RemovalCheck.NotRemovedByOthers check) {
            return of(Claim.Kind.NOT_REMOVED_BY_OTHERS);
        }
    }

    private static final class Batches implements BatchCheck.BatchKinds<Optional<Claim.Kind>> {
        @Override
        public Optional<Claim.Kind> itemsImported(BatchCheck.ItemsImported check) {
            return of(Claim.Kind.IMPORTED);
        }

        @Override
        public Optional<Claim.Kind> itemsImportedAgain(BatchCheck.ItemsImportedAgain check) {
            return of(Claim.Kind.IMPORTED_AGAIN);
        }

        @Override
        public Optional<Claim.Kind> itemsTaken(BatchCheck.ItemsTaken check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> itemRefused(BatchCheck.ItemRefused check) {
            return Optional.empty();
        }

        @Override
        public Optional<Claim.Kind> itemProbed(BatchCheck.ItemProbed check) {
            return Optional.empty();
        }
    }

    private static final class Explorations implements ExplorationCheck.ExplorationKinds<Optional<Claim.Kind>> {
        @Override
        public Optional<Claim.Kind> neverFails(ExplorationCheck.NeverFails check) {
            return of(Claim.Kind.NO_SERVER_ERROR);
        }

        @Override
        public Optional<Claim.Kind> explored(ExplorationCheck.Explored check) {
            return of(Claim.Kind.NOTE);
        }
    }
}
