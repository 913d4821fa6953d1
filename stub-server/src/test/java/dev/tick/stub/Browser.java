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
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium, driven through chromedriver by the W3C WebDriver protocol. */
public final class Browser {
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
    private static final String CAPABILITIES = """
            {"capabilities": {"alwaysMatch": {
              "timeouts": {"script": 120000},
              "unhandledPromptBehavior": "accept",
              "goog:loggingPrefs": {"browser": "ALL"},
              "goog:chromeOptions": {"args": ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
                "--hide-scrollbars", "--lang=en-GB"]}}}}""";
    /** Looks at a condition every 20 ms; the script's time-out above is the deadline. */
    private static final String UNTIL = "const done = arguments[arguments.length - 1];"
            + "(function look() { if (%s) { done(true); } else { setTimeout(look, 20); } })();";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process driver;
    private final String server;
    private final String session;

    public Browser() throws IOException, InterruptedException {
        driver = new ProcessBuilder("chromedriver", "--port=0")
                .redirectErrorStream(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(driver::destroy));
        server = "http://127.0.0.1:" + port(driver);
        session = "/session/"
                + send("POST", "/session", CAPABILITIES).path("sessionId").asString();
    }

    private static String port(Process driver) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return started.group(1);
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("chromedriver ended before it had started: " + said);
    }

    public void open(String url) throws IOException, InterruptedException {
        post("/url", object("url", url));
    }

    /** Waits until a JavaScript expression is true; its time-out names the expression. */
    public void await(String expression) throws IOException, InterruptedException {
        run("/execute/async", UNTIL.replace("%s", expression));
    }

    /** The value of a JavaScript expression. */
    public JsonNode value(String expression) throws IOException, InterruptedException {
        return run("/execute/sync", "return " + expression + ";");
    }

    /** Runs a script that keeps what it makes, such as a library. */
    public void load(String script) throws IOException, InterruptedException {
        run("/execute/sync", script);
    }

    /** The value of a promise. */
    public JsonNode settled(String promise) throws IOException, InterruptedException {
        return run("/execute/async", "const done = arguments[arguments.length - 1]; " + promise + ".then(done, done);");
    }

    /** The text that an element shows. */
    public String text(String css) throws IOException, InterruptedException {
        return send("GET", session + element(css) + "/text", "").asString();
    }

    public void click(String css) throws IOException, InterruptedException {
        post(element(css) + "/click", "{}");
    }

    public void type(String css, String keys) throws IOException, InterruptedException {
        post(element(css) + "/value", object("text", keys));
    }

    /** Presses one key wherever the focus is. */
    public void press(char key) throws IOException, InterruptedException {
        String name = JsonMapper.shared().writeValueAsString(String.valueOf(key));
        post("/actions", String.format(Locale.ROOT, """
                {"actions": [{"type": "key", "id": "keyboard", "actions": [
                  {"type": "keyDown", "value": %s}, {"type": "keyUp", "value": %s}]}]}""", name, name));
    }

    /** Chromium's own command, such as {@code Emulation.setEmulatedMedia}. */
    public void command(String name, String parameters) throws IOException, InterruptedException {
        post("/goog/cdp/execute", "{\"cmd\": \"" + name + "\", \"params\": " + parameters + "}");
    }

    /** What the pages wrote to the browser's console since the last call, refusals by the policy among it. */
    public JsonNode log() throws IOException, InterruptedException {
        return post("/se/log", object("type", "browser"));
    }

    public void screenshot(Path file) throws IOException, InterruptedException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(
                file,
                Base64.getDecoder()
                        .decode(send("GET", session + "/screenshot", "").asString()));
    }

    private String element(String css) throws IOException, InterruptedException {
        String found = JsonMapper.shared().writeValueAsString(css);
        JsonNode element = post("/element", "{\"using\": \"css selector\", \"value\": " + found + "}");
        return "/element/" + element.iterator().next().asString();
    }

    private JsonNode run(String path, String script) throws IOException, InterruptedException {
        return post(path, "{\"args\": [], \"script\": " + JsonMapper.shared().writeValueAsString(script) + "}");
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        return send("POST", session + path, body);
    }

    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(server + path))
                        .version(HttpClient.Version.HTTP_1_1)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(method + " " + path + " " + body + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body()).path("value");
    }

    private static String object(String name, String value) {
        return JsonMapper.shared().createObjectNode().put(name, value).toString();
    }

    public void quit() throws IOException, InterruptedException {
        try {
            send("DELETE", session, "");
        } finally {
            driver.destroy();
        }
    }
}
