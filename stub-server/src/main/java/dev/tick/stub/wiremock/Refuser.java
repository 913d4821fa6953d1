package dev.tick.stub.wiremock;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.stub.limit.Limits;
import dev.tick.stub.pipeline.OtherRequests;
import dev.tick.stub.tenant.Tenants;
import java.io.IOException;
import java.time.Clock;
import wiremock.jakarta.servlet.http.HttpServletResponse;
import wiremock.org.eclipse.jetty.http.HttpFields;

/**
 * Refuses requests in the service's envelope, and has the journal keep them.
 *
 * @param tenants whose envelopes and journals these are
 * @param limits of all requests
 */
record Refuser(Tenants tenants, Clock clock, Limits limits) {
    /** Stands for a part of a request that could not be read. */
    static final String UNKNOWN = "?";

    /** Returns a refusal, with its date; the journal has it. */
    Response refuse(RequestFlaw flaw, Request request) {
        OtherRequests others = tenants.of(request).otherRequests();
        Response refusal = flaw.isOurs()
                ? others.failed(request, flaw.reason())
                : others.unreadable(flaw.status(), request, flaw.reason());
        return refusal.with("Date", ResponseSender.date(clock));
    }

    /** Sends a refusal and ends the response. */
    void send(RequestFlaw flaw, Request request, HttpServletResponse response) throws IOException {
        Response refusal = refuse(flaw, request);
        response.setStatus(refusal.status());
        refusal.headers().forEach(response::setHeader);
        response.getOutputStream().write(refusal.body().bytes());
        response.getOutputStream().close();
    }

    /** Returns a request of the web server, as far as it was read. */
    static Request request(wiremock.org.eclipse.jetty.server.Request received, byte[] body) {
        String method = received.getMethod() == null ? UNKNOWN : received.getMethod();
        String path = received.getHttpURI() == null ? null : received.getRequestURI();
        String query = path == null || received.getQueryString() == null ? "" : "?" + received.getQueryString();
        return new Request(
                "",
                method,
                path == null ? UNKNOWN : path + query,
                headers(received.getHttpFields()),
                body.length == 0 ? Body.none() : Body.of(body));
    }

    private static Headers headers(HttpFields fields) {
        return new Headers(fields.stream()
                .filter(field -> field.getName() != null && field.getValue() != null)
                .map(field -> new Headers.Field(field.getName(), field.getValue()))
                .toList());
    }
}
