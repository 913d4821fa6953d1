package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.access.Application;
import dev.tick.stub.access.Privileges;
import dev.tick.stub.authority.TokenVariant;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The roles that calls needed, and those that their tokens held beyond. */
class PrivilegesTest {
    private static final String OWN = "Ti.ReadWrite";
    private static final String ALL = "Ti.ReadWrite.All";
    private static final Application NARROW = new Application("narrow", "secret", List.of(OWN));
    private static final Application BOTH = new Application("both", "secret", List.of(OWN, ALL, "Machine.Read.All"));
    private static final Application WIDE = new Application("wide", "secret", List.of(ALL));

    @AutoClose
    private final StubServer stub = StubServer.start(StubConfig.builder("indicators")
            .applications(List.of(NARROW, BOTH, WIDE))
            .build());

    private int send(Application application, String method, String path, String body)
            throws IOException, InterruptedException {
        Caller caller = new Caller(stub);
        return caller.send(caller.request(method, path, body)
                        .header("Authorization", "Bearer " + stub.token(application, TokenVariant.SOUND))
                        .header("Content-Type", "application/json"))
                .statusCode();
    }

    private void submit(Application application, String address) throws IOException, InterruptedException {
        assertEquals(
                200,
                send(
                        application,
                        "POST",
                        "/api/indicators",
                        "{\"indicatorValue\":\"" + address
                                + "\",\"indicatorType\":\"IpAddress\",\"action\":\"Block\",\"title\":\"t\",\"description\":\"d\"}"));
    }

    private Privileges of(Application application) {
        return stub.privileges().stream()
                .filter(one -> one.application().equals(application.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whoReachesItsOwnAloneNeedsTheLeastRole() throws IOException, InterruptedException {
        submit(NARROW, "192.0.2.1");
        submit(BOTH, "192.0.2.2");
        submit(WIDE, "192.0.2.3");
        assertEquals(List.of(OWN), of(NARROW).needed());
        assertEquals(List.of(), of(NARROW).surplus());
        assertEquals(List.of(OWN), of(BOTH).needed());
        assertEquals(List.of(ALL, "Machine.Read.All"), of(BOTH).surplus());
        assertEquals(List.of(OWN), of(WIDE).needed());
        assertEquals(List.of(ALL), of(WIDE).surplus());
    }

    @Test
    void aListThatShowsWhatOthersCreatedNeedsTheWideRole() throws IOException, InterruptedException {
        submit(BOTH, "192.0.2.2");
        assertEquals(200, send(BOTH, "GET", "/api/indicators", ""));
        assertEquals(List.of(OWN), of(BOTH).needed());
        submit(NARROW, "192.0.2.1");
        assertEquals(200, send(BOTH, "GET", "/api/indicators", ""));
        assertEquals(List.of(ALL), of(BOTH).needed());
        assertEquals(List.of(OWN, "Machine.Read.All"), of(BOTH).surplus());
        assertEquals(
                List.of(
                        new Privileges.Need("submitOrUpdateIndicator", List.of(OWN, ALL), 1),
                        new Privileges.Need("listTenantIndicators", List.of(OWN, ALL), 1),
                        new Privileges.Need("listTenantIndicators", List.of(ALL), 1)),
                of(BOTH).needs());
    }

    @Test
    void whoRemovesOrUpdatesWhatOthersCreatedNeedsTheWideRole() throws IOException, InterruptedException {
        submit(NARROW, "192.0.2.1");
        submit(BOTH, "192.0.2.1");
        assertEquals(List.of(ALL), of(BOTH).needed());
        assertEquals(204, send(WIDE, "DELETE", "/api/indicators/1", ""));
        assertEquals(List.of(ALL), of(WIDE).needed());
        assertEquals(List.of(), of(WIDE).surplus());
    }

    @Test
    void aRefusedCallNeedsNothing() throws IOException, InterruptedException {
        assertEquals(404, send(WIDE, "DELETE", "/api/indicators/7", ""));
        assertEquals(400, send(BOTH, "POST", "/api/indicators", "{}"));
        stub.play("503 x1");
        assertEquals(503, send(NARROW, "GET", "/api/indicators", ""));
        assertEquals(List.of(), stub.privileges());
    }

    @Test
    void countsWhatHasLeftTheJournal() throws IOException, InterruptedException {
        submit(NARROW, "192.0.2.1");
        Caller caller = new Caller(stub);
        assertEquals(
                204,
                caller.send(caller.request("DELETE", "/tick/journal", "").header("Content-Type", "application/json"))
                        .statusCode());
        submit(NARROW, "192.0.2.1");
        assertEquals(2, of(NARROW).needs().get(0).calls());
        stub.reset();
        assertEquals(List.of(), stub.privileges());
    }

    @Test
    void tellsAUsersScopesApart() throws IOException, InterruptedException {
        Caller caller = new Caller(stub);
        assertEquals(
                200,
                caller.send(caller.request("GET", "/api/indicators", "")
                                .header("Authorization", "Bearer " + stub.token(BOTH, TokenVariant.DELEGATED)))
                        .statusCode());
        assertEquals(Privileges.Bearer.USER, of(BOTH).bearer());
        assertEquals(List.of(OWN), of(BOTH).needed());
        assertEquals(List.of(), of(BOTH).surplus());
    }

    @Test
    void tellsItOverHttp() throws IOException, InterruptedException {
        submit(WIDE, "192.0.2.3");
        Caller caller = new Caller(stub);
        String told = caller.send(caller.request("GET", "/tick/privileges", "")).body();
        assertEquals(
                "{\"privileges\":[{\"application\":\"wide\",\"bearer\":\"application\",\"needed\":[\"Ti.ReadWrite\"],"
                        + "\"held\":[\"Ti.ReadWrite.All\"],\"surplus\":[\"Ti.ReadWrite.All\"],\"calls\":[{\"operation\":"
                        + "\"submitOrUpdateIndicator\",\"sufficient\":[\"Ti.ReadWrite\",\"Ti.ReadWrite.All\"],\"calls\":1}]}]}",
                told);
        assertTrue(caller.send(caller.request("GET", "/tick/privileg", ""))
                .body()
                .contains("did you mean '/tick/privileges'"));
    }
}
