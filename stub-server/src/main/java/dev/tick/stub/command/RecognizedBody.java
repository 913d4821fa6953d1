package dev.tick.stub.command;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Body;
import dev.tick.spec.register.Specification;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The operation that a body is meant for, as far as the names of its properties tell.
 *
 * @param specification the contract of the operation
 * @param operation what the body asks for
 * @param fit how well the body fits
 * @param known how many of the body's properties the operation knows
 */
record RecognizedBody(Specification specification, Operation operation, long fit, long known) {
    /**
     * Returns the operation that fits a body best. Of several that fit alike it is the first that creates, and else the first; so it
     * is for a body of which no name is known.
     *
     * @param specifications the contracts that come into question, at least one, the likeliest first
     * @param asked the operations that come into question
     */
    static RecognizedBody of(byte[] bytes, List<Specification> specifications, Predicate<Operation> asked) {
        List<RecognizedBody> all = specifications.stream()
                .flatMap(specification -> specification.contract().operations().stream()
                        .filter(operation -> operation.requestSchema().isPresent())
                        .filter(asked)
                        .map(operation -> judged(specification, operation, bytes)))
                .toList();
        RecognizedBody usual =
                all.stream().filter(RecognizedBody::creates).findFirst().orElseGet(() -> all.get(0));
        return all.stream().filter(one -> one.known > 0).reduce(usual, RecognizedBody::better);
    }

    private static RecognizedBody judged(Specification specification, Operation operation, byte[] bytes) {
        Body body = Body.of(bytes);
        if (body.shape() != Body.Shape.OBJECT) {
            return new RecognizedBody(specification, operation, 0, 0);
        }
        JsonNode json = body.json();
        BodyShape shape =
                BodyShape.of(specification.contract(), operation.requestSchema().orElseThrow());
        return new RecognizedBody(specification, operation, shape.fit(json), shape.knows(json));
    }

    private RecognizedBody better(RecognizedBody other) {
        boolean wins = other.fit > fit || (other.fit == fit && other.creates() && !creates()) || known == 0;
        return wins ? other : this;
    }

    private boolean creates() {
        return operation.effect().equals(Optional.of(Effect.CREATE));
    }

    /** Returns a line for people. */
    String line() {
        return "Read as " + operation.id() + " of " + specification.name() + " (edition "
                + specification.register().edition() + "): " + operation.method() + " " + operation.path();
    }
}
