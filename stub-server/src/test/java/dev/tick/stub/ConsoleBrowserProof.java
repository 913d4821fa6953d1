package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.access.Application;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.quota.Quota;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The console in Chromium; runs in the profile "tools". */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleBrowserProof {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Path AXE = Path.of("..", "tools", "node_modules", "axe-core", "axe.min.js");
    private static final String HOSTILE =
            "<img src=x onerror='window.hacked=1'><script>window.hacked=1</script><svg onload=window.hacked=1>";
    private static final char DOWN = '\uE015';
    private static final char ENTER = '\uE007';
    private static final char ESCAPE = '\uE00C';
    private static final String ROWS = "document.querySelector('#exchanges tbody').rows";
    private static final String LIVE = "document.querySelector('#state').textContent === 'live'";

    private final StubServer stub = StubServer.start(StubConfig.builder("tiindicators")
            .quotas(new Quota(100, Duration.ofMinutes(1)), new Quota(1500, Duration.ofHours(1)))
            .build());
    private final Caller caller = new Caller(stub);
    private Browser browser;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        browser = new Browser();
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        browser.quit();
        stub.close();
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        stub.reset();
        look(1400, 1000, "light");
        browser.open(stub.baseUrl() + "/");
        browser.await(LIVE);
        browser.log();
    }

    private void look(int width, int height, String scheme) throws IOException, InterruptedException {
        browser.command(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\": " + width + ", \"height\": " + height + ", \"deviceScaleFactor\": 1, \"mobile\": false}");
        browser.command(
                "Emulation.setEmulatedMedia",
                "{\"features\": [{\"name\": \"prefers-color-scheme\", \"value\": \"" + scheme + "\"}]}");
    }

    @Test
    void showsABadRequestWithItsViolations() throws IOException, InterruptedException {
        caller.submit("{\"indicator\":\"192.0.2.1\",\"indicatorType\":\"IpAddress\"}");
        browser.await(ROWS + ".length === 1");
        String row = browser.text("#exchanges tbody tr");
        assertTrue(row.contains("POST") && row.contains(Caller.PATH) && row.contains("400"), row);
        String sentence = stub.journal().get(0).violations().get(0).sentence();
        assertTrue(row.contains(sentence), row);
        browser.click("#exchanges tbody tr");
        String details = browser.text("#details");
        String id = stub.journal().get(0).violations().get(0).requirement().orElseThrow();
        String statement = stub.rows(stub.journal().get(0)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .statement();
        assertTrue(details.contains(sentence), details);
        assertTrue(details.contains(id + " " + statement), details);
        assertTrue(details.contains("Bearer [removed]"), details);
        assertEquals("[]", browser.log().toString());
    }

    @Test
    void showsTheTenantThatIsChosen() throws IOException, InterruptedException {
        assertTrue(browser.value("document.querySelector('#tenants').hidden").asBoolean());
        Sandbox team = stub.tenant("team-a");
        try {
            new Caller(team).submit(Caller.SUBMISSION);
            team.play("503 x1");
            browser.await("!document.querySelector('#tenants').hidden");
            assertEquals("0", browser.value(ROWS + ".length").toString());
            browser.value("document.querySelector('#tenant').value = '" + team.tenantId() + "'");
            browser.value("document.querySelector('#tenant').dispatchEvent(new Event('change'))");
            browser.await(ROWS + ".length === 1");
            browser.await("document.querySelector('#scenario-now').textContent === 'Now: 503 x1'");
            assertTrue(browser.text("#facts").contains(team.tokenEndpoint().toString()));
            browser.click("#scenario-fine");
            browser.await("document.querySelector('#scenario-now').textContent === 'Now: fine'");
            assertEquals(201, new Caller(team).submit(Caller.SUBMISSION).statusCode());
            assertEquals("[]", browser.log().toString());
        } finally {
            stub.removeTenant("team-a");
        }
        browser.await("document.querySelector('#tenants').hidden");
        browser.await(ROWS + ".length === 0");
        // The page may be asking for what the tenant has at the moment when it ends; the browser itself logs the 404.
        List<String> others = browser.log()
                .valueStream()
                .map(entry -> entry.path("message").asString(""))
                .filter(message -> !message.contains("tenant=" + team.tenantId()) || !message.contains(" 404 "))
                .toList();
        assertEquals(List.of(), others);
    }

    @Test
    void switchesTheMood() throws IOException, InterruptedException {
        browser.type("#scenario", "503 x1");
        browser.click("#scenario-set");
        browser.await("document.querySelector('#scenario-said').textContent === 'Set: 503 x1'");
        assertEquals("Now: 503 x1", browser.text("#scenario-now"));
        assertEquals(503, caller.submit(Caller.SUBMISSION).statusCode());
        assertEquals(201, caller.submit(Caller.SUBMISSION).statusCode());
        browser.click("#scenario-fine");
        browser.await("document.querySelector('#scenario-now').textContent === 'Now: fine'");
        browser.value("document.querySelector('#scenario').value = ''");
        browser.type("#scenario", "throtled" + ENTER);
        browser.await("document.querySelector('#scenario-said').className === 'bad'");
        assertTrue(browser.text("#scenario-said").contains("did you mean 'throttled'?"));
        browser.value("document.querySelector('#scenario').value = ''");
        browser.type("#scenario", "throttled");
        assertEquals(
                "The quota is used up for three calls; each answer says when to come again. (429 x3)",
                browser.text("#scenario-about"));
    }

    @Test
    void runsNoScriptOfARequest() throws IOException, InterruptedException {
        String hostile = Caller.SUBMISSION.replace("\"test\"", "\"" + HOSTILE + "\"");
        assertEquals(201, caller.submit(hostile).statusCode());
        caller.submit(hostile.replace("AlertAndBlock", HOSTILE));
        caller.send(
                "GET", "/" + HOSTILE.replaceAll("[<>' ]", "%20") + "?q=%3Cscript%3Ewindow.hacked=1%3C/script%3E", "");
        caller.send(caller.request("GET", Caller.PATH, "").header("X-Hostile", HOSTILE));
        browser.await(ROWS + ".length === 4");
        for (int row = 4; row >= 1; row--) {
            browser.click("#exchanges tbody tr:nth-child(" + row + ")");
            assertTrue(browser.text("#details").contains("window.hacked=1"), "row " + row);
            browser.press(ESCAPE);
        }
        browser.click("#exchanges tbody tr:nth-child(3)");
        assertTrue(browser.text("#details .violation").contains(HOSTILE), browser.text("#details .violation"));
        browser.press(ESCAPE);
        browser.await("document.querySelectorAll('#entities tbody tr').length === 1");
        assertTrue(browser.text("#entities").contains(HOSTILE));
        browser.type("#scenario", HOSTILE + ENTER);
        browser.await("document.querySelector('#scenario-said').textContent.includes('window.hacked=1')");
        assertTrue(browser.value("window.hacked === undefined").asBoolean());
        assertEquals(
                0,
                browser.value("document.querySelectorAll('main img, main script, main svg, #details img').length")
                        .asInt());
    }

    @Test
    void isUsedByKeyboard() throws IOException, InterruptedException {
        caller.submit(Caller.SUBMISSION);
        caller.submit("{}");
        browser.await(ROWS + ".length === 2");
        browser.value(ROWS + "[0].focus()");
        browser.press(DOWN);
        assertTrue(browser.value("document.activeElement === " + ROWS + "[1]").asBoolean());
        browser.press(ENTER);
        assertEquals(stub.journal().get(0).number() + " · POST " + Caller.PATH, browser.text("#details-title"));
        assertEquals("details-title", browser.value("document.activeElement.id").asString());
        browser.press(ESCAPE);
        assertTrue(browser.value("document.querySelector('#details').hidden").asBoolean());
        assertTrue(browser.value("document.activeElement === " + ROWS + "[1]").asBoolean());
    }

    private String shown() throws IOException, InterruptedException {
        return browser.value("Array.from(" + ROWS
                        + ").filter(row => !row.hidden).map(row => row.querySelector('.status').textContent).join(' ')")
                .asString();
    }

    private void choose(String select, String value) throws IOException, InterruptedException {
        browser.value("(() => { const choice = document.querySelector('" + select + "'); choice.value = '" + value
                + "'; choice.dispatchEvent(new Event('change')); return choice.value; })()");
    }

    @Test
    void filtersByStatusOperationAndViolation() throws IOException, InterruptedException {
        caller.submit(Caller.SUBMISSION);
        caller.submit("{\"title\": 5}");
        caller.send("GET", Caller.PATH, "");
        caller.send("PUT", Caller.PATH, "");
        caller.send(caller.request("POST", stub.tokenEndpoint().getPath(), "grant_type=password")
                .header("Content-Type", "application/x-www-form-urlencoded"));
        browser.await(ROWS + ".length === 5");
        assertEquals("400 405 200 400 201", shown());
        choose("#by-status", "4");
        assertEquals("400 405 400", shown());
        assertEquals("3 of 5 shown", browser.text("#count"));
        choose("#by-operation", "submitIndicator");
        assertEquals("400", shown());
        choose("#by-status", "");
        assertEquals("400 201", shown());
        browser.click("#by-violation");
        assertEquals("400", shown());
        choose("#by-operation", "token");
        assertEquals("400", shown());
        choose("#by-operation", "listIndicators");
        assertEquals("", shown());
        assertEquals("No request passes the filter.", browser.text("#no-match"));
        browser.click("#by-violation");
        choose("#by-operation", "");
        browser.value(ROWS + "[0].focus()");
        choose("#by-status", "2");
        browser.value("Array.from(" + ROWS + ").find(row => !row.hidden).focus()");
        browser.press(DOWN);
        assertEquals(
                "201",
                browser.value("document.activeElement.querySelector('.status').textContent")
                        .asString());
    }

    @Test
    void tellsARefusedMethodAndNeverThatItHonoursTheContract() throws IOException, InterruptedException {
        caller.send("PUT", Caller.PATH, "");
        browser.await(ROWS + ".length === 1");
        browser.click("#exchanges tbody tr");
        String details = browser.text("#details");
        assertTrue(details.contains("PUT is not offered here: allowed POST, GET"), details);
        assertTrue(!details.contains("honours the contract"), details);
    }

    @Test
    void showsATokenCallWithItsCauseAndWithoutItsSecret() throws IOException, InterruptedException {
        caller.send(caller.request(
                        "POST",
                        stub.tokenEndpoint().getPath(),
                        "grant_type=client_credentials&client_secret=sesame&client_id="
                                + stub.application().id())
                .header("Content-Type", "application/x-www-form-urlencoded"));
        browser.await(ROWS + ".length === 1");
        browser.click("#exchanges tbody tr");
        String details = browser.text("#details");
        assertTrue(details.contains("AADSTS7000215: The client secret is not one of the application"), details);
        assertTrue(details.contains("client_secret_post"), details);
        assertTrue(!browser.text("body").contains("sesame"), details);
    }

    @Test
    void callsApplicationsByName() throws IOException, InterruptedException {
        stub.applications()
                .add(new Application("5f0ed1a5-0b7c-4f5b-9f0e-3a6c0f1a2b3c", "s", List.of()).withName("night job"));
        caller.submit(Caller.SUBMISSION);
        caller.send(caller.request("GET", Caller.PATH, "")
                .header(
                        "Authorization",
                        "Bearer "
                                + stub.token(
                                        stub.applications()
                                                .find("5f0ed1a5-0b7c-4f5b-9f0e-3a6c0f1a2b3c")
                                                .orElseThrow(),
                                        TokenVariant.SOUND)));
        browser.await(ROWS + ".length === 2 && document.querySelector('#quotas strong')");
        assertEquals("default application", browser.text("#quotas strong"));
        browser.click("#exchanges tbody tr:nth-child(1)");
        String details = browser.text("#details");
        assertTrue(details.contains("night job (5f0ed1a5-0b7c-4f5b-9f0e-3a6c0f1a2b3c)"), details);
    }

    @Test
    void keepsTheSegmentsOfAUrlWhole() throws IOException, InterruptedException {
        caller.send("GET", Caller.PATH + "/" + Caller.SHA1.substring(0, 36), "");
        caller.send(
                "GET", Caller.PATH + "?$filter=indicatorType%20eq%20'FileSha1'&$top=100&$skip=2000&$count=true", "");
        browser.await(ROWS + ".length === 2");
        for (int width : new int[] {1400, 1000, 360}) {
            look(width, 900, "light");
            browser.await("innerWidth === " + width);
            assertEquals(
                    "",
                    browser.value("Array.from(document.querySelectorAll('.segment'))"
                                    + ".filter(part => part.getClientRects().length > 1 || part.getClientRects()[0].height > 1.9 * parseFloat(getComputedStyle(part).fontSize))"
                                    + ".map(part => part.textContent).join(' ')")
                            .asString(),
                    width + " px");
        }
    }

    @Test
    void saysWhenAScenarioIsUsedUp() throws IOException, InterruptedException {
        stub.play("429 x1");
        caller.submit(Caller.SUBMISSION);
        browser.await("document.querySelector('#scenario-now').textContent === 'Now: 429 x1 · used up'");
    }

    @Test
    void isAccessible() throws IOException, InterruptedException {
        caller.submit("{}");
        browser.await(ROWS + ".length === 1");
        for (String scheme : new String[] {"light", "dark"}) {
            look(1400, 1000, scheme);
            browser.load(Files.readString(AXE));
            assertEquals(
                    "[]",
                    browser.settled("axe.run(document, {resultTypes: ['violations']}).then(all => all.violations"
                                    + ".map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' | ')))")
                            .toString(),
                    scheme);
        }
    }

    @Test
    void forgetsWhenTold() throws IOException, InterruptedException {
        caller.submit(Caller.SUBMISSION);
        browser.await(ROWS + ".length === 1 && document.querySelectorAll('#entities tbody tr').length === 1");
        browser.click("#clear");
        browser.await(ROWS + ".length === 0");
        assertEquals(0, stub.journal().size());
        browser.click("#reset");
        browser.value("1"); // Accepts the question.
        browser.await("!document.querySelector('#no-entities').hidden");
    }

    @Test
    void asksForTheKey() throws IOException, InterruptedException {
        try (StubServer keyed = StubServer.start(
                StubConfig.builder("tiindicators").adminKey("0123456789abcdef").build())) {
            browser.open(keyed.baseUrl() + "/");
            browser.await("document.querySelector('#key-dialog').open");
            browser.type("#key", "wrong" + ENTER);
            browser.await("document.querySelector('#key-said').textContent === 'The stub did not take that key.'");
            browser.type("#key", "0123456789abcdef" + ENTER);
            browser.await(LIVE);
            browser.open(keyed.baseUrl() + "/tick/console/contract.html");
            browser.await("document.querySelectorAll('.opblock').length > 2");
        }
    }

    @Test
    void showsTheContract() throws IOException, InterruptedException {
        for (String scheme : new String[] {"light", "dark"}) {
            look(1400, 1000, scheme);
            browser.open(stub.baseUrl() + "/tick/console/contract.html");
            browser.await("document.querySelectorAll('.opblock').length > 2");
            browser.screenshot(SCREENSHOTS.resolve("contract-" + scheme + ".png"));
        }
        assertTrue(browser.text("#contract").contains("Submit TI Indicator API"));
        assertEquals(
                stub.baseUrl() + " - this stub",
                browser.value("document.querySelector('.servers option:checked').textContent")
                        .asString());
        assertEquals("[]", browser.log().toString());
    }

    @Test
    void isSeenInLightAndDark() throws IOException, InterruptedException {
        caller.submit(Caller.SUBMISSION);
        caller.submit("{\"indicator\":\"192.0.2.1\",\"indicatorType\":\"IpAddress\"}");
        caller.submit("{\"title\": 5}");
        caller.send("GET", Caller.PATH + "?$filter=indicatorType%20eq%20'FileSha1'", "");
        stub.play("429 x1, 503 x2");
        caller.submit(Caller.SUBMISSION);
        caller.submit(Caller.SUBMISSION);
        browser.await(ROWS + ".length === 6 && !document.querySelector('#quotas').hidden");
        for (String scheme : new String[] {"light", "dark"}) {
            look(1400, 1000, scheme);
            browser.screenshot(SCREENSHOTS.resolve("console-" + scheme + ".png"));
            browser.click("#exchanges tbody tr:nth-child(4)");
            browser.screenshot(SCREENSHOTS.resolve("details-" + scheme + ".png"));
            browser.press(ESCAPE);
            look(360, 900, scheme);
            browser.await("innerWidth === 360 && document.documentElement.scrollWidth === 360");
            browser.screenshot(SCREENSHOTS.resolve("phone-" + scheme + ".png"));
            browser.value("document.querySelector('#traffic').scrollIntoView()");
            browser.screenshot(SCREENSHOTS.resolve("phone-traffic-" + scheme + ".png"));
        }
    }
}
