package dev.tick.stub.wiremock;

import dev.tick.spec.http.Request;
import dev.tick.stub.http.Transmission;
import java.io.IOException;
import java.util.Optional;
import wiremock.jakarta.servlet.ServletException;
import wiremock.jakarta.servlet.http.HttpServletRequest;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.server.Handler;
import wiremock.org.eclipse.jetty.server.handler.HandlerWrapper;

/** Answers every request in front of WireMock, which is left those that a mapping of the user takes. */
final class ContractHandler extends HandlerWrapper {
    private final Routes routes;
    private final OwnMappings own;
    private final UnreadableRequests unreadable;
    private final ResponseSender sender;

    /** Answers in front of a handler of WireMock. */
    ContractHandler(
            Handler wireMock, OwnMappings own, Routes routes, UnreadableRequests unreadable, ResponseSender sender) {
        this.routes = routes;
        this.own = own;
        this.unreadable = unreadable;
        this.sender = sender;
        setHandler(wireMock);
    }

    @Override
    public void handle(
            String path,
            wiremock.org.eclipse.jetty.server.Request received,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        HttpServletRequest read = request;
        if (own.exist()) {
            read = new RereadRequest(request);
            if (own.take(path, read)) {
                super.handle(path, received, read, response);
                return;
            }
        }
        received.setHandled(true);
        sender.send(answer(received, read), received);
    }

    private Transmission answer(wiremock.org.eclipse.jetty.server.Request received, HttpServletRequest body)
            throws IOException {
        Request head = MessageTranslation.head(received);
        Optional<Transmission> refusal = unreadable.ofQuery(head);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            return routes.answer(MessageTranslation.withBody(head, body.getInputStream()));
        } catch (UnreadableBodyException e) {
            return unreadable.refusal(head, String.valueOf(e.getMessage()));
        }
    }
}
