package dev.tick.spec.check;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import java.util.List;
import java.util.Set;

/** A check that looks back at every response that an operation gave in a run; it sends next to nothing of its own. */
public sealed interface ConductCheck extends Check {
    /** The kinds of checks that look back. */
    interface ConductKinds<R> {
        R noServerError(NoServerError check);

        R knownSuccess(KnownSuccess check);

        R conformingSuccess(ConformingSuccess check);

        R challenged(Challenged check);

        R trackingId(TrackingId check);

        R listsOwn(ListsOwn check);

        R listsPresent(ListsPresent check);

        R listsOnce(ListsOnce check);
    }

    /** The requests whose responses are looked at. */
    enum Requests {
        /** Those that honour the contract, with a token that may do what they ask for. */
        SOUND,
        /** All of them. */
        ALL
    }

    /** Returns what is to be done with this kind. */
    <R> R accept(ConductKinds<R> kinds);

    @Override
    default <R> R accept(CheckFamilies<R> families) {
        return families.conduct(this);
    }

    /**
     * No request gets a 5xx, however often it is repeated and however large it is ({@code no-server-error}).
     *
     * @param operation the operation's id
     * @param requests the requests that are meant
     */
    record NoServerError(String operation, Requests requests) implements ConductCheck {
        @Override
        public String kind() {
            return "no-server-error";
        }

        @Override
        public <R> R accept(ConductKinds<R> kinds) {
            return kinds.noServerError(this);
        }
    }

    /**
     * Every success has one of these statuses ({@code known-success}).
     *
     * @param operation the operation's id
     * @param requests the requests that are meant
     * @param statuses the only ones, of this edition and of others
     */
    record KnownSuccess(String operation, Requests requests, List<Integer> statuses) implements ConductCheck {
        /** Copies the statuses. */
        public KnownSuccess {
            statuses = List.copyOf(statuses);
        }

        @Override
        public List<Integer> statuses() {
            return statuses;
        }

        @Override
        public String kind() {
            return "known-success";
        }

        @Override
        public <R> R accept(ConductKinds<R> kinds) {
            return kinds.knownSuccess(this);
        }
    }

    /**
     * Every success of a sound request has the body that the first one has ({@code conforming-success}).
     *
     * @param operation the operation's id
     */
    record ConformingSuccess(String operation) implements ConductCheck {
        @Override
        public String kind() {
            return "conforming-success";
        }

        @Override
        public <R> R accept(ConductKinds<R> kinds) {
            return kinds.conformingSuccess(this);
        }
    }

    /**
     * Every 401 names the scheme Bearer in WWW-Authenticate ({@code challenged}).
     *
     * @param operation the operation's id
     */
    record Challenged(String operation) implements ConductCheck {
        @Override
        public String kind() {
            return "challenged";
        }

        @Override
        public <R> R accept(ConductKinds<R> kinds) {
            return kinds.challenged(this);
        }
    }

    /**
     * Every error has an id of its own ({@code tracking-id}).
     *
     * @param operation the operation's id
     * @param pointer where it stands in the body
     */
    record TrackingId(String operation, String pointer) implements ConductCheck {
        @Override
        public String kind() {
            return "tracking-id";
        }

        @Override
        public <R> R accept(ConductKinds<R> kinds) {
            return kinds.trackingId(this);
        }
    }

    /**
     * No list of a run holds what only another application submitted ({@code lists-own}).
     *
     * @param operation the operation's id
     */
    record ListsOwn(String operation) implements ConductCheck {
        @Override
        public String kind() {
            return "lists-own";
        }

        @Override
        public <R> R accept(ConductKinds<R> kinds) {
            return kinds.listsOwn(this);
        }
    }

    /**
     * No list of a run holds what a removal before it removed ({@code lists-present}).
     *
     * @param operation the operation's id
     */
    record ListsPresent(String operation) implements ConductCheck {
        @Override
        public String kind() {
            return "lists-present";
        }

        @Override
        public Set<Effect> needs(Contract contract) {
            return Set.of(Effect.REMOVE);
        }

        @Override
        public <R> R accept(ConductKinds<R> kinds) {
            return kinds.listsPresent(this);
        }
    }

    /**
     * No list of a run holds an entity twice, on whichever of its pages ({@code lists-once}).
     *
     * @param operation the operation's id
     */
    record ListsOnce(String operation) implements ConductCheck {
        @Override
        public String kind() {
            return "lists-once";
        }

        @Override
        public <R> R accept(ConductKinds<R> kinds) {
            return kinds.listsOnce(this);
        }
    }
}
