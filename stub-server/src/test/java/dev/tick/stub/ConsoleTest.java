package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.admin.Console;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:href|src)=\"([^\"#]+)\"");

    private final StubServer stub = StubServer.start();
    private final Caller caller = new Caller(stub);

    @AfterAll
    void stop() {
        stub.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return caller.send(caller.request("GET", path, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/tick/console/console.css, text/css",
        "/tick/console/console.js, text/javascript",
        "/tick/console/contract.html, text/html",
        "/tick/console/contract.css, text/css",
        "/tick/console/contract.js, text/javascript",
        "/tick/swagger-ui/swagger-ui.css, text/css",
        "/tick/swagger-ui/swagger-ui-bundle.js, text/javascript"
    })
    void servesEachFileAsWhatItIs(String path, String type) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertEquals(200, answer.statusCode());
        assertEquals(type + "; charset=utf-8", header(answer, "Content-Type"));
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertEquals("no-referrer", header(answer, "Referrer-Policy"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertTrue(header(answer, "Content-Security-Policy").startsWith("default-src 'none'; script-src 'self'; "));
    }

    @Test
    void letsNothingInlineRun() throws IOException, InterruptedException {
        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                header(get("/"), "Content-Security-Policy"));
        assertEquals(
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                header(get("/tick/console/contract.html"), "Content-Security-Policy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tick/console/contract.html"})
    void refersToFilesThatItServesAlone(String page) throws IOException, InterruptedException {
        List<String> references = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(get(page).body());
        while (matcher.find()) {
            references.add(matcher.group(1));
        }
        assertTrue(references.size() > 3, references.toString());
        for (String reference : references) {
            assertTrue(new Console().paths().contains(reference), reference);
        }
    }

    @Test
    void namesNoOtherHostAndWritesNoMarkup() throws IOException, InterruptedException {
        for (String path : new Console().paths()) {
            String text = path.startsWith("/tick/swagger-ui/") ? "" : get(path).body();
            assertFalse(
                    Pattern.compile(
                                    "https?:|innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|url\\(| on[a-z]+=|<style")
                            .matcher(text.replace("http://www.w3.org/2000/svg", ""))
                            .find(),
                    path);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/tick/console/, 404 NotFound",
        "/tick/console/index.html, 404 NotFound",
        "/tick/console/../console.js, 404 NotFound",
        "/tick/console/%63onsole.js, 404 NotFound",
        "/tick/swagger-ui/index.html, 404 NotFound",
        "/tick/swagger-ui/../swagger-ui/pom.xml, 404 NotFound",
        "//, 404 ResourceNotFound",
        "/index.html, 404 ResourceNotFound"
    })
    void servesNothingElse(String path, String code) throws IOException, InterruptedException {
        assertEquals(code, Caller.code(get(path)));
    }

    @ParameterizedTest
    @CsvSource({
        "/tick/console/..%2f..%2fmood/scenarios.yaml, 404",
        "/tick/console/%2e%2e/mood/scenarios.yaml, 404",
        "/tick/swagger-ui/../../../../maven/org.webjars/swagger-ui/pom.xml, 400"
    })
    void climbsNowhere(String path, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertEquals(status, answer.statusCode(), answer.body());
    }

    @Test
    void leavesOtherMethodsOfTheRootUnknown() throws IOException, InterruptedException {
        assertEquals("404 ResourceNotFound", Caller.code(caller.send("POST", "/", "{}")));
        assertEquals("404 NotFound", Caller.code(caller.send("DELETE", "/tick/console/console.js", "")));
    }

    @Test
    void isNotTraffic() throws IOException, InterruptedException {
        stub.reset();
        for (String path : new Console().paths()) {
            assertEquals(200, get(path).statusCode(), path);
        }
        assertEquals(List.of(), stub.journal());
    }

    private static String header(HttpResponse<String> answer, String name) {
        HttpHeaders headers = answer.headers();
        assertEquals(1, headers.allValues(name).size(), name);
        return headers.firstValue(name).orElseThrow();
    }
}
