package dev.tick.spec.check;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import java.util.Set;

/** A check on what a server lists. */
public sealed interface ListCheck extends Check {
    /** The kinds of checks on what a server lists. */
    interface ListKinds<R> {
        R listed(Listed check);

        R listedAsSubmitted(ListedAsSubmitted check);

        R listedAsChanged(ListedAsChanged check);

        R listedOnce(ListedOnce check);

        R notListedForOthers(NotListedForOthers check);

        R listedForTenantWideRole(ListedForTenantWideRole check);

        R filtered(Filtered check);

        R limited(Limited check);

        R skipped(Skipped check);

        R queried(Queried check);

        R listedAsAnswered(ListedAsAnswered check);

        R foundAsUpdated(FoundAsUpdated check);

        R notFoundRemoved(NotFoundRemoved check);

        R notListedExpired(NotListedExpired check);
    }

    /** Readings of a 4xx to a query. */
    enum Declined {
        /** It breaks the row: the query is promised. */
        BREACH,
        /** It is noted: no page promises the query, but an answer must be right. */
        NOTED
    }

    /** Returns what is to be done with this kind. */
    <R> R accept(ListKinds<R> kinds);

    @Override
    default <R> R accept(CheckFamilies<R> families) {
        return families.list(this);
    }

    /**
     * The check that a created entity is listed ({@code listed}).
     *
     * @param operation the operation's id
     */
    record Listed(String operation) implements ListCheck {
        @Override
        public String kind() {
            return "listed";
        }

        @Override
        public <R> R accept(ListKinds<R> kinds) {
            return kinds.listed(this);
        }
    }

    /**
     * The check that a created entity is listed as it was sent ({@code listed-as-submitted}).
     *
     * @param operation the operation's id
     */
    record ListedAsSubmitted(String operation) implements ListCheck {
        @Override
        public String kind() {
            return "listed-as-submitted";
        }

        @Override
        public <R> R accept(ListKinds<R> kinds) {
            return kinds.listedAsSubmitted(this);
        }
    }

    /**
     * The check that a change appears in the list ({@code listed-as-changed}).
     *
     * @param operation the operation's id
     */
    record ListedAsChanged(String operation) implements ListCheck {
        @Override
        public String kind() {
            return "listed-as-changed";
        }

        @Override
        public <R> R accept(ListKinds<R> kinds) {
            return kinds.listedAsChanged(this);
        }
    }

    /**
     * Nothing is listed twice ({@code listed-once}).
     *
     * @param operation the operation's id
     */
    record ListedOnce(String operation) implements ListCheck {
        @Override
        public String kind() {
            return "listed-once";
        }

        @Override
        public <R> R accept(ListKinds<R> kinds) {
            return kinds.listedOnce(this);
        }
    }

    /**
     * The check that an entity is not listed for another application ({@code not-listed-for-others}).
     *
     * @param operation the operation's id
     * @param alteration what is changed in the request; nothing for a sound one
     */
    record NotListedForOthers(String operation, Alteration alteration) implements ListCheck {
        @Override
        public String kind() {
            return "not-listed-for-others";
        }

        @Override
        public <R> R accept(ListKinds<R> kinds) {
            return kinds.notListedForOthers(this);
        }
    }

    /**
     * The check that an entity is listed for another application with a tenant-wide role ({@code shown-to-all}).
     *
     * @param operation the operation's id
     * @param alteration what is changed in the request; nothing for a sound one
     */
    record ListedForTenantWideRole(String operation, Alteration alteration) implements ListCheck {
        @Override
        public String kind() {
            return "shown-to-all";
        }

        @Override
        public <R> R accept(ListKinds<R> kinds) {
            return kinds.listedForTenantWideRole(this);
        }
    }

    /**
     * A list may be filtered by a property ({@code filtered}).
     *
     * @param operation the operation's id
     * @param property the entity's property that the row's pointer leads to
     */
    record Filtered(String operation, String property) implements ListCheck {
        @Override
        public String kind() {
            return "filtered";
        }

        @Override
        public <R> R accept(ListKinds<R> kinds) {
            return kinds.filtered(this);
        }
    }

    /**
     * A list may be cut to its first entities ({@code limited}).
     *
     * @param operation the operation's id
     */
    record Limited(String operation) implements ListCheck {
        @Override
        public String kind() {
            return "limited";
        }

        @Override
        public <R> R accept(ListKinds<R> kinds) {
            return kinds.limited(this);
        }
    }

    /**
     * A list may leave out its first entities ({@code skipped}).
     *
     * @param operation the operation's id
     */
    record Skipped(String operation) implements ListCheck {
        @Override
        public String kind() {
            return "skipped";
        }

        @Override
        public <R> R accept(ListKinds<R> kinds) {
            return kinds.skipped(this);
        }
    }

    /**
     * The check that a query lists what it asks for, and nothing else ({@code queried}).
     *
     * @param operation the operation's id
     * @param form how the query is written
     * @param declined how a 4xx is read
     */
    record Queried(String operation, QueryForm form, Declined declined) implements ListCheck {
        @Override
        public String kind() {
            return "queried";
        }

        @Override
        public <R> R accept(ListKinds<R> kinds) {
            return kinds.queried(this);
        }
    }

    /**
     * The check that every entity is listed as the response to its submit showed it ({@code listed-as-answered}).
     *
     * @param operation the operation's id
     */
    record ListedAsAnswered(String operation) implements ListCheck {
        @Override
        public String kind() {
            return "listed-as-answered";
        }

        @Override
        public <R> R accept(ListKinds<R> kinds) {
            return kinds.listedAsAnswered(this);
        }
    }

    /**
     * The check that a filter finds a changed entity by its new value alone ({@code found-as-updated}).
     *
     * @param operation the operation's id
     */
    record FoundAsUpdated(String operation) implements ListCheck {
        @Override
        public String kind() {
            return "found-as-updated";
        }

        @Override
        public Set<Effect> needs(Contract contract) {
            return Set.of(Effect.CHANGE);
        }

        @Override
        public <R> R accept(ListKinds<R> kinds) {
            return kinds.foundAsUpdated(this);
        }
    }

    /**
     * The check that no filter finds a removed entity ({@code not-found-removed}).
     *
     * @param operation the operation's id
     */
    record NotFoundRemoved(String operation) implements ListCheck {
        @Override
        public String kind() {
            return "not-found-removed";
        }

        @Override
        public Set<Effect> needs(Contract contract) {
            return Set.of(Effect.REMOVE);
        }

        @Override
        public <R> R accept(ListKinds<R> kinds) {
            return kinds.notFoundRemoved(this);
        }
    }

    /**
     * The check that an entity that has ended is not listed ({@code not-listed-expired}).
     *
     * @param operation the operation's id
     */
    record NotListedExpired(String operation) implements ListCheck {
        @Override
        public String kind() {
            return "not-listed-expired";
        }

        @Override
        public <R> R accept(ListKinds<R> kinds) {
            return kinds.notListedExpired(this);
        }
    }
}
