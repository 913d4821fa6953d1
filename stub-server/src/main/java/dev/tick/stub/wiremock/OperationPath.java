package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import dev.tick.spec.contract.Operation;
import java.util.function.BiPredicate;

/** Has WireMock match paths as the contract does. */
final class OperationPath extends UrlPattern {
    private final Operation operation;
    private final BiPredicate<Operation, String> rule;

    /**
     * Matches the paths that a rule gives to an operation.
     *
     * @param rule of an operation and a path without its query, percent-encoded
     */
    OperationPath(Operation operation, BiPredicate<Operation, String> rule) {
        super(WireMock.equalTo(operation.path()), false);
        this.operation = operation;
        this.rule = rule;
    }

    @Override
    public MatchResult match(String url) {
        return MatchResult.of(rule.test(operation, url.split("\\?", 2)[0]));
    }
}
