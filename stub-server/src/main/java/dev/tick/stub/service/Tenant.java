package dev.tick.stub.service;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Edition;
import dev.tick.spec.register.Requirement;
import dev.tick.stub.behaviour.Store;
import dev.tick.stub.http.Transmission;
import dev.tick.stub.journal.Journal;
import dev.tick.stub.journal.TouchedRequirements;
import dev.tick.stub.mood.Mood;
import dev.tick.stub.token.TokenVerifier;
import java.time.Clock;
import java.util.List;

/**
 * What a stub serves: contracts over one store.
 *
 * @param served at least one; the first is meant where one alone is asked for
 * @param store what they look at
 * @param journal of their exchanges
 * @param conditions under which they are served
 */
public record Tenant(List<Served> served, Store store, Journal journal, Conditions conditions) {
    /** A contract and its service. */
    public record Served(Edition edition, ContractService service) {}

    /** Copies the list. */
    public Tenant {
        served = List.copyOf(served);
    }

    /**
     * Serves contracts from an empty state.
     *
     * @param stranger the application that a caller without a readable token is taken for, where one is let in
     */
    public static Tenant serving(
            List<Edition> editions,
            Clock clock,
            TokenVerifier tokens,
            Conditions conditions,
            Journal journal,
            TouchedRequirements rows,
            String stranger) {
        Store store = new Store(clock, conditions.capacity());
        return new Tenant(
                editions.stream()
                        .map(edition -> new Served(
                                edition,
                                new ContractService(
                                        edition, clock, tokens, conditions, store, journal, rows, stranger)))
                        .toList(),
                store,
                journal,
                conditions);
    }

    /** The contract that is meant where one alone is asked for. */
    public Served first() {
        return served.get(0);
    }

    /** The rows of all registers. */
    public List<Requirement> requirements() {
        return served.stream()
                .flatMap(one -> one.edition().register().requirements().stream())
                .toList();
    }

    /** Answers a call of a path that no contract knows. */
    public Transmission unknownPath(Request request) {
        List<Operation> operations = served.stream()
                .flatMap(one -> one.edition().contract().operations().stream())
                .toList();
        return first().service().unknownPath(request, operations);
    }

    /** Forgets every entity, call and exchange, and is in no mood any more. */
    public void reset() {
        conditions.temper().become(Mood.fine());
        conditions.quotas().clear();
        served.forEach(one -> one.service().reset());
        store.clear();
        journal.clear();
    }
}
