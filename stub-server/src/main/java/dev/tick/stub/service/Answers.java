package dev.tick.stub.service;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.stub.behaviour.Lists;
import dev.tick.stub.behaviour.Outcome;
import dev.tick.stub.fault.Act;
import dev.tick.stub.fault.Situation;
import dev.tick.stub.http.Responses;
import dev.tick.stub.http.Transmission;
import dev.tick.stub.mood.Manner;
import dev.tick.stub.odata.QueryReader;
import dev.tick.stub.quota.Quotas;
import dev.tick.stub.token.Caller;
import dev.tick.stub.token.TokenVerdict;
import java.util.Optional;

/** What a request gets: soundly, or as the mood has it. */
final class Answers {
    private final Refusals refusals;
    private final Quotas quotas;
    private final Lists lists;
    private final Performance performance;
    private final FaultyPerformance faulty;

    Answers(Refusals refusals, Quotas quotas, Lists lists, Performance performance, FaultyPerformance faulty) {
        this.refusals = refusals;
        this.quotas = quotas;
        this.lists = lists;
        this.performance = performance;
        this.faulty = faulty;
    }

    /** Answers a request to an operation. */
    Transmission of(Manner manner, Situation situation, TokenVerdict verdict, Caller caller) {
        if (manner instanceof Manner.Refused refused) {
            return new Transmission(refusals.unavailable(refused.status()));
        }
        Optional<Act> act = act(manner, situation);
        Response response = act.filter(Act.OnState.class::isInstance)
                .map(state -> bent(situation, verdict, caller, (Act.OnState) state))
                .orElseGet(() -> sound(situation, verdict, caller));
        return delivered(manner, altered(situation, act, response));
    }

    /** Does to the answer of what is no operation what the mood does to answers. */
    Transmission of(Manner manner, Situation situation, Response sound) {
        return manner instanceof Manner.Refused refused
                ? new Transmission(refusals.unavailable(refused.status()))
                : delivered(manner, altered(situation, act(manner, situation), sound));
    }

    private static Optional<Act> act(Manner manner, Situation situation) {
        return manner instanceof Manner.Broken broken && broken.fault().meets(situation)
                ? Optional.of(broken.fault().act())
                : Optional.empty();
    }

    private static Response altered(Situation situation, Optional<Act> act, Response response) {
        return act.filter(Act.OnReply.class::isInstance)
                .map(one -> ((Act.OnReply) one).alter(situation, response))
                .orElse(response);
    }

    /** Sends a response as the mood has it. */
    static Transmission delivered(Manner manner, Response response) {
        return manner instanceof Manner.Delivered delivered
                ? new Transmission(response, delivered.how())
                : new Transmission(response);
    }

    private Response sound(Situation situation, TokenVerdict verdict, Caller caller) {
        if (verdict instanceof TokenVerdict.Rejected rejected) {
            return refusals.refuse(rejected.status(), rejected.reason());
        }
        Optional<Quotas.Exhausted> exhausted =
                quotas.take(caller.application(), situation.operation().id());
        if (exhausted.isPresent()) {
            return refusals.throttled(exhausted.get());
        }
        if (!situation.refused().isEmpty()) {
            return refusals.refuse(situation.operation(), situation.refused());
        }
        return response(situation, performance.of(situation.operation(), situation.request(), caller));
    }

    /** What a fault makes of a request before it is answered. */
    private Response bent(Situation situation, TokenVerdict verdict, Caller caller, Act.OnState act) {
        Outcome outcome = faulty.of(situation.operation(), situation.request(), caller, act);
        return act instanceof Act.Keep ? sound(situation, verdict, caller) : response(situation, outcome);
    }

    private Response response(Situation situation, Outcome outcome) {
        Operation operation = situation.operation();
        int success = operation.success().status();
        if (outcome instanceof Outcome.Done done) {
            return Responses.odata(success, done.entity());
        }
        if (outcome instanceof Outcome.Listed listed) {
            return Responses.odata(success, lists.entities(listed.entities(), next(situation.request(), listed)));
        }
        if (outcome instanceof Outcome.Taken taken) {
            return Responses.odata(success, lists.results(taken.items()));
        }
        if (outcome instanceof Outcome.Removed) {
            return Responses.empty(success);
        }
        if (outcome instanceof Outcome.Absent absent) {
            return refusals.refuse(404, "There is no " + absent.identity() + " of this application.");
        }
        if (outcome instanceof Outcome.Unreadable unreadable) {
            return refusals.refuse(operation, "query", unreadable.reason());
        }
        if (outcome instanceof Outcome.Full full) {
            return refusals.refuse(operation, "capacity", full.reason());
        }
        return refusals.refuse(409, ((Outcome.Conflict) outcome).reason());
    }

    /** The same list from where this one ends. */
    private static Optional<String> next(Request request, Outcome.Listed listed) {
        return listed.next().isEmpty()
                ? Optional.empty()
                : Optional.of(request.origin() + request.path() + "?"
                        + QueryReader.skipping(request.query(), listed.next().getAsLong()));
    }
}
