package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.tick.stub.tenant.Tenants;
import java.time.Clock;

/** Closes WireMock's admin surface, which listens on the same port: to a caller it is an unknown path. */
public final class AdminBlocker implements AdminRequestFilterV2 {
    private final Tenants tenants;
    private final Clock clock;

    /** Lets the service answer. */
    public AdminBlocker(Tenants tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        dev.tick.spec.http.Request received = MessageTranslation.request(request);
        return RequestFilterAction.stopWith(
                MessageTranslation.response(tenants.of(received).otherRequests().unknownPath(received), clock));
    }

    @Override
    public String getName() {
        return "tick-no-admin";
    }
}
