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
 * The response to a batch submit: a result for each item.
 *
 * @param results in the order of the answer
 */
public record BatchAnswer(List<Result> results) {
    /** Copies the results. */
    public BatchAnswer {
        results = List.copyOf(results);
    }

    /**
     * The result of an item.
     *
     * @param identity what was submitted
     * @param number of the entity; empty for none
     * @param failed whether the item was refused
     */
    public record Result(String identity, String number, boolean failed) {}

    /** Reads the response of an exchange; one without results, or none at all, gives none. */
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

    /** Returns whether each item was accepted, with exactly one result, in whatever order. */
    public boolean isWhole(List<String> identities) {
        List<String> reported = results.stream().map(Result::identity).sorted().toList();
        return results.stream().noneMatch(Result::failed)
                && reported.equals(identities.stream().sorted().toList());
    }

    /** Returns the result of an item; empty when the response has none. */
    public Optional<Result> of(String identity) {
        return results.stream().filter(one -> one.identity().equals(identity)).findFirst();
    }
}
