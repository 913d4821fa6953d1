package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The files of the console; that they work in a browser is shown by {@link ConsoleBrowserProof}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"#]+)\"");

    private final StubServer stub = StubServer.start();
    private final Caller caller = new Caller(stub);

    @AfterAll
    void stop() {
        stub.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return caller.send(caller.request("GET", path, ""));
    }

    @Test
    void servesEveryFileThatItsPagesName() throws IOException, InterruptedException {
        Set<String> named = new TreeSet<>();
        for (String page : List.of("/", "/tick/console/contract.html")) {
            Matcher references = REFERENCE.matcher(get(page).body());
            while (references.find()) {
                named.add(references.group(1));
            }
        }
        assertTrue(named.remove("data:,"));
        assertEquals(7, named.size(), named.toString());
        for (String file : named) {
            HttpResponse<String> answer = get(file);
            assertEquals(200, answer.statusCode(), file);
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
            assertEquals(
                    "nosniff",
                    answer.headers().firstValue("X-Content-Type-Options").orElse(""));
        }
    }

    @Test
    void namesNoOtherHostAndMakesNoMarkupOfData() throws IOException, InterruptedException {
        for (String file :
                List.of("/", "/tick/console/console.css", "/tick/console/console.js", "/tick/console/contract.js")) {
            String text = get(file).body();
            assertFalse(text.contains("://"), file);
            assertFalse(
                    Pattern.compile("innerHTML|insertAdjacentHTML|document\\.write|eval\\(")
                            .matcher(text)
                            .find(),
                    file);
        }
    }

    @Test
    void servesNothingElse() throws IOException, InterruptedException {
        for (String path : List.of(
                "/tick/console/",
                "/tick/console/..%2Fmood%2Fscenarios.yaml",
                "/tick/console/index.html",
                "/index.html")) {
            assertEquals(404, get(path).statusCode(), path);
        }
        assertEquals(404, caller.send(caller.request("POST", "/", "")).statusCode());
    }
}
