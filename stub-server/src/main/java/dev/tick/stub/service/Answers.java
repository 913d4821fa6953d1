package dev.tick.stub.service;

import dev.tick.spec.contract.Operation;
import dev.tick.stub.behaviour.Lists;
import dev.tick.stub.behaviour.Outcome;
import dev.tick.stub.fault.Act;
import dev.tick.stub.fault.Situation;
import dev.tick.stub.http.Call;
import dev.tick.stub.http.Reply;
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
    Reply of(Manner manner, Situation situation, TokenVerdict verdict, Caller caller) {
        if (manner instanceof Manner.Refused refused) {
            return refusals.unavailable(refused.status());
        }
        Optional<Act> act = act(manner, situation);
        Reply reply = act.filter(Act.OnState.class::isInstance)
                .map(state -> bent(situation, verdict, caller, (Act.OnState) state))
                .orElseGet(() -> sound(situation, verdict, caller));
        return delivered(manner, altered(situation, act, reply));
    }

    /** Does to the answer of what is no operation what the mood does to answers. */
    Reply of(Manner manner, Situation situation, Reply sound) {
        return manner instanceof Manner.Refused refused
                ? refusals.unavailable(refused.status())
                : delivered(manner, altered(situation, act(manner, situation), sound));
    }

    private static Optional<Act> act(Manner manner, Situation situation) {
        return manner instanceof Manner.Broken broken && broken.fault().meets(situation)
                ? Optional.of(broken.fault().act())
                : Optional.empty();
    }

    private static Reply altered(Situation situation, Optional<Act> act, Reply reply) {
        return act.filter(Act.OnReply.class::isInstance)
                .map(one -> ((Act.OnReply) one).alter(situation, reply))
                .orElse(reply);
    }

    private static Reply delivered(Manner manner, Reply reply) {
        return manner instanceof Manner.Delivered delivered ? reply.by(delivered.how()) : reply;
    }

    private Reply sound(Situation situation, TokenVerdict verdict, Caller caller) {
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
        return reply(situation, performance.of(situation.operation(), situation.call(), caller));
    }

    /** What a fault makes of a request before it is answered. */
    private Reply bent(Situation situation, TokenVerdict verdict, Caller caller, Act.OnState act) {
        Outcome outcome = faulty.of(situation.operation(), situation.call(), caller, act);
        return act instanceof Act.Keep ? sound(situation, verdict, caller) : reply(situation, outcome);
    }

    private Reply reply(Situation situation, Outcome outcome) {
        Operation operation = situation.operation();
        int success = operation.success().status();
        if (outcome instanceof Outcome.Done done) {
            return Reply.odata(success, done.entity());
        }
        if (outcome instanceof Outcome.Listed listed) {
            return Reply.odata(success, lists.entities(listed.entities(), next(situation.call(), listed)));
        }
        if (outcome instanceof Outcome.Taken taken) {
            return Reply.odata(success, lists.results(taken.items()));
        }
        if (outcome instanceof Outcome.Removed) {
            return Reply.empty(success);
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
    private static Optional<String> next(Call call, Outcome.Listed listed) {
        return listed.next().isEmpty()
                ? Optional.empty()
                : Optional.of(call.origin() + call.path() + "?"
                        + QueryReader.skipping(call.query(), listed.next().getAsLong()));
    }
}
