package dev.tick.conformance.check;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Results;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an answer says became of each of many.
 *
 * @param results in the order of the answer
 */
record Imported(List<Result> results) {
    /**
     * What became of one.
     *
     * @param identity what was submitted
     * @param number of the entity; empty for none
     * @param failed whether it was not taken
     */
    record Result(String identity, String number, boolean failed) {}

    static Imported of(Contract contract, Exchange exchange) {
        Results names = Results.of(contract).orElseThrow();
        JsonNode answer = exchange.response().map(Response::json).orElse(JsonNodeFactory.instance.missingNode());
        return new Imported(answer.path(names.list())
                .valueStream()
                .map(result -> new Result(
                        result.path(names.identity()).asString(""),
                        result.path(names.number()).asString(""),
                        result.path(names.failed()).asBoolean(true)))
                .toList());
    }

    /** Whether each was taken, and told once; in whatever order. */
    boolean isWhole(List<String> identities) {
        List<String> told = results.stream().map(Result::identity).sorted().toList();
        return results.stream().noneMatch(Result::failed)
                && told.equals(identities.stream().sorted().toList());
    }

    /** The result of what was submitted. */
    Optional<Result> of(String identity) {
        return results.stream().filter(one -> one.identity().equals(identity)).findFirst();
    }
}
