package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.spec.document.LocatedDocument;
import dev.tick.stub.authority.TokenVariant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays public reports about the service against the stub.
 *
 * <p>The reports are in {@code compat/reports.yaml}; {@code docs/compat-log.md} shows them.
 */
class CompatLogTest {
    private static final Path PAGE = Path.of("../docs/compat-log.md");
    private static final Path REPORTS = Path.of("src/test/resources/compat/reports.yaml");
    private static final String BEGIN = "<!-- From here on, CompatLogTest writes. -->\n";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String END = "<!-- To here. -->\n";

    @ParameterizedTest
    @MethodSource("reports")
    void theStubAnswersAsTheLogSays(Report report) throws Exception {
        assertEquals(report.is(), report.play(), report.source() + ": " + report.report());
    }

    @Test
    void thePublishedLogIsOfTheseReports() throws IOException {
        String page = Files.readString(PAGE);
        assertEquals(
                renewed(page), page, "docs/compat-log.md is stale; run CompatLogTest.main in the folder stub-server");
    }

    /** Writes the table of the log; with an argument, prints the answers of this stub instead. */
    public static void main(String... arguments) throws Exception {
        if (arguments.length > 0) {
            for (Report report : reports().toList()) {
                System.out.println(report.source() + " | " + report.report() + " | " + report.play());
            }
            return;
        }
        Files.writeString(PAGE, renewed(Files.readString(PAGE)));
    }

    static Stream<Report> reports() throws IOException {
        LocatedDocument file = LocatedDocument.parse("reports.yaml", Files.readString(REPORTS));
        return file.root().get("reports").valueStream().map(Report::new);
    }

    private static String renewed(String page) throws IOException {
        StringBuilder table = new StringBuilder(
                "| source | date | report | what was seen | Tick at 8d7f763 | Tick today |\n|---|---|---|---|---|---|\n");
        reports().forEach(report -> table.append(report.line()));
        return page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + "\n" + table + "\n"
                + page.substring(page.indexOf(END));
    }

    /** One report, as the file has it. */
    record Report(JsonNode data) {
        String source() {
            return text("source");
        }

        String report() {
            return text("report");
        }

        String is() {
            return text("is");
        }

        private String text(String key) {
            return data.path(key).asString("");
        }

        String line() {
            String remark = text("remark");
            return "| " + link() + " | " + text("date") + " | " + report() + " | " + text("service") + " | "
                    + code(text("was")) + " | " + code(is()) + (remark.isEmpty() ? "" : ". " + remark) + " |\n";
        }

        private String link() {
            String[] parts = source().split("#", 2);
            return parts.length == 2
                    ? "[" + source() + "](https://github.com/" + parts[0] + "/issues/" + parts[1] + ")"
                    : source();
        }

        private static String code(String answers) {
            return "`" + answers.replace("|", "\\|") + "`";
        }

        String play() throws Exception {
            TestClock clock = new TestClock("2026-11-27T00:00:00Z");
            List<String> answers = new ArrayList<>();
            try (StubServer stub = StubServer.start(
                    StubConfig.service(StubConfig.of("indicators").specifications())
                            .clock(clock)
                            .build())) {
                for (JsonNode step : data.get("steps")) {
                    clock.move(Duration.ofSeconds(step.path("later").asInt(0)));
                    String answer = "";
                    for (int i = 0; i < step.path("times").asInt(1); i++) {
                        answer = answer(step, send(stub, step));
                    }
                    answers.add(answer);
                }
            }
            return String.join("; ", answers);
        }

        private static HttpResponse<String> send(StubServer stub, JsonNode step) throws Exception {
            String[] line = step.get("send").asString().split(" ", 2);
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(stub.baseUrl() + line[1].replace("{tenant}", tenant(stub))));
            String body = "";
            if (step.has("form")) {
                body = step.get("form")
                        .asString()
                        .replace("{id}", stub.application().id())
                        .replace("{secret}", stub.application().clientSecret().orElseThrow());
                request.header("Content-Type", "application/x-www-form-urlencoded");
            } else {
                TokenVariant token = TokenVariant.valueOf(step.path("token")
                        .asString("sound")
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_'));
                request.header("Authorization", "Bearer " + stub.token(stub.application(), token));
                if (step.has("body")) {
                    body = JsonMapper.shared().writeValueAsString(step.get("body"));
                    request.header("Content-Type", "application/json");
                }
            }
            request.method(line[0], HttpRequest.BodyPublishers.ofString(body));
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        private static String tenant(StubServer stub) {
            return stub.tokenEndpoint().getPath().split("/", 3)[1];
        }

        private static String answer(JsonNode step, HttpResponse<String> response) {
            JsonNode json =
                    response.headers().firstValue("Content-Type").orElse("").contains("json")
                            ? JsonMapper.shared().readTree(response.body())
                            : JsonMapper.shared().nullNode();
            StringBuilder told = new StringBuilder().append(response.statusCode());
            String code = json.at("/error/code").asString("");
            told.append(code.isEmpty() ? "" : " " + code);
            for (JsonNode pointer : step.path("tell")) {
                String at = pointer.asString();
                told.append(' ')
                        .append(at.substring(at.lastIndexOf('/') + 1))
                        .append('=')
                        .append(json.at(at));
            }
            return told.toString();
        }
    }
}
