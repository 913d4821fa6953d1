package dev.tick.stub.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.config.ConfigurationReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The snippets of the pages about the stub: Java is compiled with its own imports, what can be run is run. */
class PageSnippetsTest {
    private static final Path STUB = Path.of("..", "docs", "stub.md");
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern CLASS = Pattern.compile("(?s).*class (\\w+).*");

    /** Variables that the text around a snippet speaks of, by their full types, so that they bring no import along. */
    private static final String AROUND = """
                dev.tick.stub.StubServer stub, dev.tick.stub.access.Application application,
                com.microsoft.aad.msal4j.IClientCredential credential, javax.net.ssl.SSLContext trust""";

    /** The imports of a snippet of members that shows none; a whole class brings its own. */
    private static final String OF_MEMBERS = """
            import static org.junit.jupiter.api.Assertions.assertEquals;
            import dev.tick.stub.*;
            import dev.tick.stub.authority.*;
            import dev.tick.stub.journal.*;
            import dev.tick.stub.junit.*;
            import java.util.*;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.api.extension.*;
            """;

    @TempDir
    Path folder;

    private static String page(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the fenced blocks of a language; empty for those without one. */
    private static List<String> blocks(Path page, String language) {
        Matcher fences = Pattern.compile("(?ms)^```(\\w*)\\n(.*?)^```$").matcher(page(page));
        return fences.results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    static Stream<String> javaBlocks() {
        return Stream.concat(blocks(STUB, "java").stream(), blocks(README, "java").stream());
    }

    @ParameterizedTest
    @MethodSource("javaBlocks")
    void javaCompilesWithTheImportsThatItShows(String block) throws IOException {
        compile(block.contains("class ") ? block : wrapped(block));
    }

    @Test
    void thereIsJavaToCompile() {
        assertTrue(blocks(STUB, "java").size() >= 5, "blocks of docs/stub.md");
        assertTrue(blocks(README, "java").size() >= 1, "blocks of README.md");
    }

    private static String wrapped(String block) {
        String imports =
                block.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
        String code = block.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        return code.contains("@Test")
                ? (imports.isEmpty() ? OF_MEMBERS : imports) + "class Snippet {\n" + code
                        + "\nvoid runMyClient(java.net.URI base, String token) {}\n}"
                : imports + "\nclass Snippet { void run(" + AROUND + ") throws Exception {\n" + code + "\n} }";
    }

    /** Compiles a source; returns the folder of its classes. */
    private Path compile(String source) throws IOException {
        Matcher named = CLASS.matcher(source);
        assertTrue(named.matches(), source);
        Path file = Files.writeString(folder.resolve(named.group(1) + ".java"), source);
        StringWriter said = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean compiled = compiler.getTask(
                        said,
                        null,
                        null,
                        List.of(
                                "-proc:none",
                                "-classpath",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.toString()),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
                .call();
        assertTrue(compiled, said + "\n" + source);
        return folder;
    }

    @Test
    void theFirstTestFailsAsThePageShowsAndPassesOnceItIsCorrected() throws Exception {
        String block = blocks(STUB, "java").get(0);
        Events failed = run(compile(block), "PushTest");
        failed.assertStatistics(tests -> tests.started(1).failed(1));
        String said = failed.failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .map(PageSnippetsTest::trace)
                        .orElse(""))
                .collect(Collectors.joining());
        assertEquals(blocks(STUB, "").get(0).strip(), said.strip());
        String corrected = block.replace("\\\"Ip\\\"", "\\\"IpAddress\\\"")
                .replace("\\\"Exercise\\\"", "\\\"Exercise\\\",\\\"description\\\":\\\"An exercise\\\"");
        run(compile(corrected), "PushTest")
                .assertStatistics(tests -> tests.started(1).succeeded(1));
    }

    private static String trace(Throwable failure) {
        return failure.getClass().getName() + ": " + failure.getMessage() + "\n\tSuppressed: "
                + failure.getSuppressed()[0].getClass().getName() + ": "
                + failure.getSuppressed()[0].getMessage();
    }

    private static Events run(Path classes, String name) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new java.net.URL[] {classes.toUri().toURL()}, PageSnippetsTest.class.getClassLoader())) {
            return EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(loader.loadClass(name)))
                    .execute()
                    .testEvents();
        }
    }

    @Test
    void everyScenarioOfThePageCanBePlayed() {
        String page = page(STUB) + page(README);
        List<String> lines = new ArrayList<>();
        Pattern.compile("stub\\.play\\(\"([^\"]+)\"\\)")
                .matcher(page)
                .results()
                .forEach(call -> lines.add(call.group(1)));
        String named = page.substring(page.indexOf("| name | steps |"));
        String table = named.substring(0, named.indexOf("\n\n"));
        Pattern.compile("(?m)^\\| `([a-z-]+)` \\| `([^`]+)` \\|.*\\|$")
                .matcher(table)
                .results()
                .forEach(row -> {
                    lines.add(row.group(1));
                    lines.add(row.group(2));
                });
        assertTrue(lines.size() > 20, lines.toString());
        try (StubServer stub = StubServer.start()) {
            lines.forEach(stub::play);
        }
    }

    @Test
    void theConfigurationOfThePageIsRead() {
        for (String yaml : blocks(STUB, "yaml")) {
            StubConfig.Builder config = StubConfig.builder();
            new ConfigurationReader(folder, Map.of("PUSHER_SECRET", "sesame")).read("stub.yaml", yaml, config);
            assertEquals("pusher", config.build().applications().get(0).name().orElse(""));
        }
        assertEquals(1, blocks(STUB, "yaml").size());
    }

    static Stream<String> commandLines() {
        return Stream.of(STUB, README)
                .flatMap(page -> blocks(page, "").stream().flatMap(String::lines))
                .filter(line -> line.startsWith("java -jar stub-server/target/tick-stub.jar"));
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void everyCommandLineOfThePageRuns(String line) throws IOException {
        Files.writeString(folder.resolve("stub.yaml"), blocks(STUB, "yaml").get(0));
        Files.writeString(folder.resolve("body.json"), "{}");
        List<String> words = new ArrayList<>();
        Pattern.compile("'([^']*)'|([^\\s']+)")
                .matcher(line.replaceAll("\\s+#.*|\\s+&$", "")
                        .substring("java -jar stub-server/target/tick-stub.jar".length()))
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(word -> List.of("stub.yaml", "body.json", "stub.ready", "stub.env", "folder")
                                .contains(word)
                        ? folder.resolve(word).toString()
                        : word)
                .forEach(words::add);
        if (words.isEmpty() || words.get(0).startsWith("--")) {
            words.addAll(List.of("--port", "0"));
        }
        StringWriter err = new StringWriter();
        try (StubServer awaited = StubServer.start()) {
            Files.writeString(folder.resolve("stub.ready"), awaited.baseUrl().toString());
            int code = StubMain.run(
                    words.toArray(new String[0]),
                    Map.of("PUSHER_SECRET", "sesame"),
                    new PrintWriter(new StringWriter()),
                    new PrintWriter(err, true),
                    (stub, forget) -> forget.run());
            assertEquals(words.contains("explain") ? 3 : 0, code, line + "\n" + err);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scenarios", "wait", "explain", "mappings", "--config", "--ready-file"})
    void thePageHasALineFor(String word) {
        assertTrue(commandLines().anyMatch(line -> line.contains(" " + word)), word);
    }

    @Test
    void everyVariantOfATokenThatThePageNamesIsMade() throws IOException, InterruptedException {
        String row = page(STUB)
                .lines()
                .filter(line -> line.startsWith("| `POST /tick/tokens` |"))
                .findFirst()
                .orElseThrow();
        List<String> variants = Pattern.compile("`([A-Za-z_-]+)`")
                .matcher(row)
                .results()
                .map(name -> name.group(1))
                .toList();
        assertTrue(
                variants.containsAll(List.of("sound", "delegated_without_scope", "without-role")), variants.toString());
        try (StubServer stub = StubServer.start()) {
            for (String variant : variants) {
                HttpResponse<String> answer = HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(stub.baseUrl() + "/tick/tokens"))
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString("{\"variant\": \"" + variant + "\"}"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                assertEquals(200, answer.statusCode(), variant + " " + answer.body());
            }
        }
    }
}
