package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The console in a real browser; needs chromium and chromedriver, so it runs in the profile {@code tools}. */
class ConsoleBrowserProof {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final String HOSTILE = "{\"indicator\":\"<img src=x onerror='window.hacked=1'>\",\"indicatorType\":"
            + "\"<script>window.hacked=1</script>\",\"action\":\"Alert\"}";

    private final StubServer stub = StubServer.start();
    private final Caller caller = new Caller(stub);

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void showsABadRequestWithItsViolationsNamed() throws Exception {
        for (String look : new String[] {"light", "dark"}) {
            stub.reset();
            try (Browser browser =
                    new Browser("dark".equals(look) ? "--force-dark-mode" : "--disable-features=DarkMode")) {
                browser.open(stub.baseUrl() + "/");
                caller.submit(Caller.SUBMISSION);
                caller.submit("{\"indicator\":\"300.0.2.1\",\"indicatorType\":\"IpAddress\"}");
                browser.await("two calls", "document.querySelectorAll('#entries li').length === 2");
                browser.run("document.querySelector('#entries li').focus()");
                browser.press("\uE007");
                browser.await("the details", "!document.getElementById('detail').hidden");
                String detail = browser.run("return document.getElementById('detail').innerText")
                        .asString();
                assertTrue(detail.contains("body: expected a property 'action', got nothing"), detail);
                assertTrue(detail.contains("CLI-003 (must, documented): "), detail);
                assertTrue(detail.contains("authorization: Bearer [removed]"), detail);
                assertTrue(browser.run("return document.getElementById('held').innerText")
                        .asString()
                        .contains(Caller.SHA1));
                browser.screenshot(SCREENSHOTS.resolve("console-" + look + ".png"));
                browser.press("\uE00C");
                browser.await("no details", "document.getElementById('detail').hidden");
            }
        }
    }

    @Test
    void switchesTheMood() throws Exception {
        try (Browser browser = new Browser()) {
            browser.open(stub.baseUrl() + "/");
            browser.run("document.getElementById('line').focus()");
            browser.press("503 x1\uE007");
            browser.await("the mood", "document.getElementById('mood-now').textContent === 'Now: 503 x1'");
            assertEquals(503, caller.submit(Caller.SUBMISSION).statusCode());
            assertEquals(201, caller.submit(Caller.SUBMISSION).statusCode());
            browser.await("fine again", "document.getElementById('mood-now').textContent === 'Now: fine'");
            browser.run("document.getElementById('line').value = ''; document.getElementById('line').focus()");
            browser.press("throtled\uE007");
            browser.await(
                    "the guess",
                    "document.getElementById('mood-error').textContent.includes(\"did you mean 'throttled'?\")");
        }
    }

    @Test
    void runsNoScriptOfAClient() throws Exception {
        try (Browser browser = new Browser("--window-size=400,900")) {
            browser.open(stub.baseUrl() + "/");
            caller.submit(HOSTILE);
            caller.send(caller.request("GET", "/api/tiindicators/%3Cimg%20src=x%20onerror=window.hacked=1%3E", ""));
            browser.await("both calls", "document.querySelectorAll('#entries li').length === 2");
            browser.run("document.querySelectorAll('#entries li')[1].click()");
            browser.await("the details", "!document.getElementById('detail').hidden");
            assertTrue(browser.run("return document.getElementById('detail').innerText")
                    .asString()
                    .contains("<script>window.hacked=1</script>"));
            assertEquals(
                    0,
                    browser.run("return document.querySelectorAll('img, main script').length")
                            .asInt(-1));
            assertFalse(browser.run("return window.hacked === 1").asBoolean(true));
            browser.screenshot(SCREENSHOTS.resolve("console-narrow.png"));
            assertEquals(
                    "",
                    browser.run("const wide = document.documentElement.clientWidth;"
                                    + "return [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > wide)"
                                    + ".map(one => one.tagName + '.' + one.className).join()")
                            .asString());
        }
    }

    @Test
    void showsTheContract() throws Exception {
        try (Browser browser = new Browser()) {
            browser.open(stub.baseUrl() + "/tick/console/contract.html");
            browser.await("four operations", "document.querySelectorAll('#contract .opblock').length === 4");
            browser.screenshot(SCREENSHOTS.resolve("contract.png"));
        }
    }
}
