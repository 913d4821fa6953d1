package dev.tick.stub.explain;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.stub.fault.Situation;
import dev.tick.stub.journal.TouchedRequirements;
import dev.tick.stub.service.Examiner;
import dev.tick.stub.service.Judgement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what would become of a request's message, without a server. */
public final class Explainer {
    private final Register register;
    private final Clock clock;
    private final Examiner examiner;
    private final TouchedRequirements rows;

    /** Explains by one contract. */
    public Explainer(Contract contract, Register register, Clock clock) {
        this.register = register;
        this.clock = clock;
        examiner = new Examiner(contract, register, clock);
        rows = new TouchedRequirements(List.of(register));
    }

    /** Judges a message whose sender has a sound token and calls left; what the service holds already is not asked. */
    public Explanation explain(Operation operation, String contentType, byte[] body) {
        Request request = Request.of(operation.method(), operation.path(), Map.of("Content-Type", contentType))
                .withBody(Body.of(body));
        Judgement judgement = examiner.judge(operation, request);
        Optional<Response> refusal = examiner.refusal(operation, judgement);
        Situation situation = new Situation(
                Situation.Place.OPERATION,
                operation,
                request,
                Optional.empty(),
                judgement.facts(),
                Optional::empty,
                0,
                clock.instant());
        List<String> saying = refusal.isPresent() ? rows.of(operation, situation) : List.of();
        return new Explanation(operation, judgement, refusal, rows(saying), register);
    }

    private List<Requirement> rows(List<String> ids) {
        return register.requirements().stream()
                .filter(row -> ids.contains(row.id()))
                .toList();
    }
}
