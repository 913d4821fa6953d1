package dev.tick.stub.pipeline;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Edition;
import dev.tick.stub.fault.Act;
import dev.tick.stub.fault.Situation;
import dev.tick.stub.http.Call;
import dev.tick.stub.http.Reply;
import dev.tick.stub.journal.Entry;
import dev.tick.stub.mood.Manner;
import dev.tick.stub.mood.Step;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Answers requests that are no operation of a contract: other methods, unknown paths, and those of the authority. */
public final class OtherRequests {
    /** The place, for a scenario, of what is no operation. */
    private static final String ELSEWHERE = "elsewhere";

    private final ServiceParts parts;
    private final Refusals refusals;
    private final List<Operation> operations;
    private final Instant started;

    /** Answers beside these contracts, of which the first has the words for an unknown path. */
    OtherRequests(List<Edition> editions, ServiceParts parts) {
        this.parts = parts;
        Edition words = editions.get(0);
        refusals = new Refusals(words.contract(), words.register(), parts.style());
        operations = editions.stream()
                .flatMap(edition -> edition.contract().operations().stream())
                .toList();
        started = parts.clock().instant();
    }

    /**
     * Answers a request to a known path with a method that it does not take; the body is empty, as recorded.
     *
     * @param allowed the operations of the path
     */
    public Reply methodNotAllowed(Call call, List<Operation> allowed) {
        String methods = allowed.stream().map(Operation::method).collect(Collectors.joining(", "));
        Reply reply = new Reply(405, Map.of("Allow", methods), new byte[0]);
        return answer(Situation.Place.OTHER_METHOD, call, allowed, reply);
    }

    /** Answers a request to a path that no contract knows. */
    public Reply unknownPath(Call call) {
        Reply reply = refusals.refuse(404, "There is nothing at " + call.path() + ".");
        return answer(Situation.Place.UNKNOWN_PATH, call, operations, reply);
    }

    /**
     * Answers a request to the authority, unless the scenario keeps it from there; such requests hold secrets, and no journal has
     * them.
     */
    public Reply token(Call call, Function<Call, Reply> authority) {
        Step step = parts.state().scenario().next(Step.TOKEN);
        return step.manner() instanceof Manner.Refused refused
                ? refusals.unavailable(refused.status())
                : step.delivered(authority.apply(call));
    }

    private Reply answer(Situation.Place place, Call call, List<Operation> concerned, Reply sound) {
        Step step = parts.state().scenario().next(ELSEWHERE);
        int before = parts.state().countCall();
        Set<String> touched = new LinkedHashSet<>();
        Reply reply = sound;
        for (Operation operation : concerned) {
            Situation situation = new Situation(
                    place, operation, call, Optional.empty(), List.of(), Optional::empty, before, started);
            reply = altered(step, situation, reply);
            touched.addAll(parts.rows().of(situation));
        }
        Reply delivered = step.delivered(
                step.manner() instanceof Manner.Refused refused ? refusals.unavailable(refused.status()) : reply);
        Entry.Annotations annotations =
                new Entry.Annotations(Optional.empty(), Optional.empty(), List.of(), List.copyOf(touched), step.text());
        parts.state().journal().add(Entry.of(call, annotations, delivered));
        return delivered;
    }

    private static Reply altered(Step step, Situation situation, Reply reply) {
        return step.act(() -> situation)
                .filter(Act.OnReply.class::isInstance)
                .map(act -> ((Act.OnReply) act).alter(situation, reply))
                .orElse(reply);
    }
}
