package dev.tick.conformance.conversation;

import dev.tick.spec.contract.BatchResultSchema;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An answer to a request for many: what became of each.
 *
 * @param results in the order of the answer
 */
public record BatchAnswer(List<Result> results) {
    /** Copies the results. */
    public BatchAnswer {
        results = List.copyOf(results);
    }

    /**
     * The result of one.
     *
     * @param identity what was submitted
     * @param number of the entity; empty for none
     * @param failed whether it was not taken
     */
    public record Result(String identity, String number, boolean failed) {}

    /** Reads the answer of an exchange; one that is none has no results. */
    public static BatchAnswer of(Contract contract, Exchange exchange) {
        BatchResultSchema names = BatchResultSchema.of(contract).orElseThrow();
        JsonNode answer = exchange.response().map(Response::json).orElse(JsonNodeFactory.instance.missingNode());
        return new BatchAnswer(answer.path(names.list())
                .valueStream()
                .map(result -> new Result(
                        result.path(names.identity()).asString(""),
                        result.path(names.number()).asString(""),
                        result.path(names.failed()).asBoolean(true)))
                .toList());
    }

    /** Whether each was taken, and told once; in whatever order. */
    public boolean isWhole(List<String> identities) {
        List<String> told = results.stream().map(Result::identity).sorted().toList();
        return results.stream().noneMatch(Result::failed)
                && told.equals(identities.stream().sorted().toList());
    }

    /** Returns the result of what was submitted; empty when the answer does not tell. */
    public Optional<Result> of(String identity) {
        return results.stream().filter(one -> one.identity().equals(identity)).findFirst();
    }
}
