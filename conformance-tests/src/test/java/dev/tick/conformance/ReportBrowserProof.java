package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.client.JudgeOptions;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import dev.tick.stub.Browser;
import dev.tick.stub.StubServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The report in Chromium, and what axe finds in it; runs in the profile "tools". */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportBrowserProof {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path AXE = Path.of("..", "tools", "node_modules", "axe-core", "axe.min.js");
    private static final int REQUIREMENTS =
            Specification.load("tiindicators").register().checked().size();
    private static final char TAB = '\uE004';
    private static final char ENTER = '\uE007';
    private static final String SHOWN =
            "[...document.querySelectorAll('.requirement')].filter(one => !one.hidden).map(one => one.id)";
    private static final String HASH = "decodeURIComponent(location.hash)";

    private final Path faulty = TARGET.resolve("browser/faulty");
    private final Path hostile = TARGET.resolve("browser/hostile");
    private final Path sound = TARGET.resolve("browser/sound");
    private final Path client = TARGET.resolve("browser/client");
    private Browser browser;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        run("tiindicators", faulty, ReportBrowserProof::shortTitle);
        run("tiindicators", hostile, ReportBrowserProof::hostile);
        run("indicators", sound, (message, response) -> response);
        judge(client);
        browser = new Browser();
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        browser.quit();
    }

    @BeforeEach
    void look() throws IOException, InterruptedException {
        look(1400, "light");
        browser.log();
    }

    private static Response shortTitle(Request message, Response response) {
        return response.withBody(Body.of(response.body().text().replace("\"title\":\"test", "\"title\":\"tost")));
    }

    /** Script in every field, header and reason phrase. */
    private static Response hostile(Request message, Response response) {
        String script = "</pre></script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>";
        String body =
                response.body().text().replaceAll("\":\"[^\"]*\"", Matcher.quoteReplacement("\":\"" + script + "\""));
        return new Response(response.status(), script, response.headers().plus("x-hostile", script), Body.of(body));
    }

    private static void run(String contract, Path directory, BiFunction<Request, Response, Response> answer) {
        Specification specification = Specification.load(contract);
        try (StubServer stub = StubServer.start()) {
            Map<String, String> tokens = new HashMap<>();
            Verifier.embedded(stub, specification.contract())
                    .tokens()
                    .forEach((kind, token) -> tokens.put(kind.variable(), token));
            tokens.remove(TokenKind.EXPIRED.variable());
            Map<String, String> properties = Map.of(
                    "target",
                    stub.baseUrl().toString(),
                    "contract",
                    contract,
                    "capabilities",
                    "list,get,patch,delete,import,batch-delete",
                    "tick.directory",
                    directory.toString());
            Sender.Factory senders = base -> base.equals(stub.baseUrl())
                    ? new AlteringSender(base, message -> message, answer)
                    : new QuickSender(base);
            new Verifier(specification.contract(), specification.register(), Clock.systemUTC(), senders)
                    .run(
                            Settings.of(properties, tokens),
                            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        }
    }

    /** A client that repeats what is forbidden, so that one of its scenarios is open, and one is folded. */
    private static void judge(Path directory) {
        PracticeClient wrong = new PracticeClient();
        wrong.repeats = status -> status == 403;
        new ClientVerifier(
                        Settings.of(Map.of("contract", "indicators", "tick.directory", directory.toString()), Map.of()),
                        JudgeOptions.standard().only("submit-403", "submit-400"),
                        Clock.systemUTC())
                .run(
                        wrong,
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        ConsoleStyle.PLAIN);
    }

    private void look(int width, String scheme) throws IOException, InterruptedException {
        browser.command(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\": " + width + ", \"height\": 1000, \"deviceScaleFactor\": 1, \"mobile\": false}");
        browser.command(
                "Emulation.setEmulatedMedia",
                "{\"features\": [{\"name\": \"prefers-color-scheme\", \"value\": \"" + scheme + "\"},"
                        + " {\"name\": \"prefers-reduced-motion\", \"value\": \"reduce\"}]}");
    }

    private void open(Path directory, String page) throws IOException, InterruptedException {
        browser.open("about:blank");
        browser.open(directory.toUri() + page);
    }

    @Test
    void filtersAndKeepsTheFilterInTheAddress() throws IOException, InterruptedException {
        open(faulty, "report.html#requirements");
        assertEquals("All " + REQUIREMENTS + " requirements", browser.text("#shown"));
        browser.click("[name=result][value=FAIL]");
        JsonNode broken = browser.value(SHOWN);
        assertTrue(broken.toString().contains("SUB-007"), broken.toString());
        assertEquals("#result=FAIL", browser.value(HASH).asString());
        browser.type("#filter-text", "title");
        assertEquals("#result=FAIL&text=title", browser.value(HASH).asString());
        JsonNode titles = browser.value(SHOWN);
        browser.open("about:blank");
        open(faulty, "report.html#result=FAIL&text=title");
        assertEquals(titles, browser.value(SHOWN));
        assertEquals(
                "title",
                browser.value("document.querySelector('#filter-text').value").asString());
        browser.click("#all");
        assertEquals("All " + REQUIREMENTS + " requirements", browser.text("#shown"));
        assertEquals("#requirements", browser.value(HASH).asString());
        browser.type("#filter-operation", "updateIndicator");
        browser.type("#filter-level", "SHOULD");
        browser.type("#filter-basis", "http");
        assertEquals(
                "[]",
                browser.value(
                                "[...document.querySelectorAll('.requirement:not([hidden])')].filter(one => one.dataset.level"
                                        + " !== 'SHOULD' || one.dataset.basis !== 'http' || one.dataset.operation !== document.querySelector('#filter-operation').value)")
                        .toString());
        browser.type("#filter-text", "no such words");
        assertEquals("No requirement is like that.", browser.text("#nothing"));
    }

    @Test
    void theCountsLeadToWhatTheyCount() throws IOException, InterruptedException {
        open(faulty, "report.html");
        String link = "a[href='#level=MUST&result=FAIL']";
        String count = browser.text(link);
        browser.click(link);
        browser.await("document.querySelectorAll('.requirement:not([hidden])').length === " + count);
        assertEquals(count + " of " + REQUIREMENTS + " requirements", browser.text("#shown"));
    }

    @Test
    void aLinkOpensARequirement() throws IOException, InterruptedException {
        open(faulty, "report.html#SUB-007");
        assertTrue(browser.value("document.querySelector('#SUB-007').open").asBoolean());
        assertEquals(
                "SUB-007",
                browser.value("document.activeElement.parentElement.id").asString());
        browser.value("location.hash = '#result=PASS'");
        browser.await("document.querySelector('#SUB-007').hidden");
        browser.value("location.hash = '#SUB-007'");
        browser.await("!document.querySelector('#SUB-007').hidden");
        assertEquals("All " + REQUIREMENTS + " requirements", browser.text("#shown"));
    }

    @Test
    void pointsAtTheDifference() throws IOException, InterruptedException {
        open(faulty, "report.html#SUB-007");
        assertEquals(
                "[\"test\",\"tost\"]",
                browser.value(
                                "[...document.querySelectorAll('#SUB-007 .case:first-of-type .pair mark')].map(one => one.textContent)")
                        .toString());
        browser.click("#SUB-007 .case:first-of-type .uses a");
        String line = browser.text("#SUB-007 .inline .answer mark");
        assertTrue(line.strip().startsWith("\"title\": \"tost "), line);
        assertTrue(browser.text("#SUB-007 .inline").contains("-H \"Authorization: Bearer $TICK_TOKEN\""));
        browser.click("#SUB-007 .case:first-of-type .uses a");
        assertEquals(
                0, browser.value("document.querySelectorAll('.inline').length").asInt());
    }

    @Test
    void aCaseLeadsToItsScenarioAndACallUnfoldsItsExchange() throws IOException, InterruptedException {
        open(client, "report.html#ICL-055");
        browser.click("#ICL-055 a[href='#scenario-submit-400']");
        browser.await("document.querySelector('#scenario-submit-400').open");
        assertEquals(
                "scenario-submit-400",
                browser.value("document.activeElement.parentElement.id").asString());
        browser.click("#scenario-submit-403 .story a");
        assertTrue(browser.text("#scenario-submit-403 .inline").contains("/api/indicators"));
    }

    @Test
    void isUsedByKeyboard() throws IOException, InterruptedException {
        open(faulty, "report.html");
        browser.press(TAB);
        assertEquals(
                "To the requirements",
                browser.value("document.activeElement.textContent").asString());
        browser.press(ENTER);
        assertEquals("requirements", browser.value("document.activeElement.id").asString());
        browser.press(TAB);
        assertEquals("SUMMARY", browser.value("document.activeElement.tagName").asString());
        browser.press(TAB);
        assertEquals("result", browser.value("document.activeElement.name").asString());
        browser.press(' ');
        browser.await("location.hash.startsWith('#result=')");
        browser.value("document.querySelector('.requirement:not([hidden]) summary').focus()");
        browser.press(ENTER);
        browser.await("document.querySelector('.requirement:not([hidden])').open");
        browser.press(TAB);
        while (!browser.value("document.activeElement.matches('.uses a')").asBoolean()) {
            assertTrue(browser.value("document.activeElement !== document.body").asBoolean());
            browser.press(TAB);
        }
        browser.press(' ');
        browser.await("document.querySelector('.inline') !== null");
        assertEquals(
                "true",
                browser.value("document.activeElement.getAttribute('aria-expanded')")
                        .asString());
    }

    @ParameterizedTest
    @CsvSource({
        "faulty/report.html, light, 1400",
        "faulty/report.html, dark, 1400",
        "faulty/report.html, light, 360",
        "faulty/report.html, dark, 360",
        "hostile/report.html, light, 360",
        "sound/report.html, light, 1400",
        "client/report.html, light, 1400",
        "client/report.html, dark, 360",
        "sound/coverage.html, light, 1400",
        "sound/coverage.html, dark, 360",
        "sound/kill-matrix.html, dark, 1400",
        "sound/kill-matrix.html, light, 360"
    })
    void isFitToBeRead(String page, String scheme, int width) throws IOException, InterruptedException {
        look(width, scheme);
        open(TARGET.resolve("browser"), page);
        boolean report = page.endsWith("report.html");
        if (report) {
            browser.value("document.querySelectorAll('.requirement').forEach((one, at) => { one.open = at < 8; })");
            browser.value("document.querySelectorAll('.exchange').forEach((one, at) => { one.open = at < 2; })");
            browser.value("document.querySelectorAll('.fold').forEach(one => { one.open = true; })");
            browser.value("[...document.querySelectorAll('.uses a')].slice(0, 2).forEach(one => one.click())");
        }
        String name = page.replace('/', '-').replace(".html", "") + "-" + scheme + "-" + width + ".png";
        browser.screenshot(TARGET.resolve("screenshots").resolve(name));
        if (report) {
            browser.value("document.querySelector('.requirement').scrollIntoView()");
            browser.screenshot(TARGET.resolve("screenshots").resolve("requirement-" + name));
        }
        assertEquals(
                width, browser.value("document.documentElement.scrollWidth").asInt(), "no scrolling sideways");
        browser.load(Files.readString(AXE));
        JsonNode found = browser.settled("axe.run(document, {resultTypes: ['violations']}).then(all => all.violations"
                + ".filter(one => one.impact === 'serious' || one.impact === 'critical')"
                + ".map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html.slice(0, 200))))");
        assertEquals("[]", found.toString());
        assertEquals("[]", browser.log().toString());
    }

    @Test
    void runsNoScriptOfATarget() throws IOException, InterruptedException {
        open(hostile, "report.html#requirements");
        browser.click("#open");
        browser.value("[...document.querySelectorAll('.uses a')].slice(0, 50).forEach(one => one.click())");
        assertTrue(browser.value("document.querySelectorAll('.inline').length === 50")
                .asBoolean());
        assertTrue(browser.value("window.hacked === undefined").asBoolean());
        assertEquals(1, browser.value("document.scripts.length").asInt());
        assertEquals(0, browser.value("document.images.length").asInt());
        assertEquals("[]", browser.log().toString());
        assertFalse(browser.value(
                        "[...document.querySelectorAll('.inline')].every(one => !one.textContent.includes('hacked=1'))")
                .asBoolean());
    }
}
