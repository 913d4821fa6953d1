package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.settings.Settings;
import dev.tick.spec.register.Specification;
import dev.tick.stub.Browser;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Reports of servers of which one thing is broken, in Chromium; runs in the profile "tools". */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CauseBrowserProof {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path AXE = Path.of("..", "tools", "node_modules", "axe-core", "axe.min.js");
    private static final int THREE_SCREENS = 3 * 900;
    private static final long MEGABYTES = 5_000_000;

    private Browser browser;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        browser = new Browser();
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        browser.quit();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tiindicators|SUB-005-indicator-truncated|indicator comes back cut after 20 characters (submitIndicator)",
                "tiindicators|SUB-001-fails|submitIndicator answers 500 instead of 201",
                "tiindicators|SUB-004-html|Content-Type: expected application/json, got text/html",
                "tiindicators|CHG-006-forgotten|description: expected \"Changed",
                "tiindicators|LST-026-expirationTime-milliseconds|expirationTime comes back as another time",
                "indicators|ISU-003-indicatorValue-dropped|indicatorValue is missing in the response",
                "indicators|ISU-042-accepted|submitOrUpdateIndicator answers 200 and does not refuse: indicatorType=5",
                "indicators|IDL-001-fails|deleteIndicator answers 500"
            })
    void theReportOfOneFaultBeginsWithIt(String contract, String fault, String sentence)
            throws IOException, InterruptedException {
        Path report = run(contract, fault).resolve("report.html");
        assertTrue(Files.size(report) < MEGABYTES, () -> fault + " makes a large report");
        look(1400, "light");
        open(report);
        assertTrue(browser.text("#cause-1 .sentence").startsWith(sentence), browser.text("#cause-1 .sentence"));
        assertEquals(
                "causes",
                browser.value("document.querySelector('main > section').id").asString());
        int height = browser.value("document.documentElement.scrollHeight").asInt();
        assertTrue(height <= THREE_SCREENS, () -> fault + " is told on " + height + " pixels");
        for (int width : List.of(1400, 360)) {
            for (String scheme : List.of("light", "dark")) {
                look(width, scheme);
                open(report);
                isFitToBeRead(fault + "-" + scheme + "-" + width, width);
            }
        }
        look(1400, "light");
        open(report);
        linksLandOnTheirHeadings(Specification.load(contract));
        theCauseIsCopiedAsText(sentence);
    }

    /** The entries of requirements and exchanges are looked at by {@link ReportBrowserProof}; with them, and with hundreds of rows that wait, axe takes minutes. */
    private void isFitToBeRead(String name, int width) throws IOException, InterruptedException {
        browser.screenshot(TARGET.resolve("screenshots/cause-" + name + ".png"));
        browser.value("document.querySelectorAll('#causes details').forEach(one => { one.open = true; })");
        assertEquals(
                width, browser.value("document.documentElement.scrollWidth").asInt(), "no scrolling sideways");
        assertEquals("[]", browser.log().toString());
        browser.value("document.querySelectorAll('.entry, .fold li:nth-child(n+20)').forEach(one => one.remove())");
        browser.load(Files.readString(AXE));
        JsonNode found = browser.settled("axe.run(document, {resultTypes: ['violations']}).then(all => all.violations"
                + ".filter(one => one.impact === 'serious' || one.impact === 'critical')"
                + ".map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html.slice(0, 200))))");
        assertEquals("[]", found.toString());
        // Chromium warns of what axe does, which is not the page's doing.
        browser.log();
    }

    private void linksLandOnTheirHeadings(Specification specification) throws IOException, InterruptedException {
        browser.click("nav a[href='#requirements']");
        browser.await("document.querySelector('#requirements .part').open");
        browser.await("(place => place >= 0 && place < 100)"
                + "(document.querySelector('#requirements-title').getBoundingClientRect().top)");
        browser.click("#cause-1 p a");
        browser.await(
                "(row => row.open && row.getBoundingClientRect().top >= 0 && row.getBoundingClientRect().top < 100)"
                        + "(document.getElementById(document.querySelector('#cause-1 p a').textContent))");
        String row = browser.text("#cause-1 p a");
        assertEquals(
                specification.register().checked().stream()
                        .filter(one -> one.id().equals(row))
                        .flatMap(one -> one.source().url().stream())
                        .map(String::valueOf)
                        .collect(Collectors.joining()),
                browser.value("(document.querySelector('.requirement[open] .facts a[href^=http]') || {href: ''}).href")
                        .asString(),
                "the page of the vendor, where there still is one");
    }

    /** A page of a file has no clipboard for a script that nobody allowed it; the text is selected instead. */
    private void theCauseIsCopiedAsText(String sentence) throws IOException, InterruptedException {
        browser.value("void Object.defineProperty(navigator, 'clipboard', {configurable: true, value: undefined})");
        browser.click("#cause-1 .copy");
        browser.await("getSelection().toString().length > 100");
        String text = browser.value("getSelection().toString()").asString().strip();
        assertTrue(text.startsWith(sentence), text);
        assertTrue(text.contains("Send it again:\ncurl -gsSi "), text);
        browser.value("window.copied = ''");
        browser.value("void Object.defineProperty(navigator, 'clipboard', {configurable: true, value:"
                + " {writeText: text => { window.copied = text; return Promise.resolve(); }}})");
        browser.click("#cause-1 .copy");
        browser.await("document.querySelector('#cause-1 .copy').textContent === 'Copied'");
        assertTrue(browser.value("window.copied").asString().startsWith(sentence));
    }

    private static Path run(String contract, String fault) {
        Specification specification = Specification.load(contract);
        Path directory = TARGET.resolve("browser/" + fault);
        try (StubServer stub = StubServer.start(StubConfig.builder(specification.contract(), specification.register())
                .build())) {
            stub.play("fault " + fault);
            Map<String, String> tokens = new HashMap<>();
            Verifier.embedded(stub, specification.contract())
                    .tokens()
                    .forEach((kind, token) -> tokens.put(kind.variable(), token));
            Map<String, String> properties = Map.of(
                    "target",
                    stub.baseUrl().toString(),
                    "contract",
                    contract,
                    "capabilities",
                    "list,get,patch,delete,import,batch-delete",
                    "tick.directory",
                    directory.toString());
            new Verifier(specification.contract(), specification.register(), Clock.systemUTC(), QuickSender::new)
                    .run(
                            Settings.of(properties, tokens),
                            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        }
        return directory;
    }

    private void look(int width, String scheme) throws IOException, InterruptedException {
        browser.command(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\": " + width + ", \"height\": 900, \"deviceScaleFactor\": 1, \"mobile\": false}");
        browser.command(
                "Emulation.setEmulatedMedia",
                "{\"features\": [{\"name\": \"prefers-color-scheme\", \"value\": \"" + scheme + "\"},"
                        + " {\"name\": \"prefers-reduced-motion\", \"value\": \"reduce\"}]}");
    }

    private void open(Path report) throws IOException, InterruptedException {
        browser.open("about:blank");
        browser.open(report.toUri().toString());
    }
}
