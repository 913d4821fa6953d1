package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.tick.spec.document.Json;
import dev.tick.stub.pipeline.Tenant;
import java.time.Clock;

/** Closes WireMock's admin surface, which listens on the same port: to a caller it is an unknown path. */
public final class AdminBlocker implements AdminRequestFilterV2 {
    private final Tenant tenant;
    private final Clock clock;

    /** Lets the service answer. */
    public AdminBlocker(Tenant tenant, Clock clock) {
        this.tenant = tenant;
        this.clock = clock;
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        return RequestFilterAction.stopWith(MessageTranslation.response(
                tenant.otherRequests().unknownPath(MessageTranslation.request(request, Json::read)), clock));
    }

    @Override
    public String getName() {
        return "tick-no-admin";
    }
}
