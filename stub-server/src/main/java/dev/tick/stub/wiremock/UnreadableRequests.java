package dev.tick.stub.wiremock;

import dev.tick.spec.http.Request;
import dev.tick.stub.http.Transmission;
import dev.tick.stub.tenant.Tenants;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Refuses requests that the web server can read and nobody else. */
final class UnreadableRequests {
    private final Tenants tenants;

    UnreadableRequests(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Returns the refusal of a request whose query cannot be read; empty where it can. */
    Optional<Transmission> ofQuery(Request request) {
        if (request.url().indexOf('%') < 0) {
            return Optional.empty();
        }
        try {
            URLDecoder.decode(request.query(), StandardCharsets.UTF_8);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(
                    refusal(request, "The query has a percent sign that is not followed by two hexadecimal digits."));
        }
    }

    /** Returns the refusal of a request. */
    Transmission refusal(Request request, String reason) {
        return new Transmission(tenants.of(request).otherRequests().unreadable(request, reason));
    }
}
