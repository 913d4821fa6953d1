package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.settings.Settings;
import dev.tick.spec.register.Specification;
import dev.tick.spec.text.Timestamp;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of a report, pasted into a shell, are answered as the report says; runs in the profile "tools", which has curl. */
class CurlToolProof {
    /** Longer than all lines together take, and shorter than any end that is not meant to be soon. */
    private static final Duration REPLAY = Duration.ofMinutes(10);

    private static final Pattern ASKED = Pattern.compile(" GET '[^']*/([^/']+)'");
    private static final Pattern END = Pattern.compile("\"expirationTime\":\"([^\"]+)\"");

    @TempDir
    private Path directory;

    @Test
    void aReplayedRequestGetsTheSameAnswer() throws IOException, InterruptedException {
        Specification specification = Specification.load("tiindicators");
        try (StubServer stub = StubServer.start(StubConfig.builder(specification.contract(), specification.register())
                .build())) {
            Map<String, String> tokens = new HashMap<>();
            Verifier.embedded(stub, specification.contract())
                    .tokens()
                    .forEach((kind, token) -> tokens.put(kind.variable(), token));
            Map<String, String> properties = Map.of(
                    "target", stub.baseUrl().toString(),
                    "capabilities", "list,get,patch",
                    "tick.directory", directory.toString());
            new Verifier(specification.contract(), specification.register(), Clock.systemUTC(), QuickSender::new)
                    .run(
                            Settings.of(properties, tokens),
                            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
            List<String> expected = new ArrayList<>();
            List<String> got = new ArrayList<>();
            for (Element exchange : complete()) {
                String line = exchange.select("pre[aria-label=curl]").get(0).wholeText();
                String answer = exchange.select("pre.answer").get(0).wholeText();
                expected.add(answer.split("\\s", 2)[0] + " " + line);
                got.add(status(line, tokens) + " " + line);
            }
            assertTrue(expected.size() > 50, expected.size() + " lines");
            assertEquals(String.join("\n", expected), String.join("\n", got));
        }
    }

    /** Those that need nothing to be put in place. */
    private List<Element> complete() throws IOException {
        List<Element> all =
                Jsoup.parse(Files.readString(directory.resolve("report.html"))).select(".exchange");
        return all.stream()
                .filter(one -> !one.text().contains("put a token of that kind in place"))
                .filter(one -> !one.text().contains("@body.json"))
                .filter(one -> !hasEnded(one))
                .filter(one -> !isMissedBefore(one, all.subList(all.indexOf(one) + 1, all.size())))
                .toList();
    }

    /** Tells a question that came before the submit which it names: asked again, it is answered. */
    private static boolean isMissedBefore(Element exchange, List<Element> later) {
        Matcher id = ASKED.matcher(line(exchange));
        return exchange.select("pre.answer").text().startsWith("404")
                && id.find()
                && later.stream()
                        .map(CurlToolProof::line)
                        .anyMatch(line -> line.contains("POST") && line.contains(id.group(1)));
    }

    private static String line(Element exchange) {
        return exchange.select("pre[aria-label=curl]").text();
    }

    /** Tells a submit or a change whose end has passed since, or is about to: sent again, it is refused. */
    private static boolean hasEnded(Element exchange) {
        Matcher end = END.matcher(line(exchange));
        return exchange.select("pre.answer").text().startsWith("20")
                && end.find()
                && Timestamp.read(end.group(1))
                        .filter(time -> time.toInstant().isBefore(Instant.now().plus(REPLAY)))
                        .isPresent();
    }

    private static String status(String line, Map<String, String> tokens) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", line + " -m 20 -o /dev/null -w '%{http_code}'");
        shell.environment().putAll(tokens);
        shell.redirectErrorStream(true);
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.replace("\r", "")
                .lines()
                .reduce((one, other) -> other)
                .orElse("")
                .replaceAll(".*(\\d{3})$", "$1");
    }
}
