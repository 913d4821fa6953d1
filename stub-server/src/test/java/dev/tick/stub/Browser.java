package dev.tick.stub;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A headless Chromium, driven through the WebDriver protocol of the W3C. */
final class Browser implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("successfully on port (\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String session;

    Browser(String... flags) throws IOException, InterruptedException {
        driver = new ProcessBuilder("chromedriver", "--port=0")
                .redirectErrorStream(true)
                .start();
        String base = "http://127.0.0.1:" + port(driver) + "/session";
        ObjectNode wanted = JsonNodeFactory.instance.objectNode();
        ObjectNode options =
                wanted.putObject("capabilities").putObject("alwaysMatch").putObject("goog:chromeOptions");
        var arguments = options.putArray("args");
        for (String flag :
                new String[] {"--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,900"}) {
            arguments.add(flag);
        }
        for (String flag : flags) {
            arguments.add(flag);
        }
        session = base + "/" + call("POST", base, wanted).path("sessionId").asString();
    }

    private static String port(Process driver) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return port.group(1);
            }
        }
        throw new IllegalStateException("chromedriver ended before it named its port: " + all);
    }

    private JsonNode call(String method, String url, JsonNode body) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher content = method.equals("POST")
                ? HttpRequest.BodyPublishers.ofString(body.toString())
                : HttpRequest.BodyPublishers.noBody();
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(url)).method(method, content).build(),
                HttpResponse.BodyHandlers.ofString());
        JsonNode value = JsonMapper.shared().readTree(answer.body()).path("value");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(url + ": " + value);
        }
        return value;
    }

    void open(String url) throws IOException, InterruptedException {
        call("POST", session + "/url", JsonNodeFactory.instance.objectNode().put("url", url));
    }

    /** What a script returns. */
    JsonNode run(String script) throws IOException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("script", script);
        body.putArray("args");
        return call("POST", session + "/execute/sync", body);
    }

    /** Presses keys where the focus is; the keys of the protocol, such as {@code \uE007} for Enter. */
    void press(String keys) throws IOException, InterruptedException {
        JsonNode active = call("GET", session + "/element/active", JsonNodeFactory.instance.objectNode());
        String element = active.properties().iterator().next().getValue().asString();
        call(
                "POST",
                session + "/element/" + element + "/value",
                JsonNodeFactory.instance.objectNode().put("text", keys));
    }

    /** Waits until a script returns true, ten seconds at most. */
    void await(String what, String script) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!run("return " + script).asBoolean(false)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after ten seconds not: " + what + "; the page says "
                        + run("return document.body.innerText").asString());
            }
        }
    }

    void screenshot(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.getParent());
        String image = call("GET", session + "/screenshot", JsonNodeFactory.instance.objectNode())
                .asString();
        Files.write(file, Base64.getDecoder().decode(image));
    }

    @Override
    public void close() throws IOException {
        try {
            call("DELETE", session, JsonNodeFactory.instance.objectNode());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            driver.destroy();
        }
    }
}
