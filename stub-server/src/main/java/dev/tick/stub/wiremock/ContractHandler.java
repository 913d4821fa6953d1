package dev.tick.stub.wiremock;

import dev.tick.spec.http.Body;
import java.io.IOException;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/** Answers every request that the gate lets in, in front of WireMock, which is left those that a mapping of the user takes. */
final class ContractHandler extends HandlerWrapper {
    private final Routes routes;
    private final OwnMappings own;
    private final Body.Parser json;
    private final ResponseSender sender;

    /**
     * Answers in front of a handler of WireMock.
     *
     * @param json reads bodies
     */
    ContractHandler(Handler wireMock, OwnMappings own, Routes routes, Body.Parser json, ResponseSender sender) {
        this.routes = routes;
        this.own = own;
        this.json = json;
        this.sender = sender;
        setHandler(wireMock);
    }

    @Override
    public void handle(String path, Request received, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (own.exist() && own.take(path, request)) {
            super.handle(path, received, request, response);
            return;
        }
        received.setHandled(true);
        sender.send(routes.answer(MessageTranslation.request(received, Gate.body(received), json)), received);
    }
}
