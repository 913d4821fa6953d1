package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpUtils;
import com.github.tomakehurst.wiremock.servlet.WireMockHttpServletRequestAdapter;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.tick.stub.state.KnownAbsence;
import java.util.Map;
import java.util.function.Supplier;
import wiremock.jakarta.servlet.http.HttpServletRequest;

/** The mappings that a user has given to WireMock, beside all that the stub answers. */
final class OwnMappings {
    /** WireMock's own calls lie below; nobody is let through to them. */
    private static final String ADMIN = "/__admin";

    private final Supplier<WireMockServer> wireMock;
    private final Jetty11HttpUtils utilities = new Jetty11HttpUtils();

    /** To ask WireMock, which sorts all that there are, took a twentieth of the time of a submit. */
    private final KnownAbsence absence = new KnownAbsence();

    /** Looks at the mappings of a server that need not be there before the first request. */
    OwnMappings(Supplier<WireMockServer> wireMock) {
        this.wireMock = wireMock;
    }

    /** Returns whether there is any. */
    boolean exist() {
        return !absence.isTrue(() -> wireMock.get().getStubMappings().isEmpty());
    }

    /** Notes that there is one more, or was. */
    void noteAdded() {
        absence.noteAdded();
    }

    /**
     * Returns whether one of them takes a request.
     *
     * @param path of the request, percent-decoded
     * @param request whose body can be read again afterwards
     */
    boolean take(String path, HttpServletRequest request) {
        if (path.startsWith(ADMIN)) {
            return false;
        }
        WireMockHttpServletRequestAdapter seen =
                new WireMockHttpServletRequestAdapter(request, null, "", false, utilities);
        return wireMock.get().getStubMappings().stream()
                .filter(this::isItsTurn)
                .anyMatch(mapping -> mapping.getRequest().isMatchedBy(seen, Map.of()));
    }

    /** Returns whether the scenario of WireMock that a mapping is part of has come to it. */
    private boolean isItsTurn(StubMapping mapping) {
        return mapping.isIndependentOfScenarioState()
                || wireMock.get().getAllScenarios().getScenarios().stream()
                        .anyMatch(scenario -> scenario.getName().equals(mapping.getScenarioName())
                                && scenario.getState().equals(mapping.getRequiredScenarioState()));
    }
}
