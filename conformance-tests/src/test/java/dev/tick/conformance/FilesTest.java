package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.Target;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Register;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a run leaves behind, of a target that gives tokens away and tries script wherever it can. */
class FilesTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final Register REGISTER = Register.load("tiindicators", CONTRACT);
    private static final String SCRIPT =
            "</script></pre></style><script>hacked=1</script><img src=x onerror=hacked=1>\" onload=\"hacked=1";
    private static final String TENANT = "11111111-2222-3333-4444-555555555555";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final Map<String, String> tokens = new HashMap<>();

    @Test
    void noFileHoldsATokenHoweverTheTargetWritesIt() throws IOException {
        run(FilesTest::leaking, Map.of());
        assertEquals(6, tokens.size());
        for (Map.Entry<String, String> written : written().entrySet()) {
            for (String token : tokens.values()) {
                for (String form : forms(token)) {
                    assertFalse(written.getValue().contains(form), written.getKey() + " holds " + form);
                }
            }
        }
        String report = written().getOrDefault("report.html", "");
        assertTrue(report.contains("x-raw: Bearer [TICK_TOKEN]"), "the target's header is shown");
        assertTrue(report.contains("x-base64: [TICK_TOKEN]") || report.contains("[part of TICK_TOKEN]"), "hidden");
    }

    /** What stops a run is told first, and may be the target's own words. */
    @Test
    void noFileHoldsATokenWhereTheRunIsStopped() throws IOException {
        run(
                (message, response) -> new Response(
                        429,
                        Map.of("retry-after", List.of(message.authorization().orElse(""))),
                        new byte[0]),
                Map.of());
        String token = tokens.getOrDefault("TICK_TOKEN", "");
        assertTrue(console.toString(StandardCharsets.UTF_8).contains("(Retry-After: Bearer [TICK_TOKEN])"));
        for (Map.Entry<String, String> written : written().entrySet()) {
            assertFalse(written.getValue().contains(token), written.getKey());
        }
    }

    /** The target's answers are what they were; only what they say beside is added. */
    private static Response leaking(Request message, Response response) {
        String authorization = message.authorization().orElse("");
        Headers headers = response.headers()
                .plus("x-raw", authorization)
                .plus("x-base64", base64(authorization))
                .plus("x-encoded", URLEncoder.encode(authorization, StandardCharsets.UTF_8))
                .plus("x-cut", authorization.substring(0, Math.min(60, authorization.length())));
        String body = response.body()
                .text()
                .replace(
                        "\"message\":\"",
                        "\"message\":\"" + authorization.replace("\"", "") + " " + base64("x" + authorization));
        return new Response(response.status(), "Hello " + authorization, headers, Body.of(body));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whole, by its signature alone, and in base64 at each offset, without the characters at its edges. */
    private static List<String> forms(String token) {
        List<String> forms = new ArrayList<>(List.of(token, URLEncoder.encode(token, StandardCharsets.UTF_8)));
        String signature = token.substring(token.lastIndexOf('.') + 1);
        if (signature.length() >= 24) {
            forms.add(signature);
        }
        for (int offset = 0; offset < 3; offset++) {
            String encoded = base64("x".repeat(offset) + token);
            forms.add(encoded.substring(8, encoded.length() - 8));
        }
        return forms;
    }

    @Test
    void textOfTheTargetIsNeverMarkup() throws Exception {
        run(FilesTest::hostile, Map.of());
        Document page = Jsoup.parse(written().getOrDefault("report.html", ""));
        assertTrue(page.text().contains("<script>hacked=1</script>"), "it is shown");
        Element script = page.getElementsByTag("script").get(0);
        assertEquals(1, page.getElementsByTag("script").size());
        Set<String> elements =
                page.getAllElements().stream().map(Element::normalName).collect(Collectors.toSet());
        elements.removeAll(Set.of(
                "#root",
                "html",
                "head",
                "meta",
                "title",
                "style",
                "body",
                "a",
                "header",
                "h1",
                "p",
                "nav",
                "ul",
                "ol",
                "li",
                "main",
                "section",
                "h2",
                "h3",
                "h4",
                "details",
                "summary",
                "span",
                "div",
                "table",
                "caption",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
                "dl",
                "dt",
                "dd",
                "form",
                "fieldset",
                "legend",
                "label",
                "input",
                "select",
                "option",
                "output",
                "button",
                "article",
                "mark",
                "pre",
                "footer",
                "script",
                "strong"));
        assertEquals(Set.of(), elements);
        List<String> handlers = page.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream())
                .map(Attribute::getKey)
                .filter(name -> name.startsWith("on") || name.equals("style") || name.equals("src"))
                .toList();
        assertEquals(List.of(), handlers);
        Set<String> pages = REGISTER.checked().stream()
                .flatMap(row -> row.source().url().stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
        assertEquals(
                List.of(),
                page.select("a").eachAttr("href").stream()
                        .filter(link -> !link.matches("((kill-matrix|coverage)\\.html)?(#.*)?"))
                        .filter(link -> !pages.contains(link))
                        .toList());
        String policy = page.select("meta[http-equiv]").attr("content");
        assertTrue(policy.startsWith("default-src 'none'; "), policy);
        assertTrue(policy.contains("script-src '" + hash(script.data()) + "'"), policy);
        assertTrue(
                policy.contains("style-src '"
                        + hash(page.getElementsByTag("style").get(0).data()) + "'"),
                policy);
    }

    private static Response hostile(Request message, Response response) {
        String body = response.body().text();
        String escaped = SCRIPT.replace("\"", "\\\"");
        return new Response(
                response.status(),
                SCRIPT,
                response.headers().plus("x-" + SCRIPT.replaceAll("[ \"]", "-"), SCRIPT),
                Body.of(body.replaceAll("\":\"[^\"]*\"", Matcher.quoteReplacement("\":\"" + escaped + "\""))));
    }

    private static String hash(String code) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    /** Whatever was found: the schema allows nothing that it does not describe. */
    @Test
    void resultsAreAsTheirSchemaSays() throws IOException {
        run((message, response) -> response, Map.of());
        assertEquals(List.of(), violations(written().getOrDefault("results.json", "")));
        Path old = Files.copy(directory.resolve("results/results.json"), directory.resolve("old.json"));
        Files.writeString(directory.resolve("known.yaml"), """
                - id: SUB-007
                  case: SUB-007/fileSha1
                  reason: We cut titles.
                  link: GW-17
                  owner: gateway team
                  opened: 2025-11-01
                  expires: 2999-12-31
                """);
        run(
                FilesTest::hostile,
                Map.of(
                        "baseline",
                        old.toString(),
                        "deviations",
                        directory.resolve("known.yaml").toString()));
        String results = written().getOrDefault("results.json", "");
        assertEquals(List.of(), violations(results));
        JsonNode read = JsonMapper.shared().readTree(results);
        for (String pointer : List.of(
                "/changes/requirements/0/then",
                "/differsFromStub/0/stub",
                "/deviations/0/case",
                "/exchanges/0/response/reason")) {
            assertFalse(read.at(pointer).isMissingNode(), pointer);
        }
        ObjectNode changed = (ObjectNode) read;
        changed.put("verdikt", "CONFORMANT");
        assertFalse(violations(changed.toString()).isEmpty());
    }

    /** What was not explored accuses nobody, is no difference, and makes no deviation stale or unknown. */
    @Test
    void aRunThatDoesNotExploreTellsSo() throws IOException {
        Files.writeString(directory.resolve("known.yaml"), """
                - id: SUB-007
                  case: explored
                  reason: We lose a title now and then.
                  link: GW-18
                  owner: gateway team
                  opened: 2025-11-01
                  expires: 2999-12-31
                """);
        run(
                (message, response) -> response,
                Map.of(
                        "explore",
                        "0",
                        "seed",
                        "7",
                        "deviations",
                        directory.resolve("known.yaml").toString()));
        JsonNode results = JsonMapper.shared().readTree(written().getOrDefault("results.json", ""));
        assertEquals(
                "0 7",
                results.path("explore").asInt() + " " + results.path("seed").asLong());
        assertEquals("UNTESTED", results.at("/deviations/0/standing").asString());
        assertEquals(List.of(), results.path("differsFromStub").valueStream().toList());
        assertTrue(written().getOrDefault("summary.txt", "").contains("\n  explored: nothing beside the cases\n"));
        assertTrue(written().getOrDefault("report.html", "").contains("<dt>Explored</dt><dd>nothing beside the cases"));
    }

    @Test
    void whatIsSharedTellsNobodysTenant() throws IOException {
        run(FilesTest::telling, Map.of());
        assertTrue(written().getOrDefault("report.html", "").contains(TENANT));
        run(FilesTest::telling, Map.of("share", "true"));
        written().forEach((name, text) -> assertFalse(text.contains(TENANT), name));
        String report = written().getOrDefault("report.html", "");
        assertTrue(report.contains("x-tenant: 00000000-0000-0000-0000-0000000000"));
        assertTrue(report.contains("GUIDs, addresses of users and tenants&#39; domains are made up"));
        assertTrue(JsonMapper.shared()
                .readTree(written().getOrDefault("results.json", ""))
                .path("masked")
                .asBoolean());
    }

    private static Response telling(Request message, Response response) {
        return new Response(response.status(), TENANT, response.headers().plus("x-tenant", TENANT), response.body());
    }

    private static List<String> violations(String results) throws IOException {
        try (InputStream in = Verifier.class.getResourceAsStream("report/json/results-1.schema.json")) {
            assertTrue(in != null);
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return schema.validate(results, InputFormat.JSON).stream()
                    .map(String::valueOf)
                    .toList();
        }
    }

    private void run(BiFunction<Request, Response, Response> answer, Map<String, String> settings) {
        ShiftedClock clock = new ShiftedClock();
        try (StubServer stub =
                StubServer.start(StubConfig.builder().clock(clock).build())) {
            Target all = Verifier.embedded(stub, CONTRACT);
            all.tokens().forEach((kind, token) -> tokens.put(kind.variable(), token));
            Map<String, String> properties = new HashMap<>(settings);
            properties.put("target", stub.baseUrl().toString());
            properties.put("capabilities", "list,get,patch");
            properties.put("tick.directory", directory.resolve("results").toString());
            Sender.Factory senders = base -> base.equals(stub.baseUrl())
                    ? new AlteringSender(base, message -> message, answer)
                    : new QuickSender(base);
            Runner runner =
                    new Runner(CONTRACT, REGISTER, clock, senders).pausing((length, reason) -> clock.move(length));
            new Verifier(CONTRACT, REGISTER, clock, runner)
                    .run(
                            Settings.of(properties, tokens),
                            new PrintStream(console, true, StandardCharsets.UTF_8),
                            ConsoleStyle.PLAIN,
                            Progress.SILENT);
        }
    }

    /** The files by their names, and the console. */
    private Map<String, String> written() throws IOException {
        Map<String, String> files = new HashMap<>(Map.of("console", console.toString(StandardCharsets.UTF_8)));
        try (Stream<Path> all = Files.list(directory.resolve("results"))) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertTrue(files.keySet()
                .containsAll(Set.of(
                        "report.html",
                        "coverage.html",
                        "kill-matrix.html",
                        "results.json",
                        "junit.xml",
                        "results.sarif",
                        "summary.txt")));
        return files;
    }
}
