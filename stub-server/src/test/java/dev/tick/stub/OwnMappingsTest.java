package dev.tick.stub;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Mappings that a user adds with WireMock's API, on the port of the stub. */
class OwnMappingsTest {
    private static final String HEALTH = "/health";

    @AutoClose
    private final StubServer stub = StubServer.start(StubConfig.of("tiindicators"));

    private final Caller caller = new Caller(stub);

    @Test
    void isServedBesideTheContract() throws Exception {
        stub.wireMock().stubFor(get(urlPathEqualTo(HEALTH)).willReturn(ok("all is well")));
        assertEquals("200 all is well", shown(caller.send("GET", HEALTH + "?a=b", "")));
        assertEquals(201, caller.submit(Caller.SUBMISSION).statusCode());
        assertEquals(404, caller.send("GET", "/healthy", "").statusCode());
        assertEquals(2, stub.journal().size());
    }

    @Test
    void isAskedBeforeTheContract() throws Exception {
        stub.wireMock()
                .stubFor(post(urlPathEqualTo(Caller.PATH))
                        .withRequestBody(equalToJson("{\"title\": \"mine\"}", true, true))
                        .willReturn(status(299).withBody("mine")));
        assertEquals("299 mine", shown(caller.submit(Caller.SUBMISSION.replace("\"test\"", "\"mine\""))));
        assertEquals(201, caller.submit(Caller.SUBMISSION).statusCode());
    }

    @Test
    void isThereFromTheNextRequestOn() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertEquals(404, caller.send("GET", HEALTH, "").statusCode());
            stub.wireMock().stubFor(get(HEALTH).willReturn(ok()));
            assertEquals(200, caller.send("GET", HEALTH, "").statusCode());
            stub.wireMock().removeStub(get(HEALTH));
        }
    }

    @Test
    void isGoneWhenItIsRemoved() throws Exception {
        stub.wireMock().stubFor(get(HEALTH).willReturn(ok()));
        assertEquals(200, caller.send("GET", HEALTH, "").statusCode());
        stub.reset();
        assertEquals(200, caller.send("GET", HEALTH, "").statusCode());
        stub.wireMock().removeStub(get(HEALTH));
        assertEquals(404, caller.send("GET", HEALTH, "").statusCode());
    }

    @Test
    void takesItsTurnInAScenario() throws Exception {
        stub.wireMock()
                .stubFor(get(HEALTH)
                        .inScenario("once")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willSetStateTo("over")
                        .willReturn(status(503)));
        assertEquals(503, caller.send("GET", HEALTH, "").statusCode());
        assertEquals(404, caller.send("GET", HEALTH, "").statusCode());
        assertEquals(1, stub.journal().size());
    }

    @Test
    void mayEndAConnection() {
        stub.wireMock().stubFor(get(HEALTH).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        assertThrows(IOException.class, () -> caller.send("GET", HEALTH, ""));
    }

    @Test
    void opensNoWayToTheAdminCallsOfWireMock() throws Exception {
        stub.wireMock().stubFor(any(anyUrl()).willReturn(ok("mine")));
        assertEquals("200 mine", shown(caller.send("GET", "/anything", "")));
        assertEquals(404, caller.send("GET", "/__admin/mappings", "").statusCode());
        assertEquals(404, caller.send("GET", "/%5F%5Fadmin/mappings", "").statusCode());
        assertEquals(404, caller.send("POST", "/__admin/shutdown", "").statusCode());
    }

    private static String shown(HttpResponse<String> response) {
        return response.statusCode() + " " + response.body();
    }
}
