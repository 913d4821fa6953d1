package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** Teaches WireMock to answer by the contract. */
public final class ContractTransformer implements ResponseDefinitionTransformerV2 {
    static final String NAME = "tick-contract";

    private final Routes routes;

    /** Answers by these routes. */
    public ContractTransformer(Routes routes) {
        this.routes = routes;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        return Exchanges.response(
                routes.answer(event.getTransformerParameters(), Exchanges.request(event.getRequest())));
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }
}
