package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import dev.tick.spec.contract.Operation;

/** Has WireMock match paths as the contract does. */
final class OperationPath extends UrlPattern {
    private final Operation operation;

    OperationPath(Operation operation) {
        super(WireMock.equalTo(operation.path()), false);
        this.operation = operation;
    }

    @Override
    public MatchResult match(String url) {
        return MatchResult.of(operation.match(url.split("\\?", 2)[0]).isPresent());
    }
}
