package dev.tick.conformance.cleaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tick.conformance.Reports;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.report.json.ResultsJson;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.model.RunFact;
import dev.tick.conformance.report.text.Summary;
import dev.tick.conformance.run.RunInfo;
import dev.tick.conformance.run.RunResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results, reports and console tell what was removed, and name what is left. */
class CleanUpToldTest {
    private static final CleanUpReport DONE = new CleanUpReport(
            7,
            List.of("a.example", "b.example"),
            Optional.of(Instant.parse("2026-11-30T00:00:00Z")),
            List.of("b.example"),
            List.of("c.example"),
            List.of("the target keeps 'd.example' (4): DELETE /a/4 -> 403; remove it by hand"),
            List.of("the earlier run 0a1b2c3d of 2026-11-24T01:02:03Z was finished"));

    @Test
    void resultsHaveEachFact() throws IOException {
        String text = new ResultsJson().render(model(DONE));
        try (InputStream schema = ResultsJson.class.getResourceAsStream("results-1.schema.json")) {
            assertEquals(
                    List.of(),
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(
                                    new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8))
                            .validate(text, InputFormat.JSON));
        }
        JsonNode told = JsonMapper.shared().readTree(text).path("cleanUp");
        assertEquals(
                "{\"removed\":7,\"staying\":[\"a.example\",\"b.example\"],\"lastEnd\":\"2026-11-30T00:00:00Z\","
                        + "\"endless\":[\"b.example\"],\"unsure\":[\"c.example\"],"
                        + "\"troubles\":[\"the target keeps 'd.example' (4): DELETE /a/4 -> 403; remove it by hand\"],"
                        + "\"earlier\":[\"the earlier run 0a1b2c3d of 2026-11-24T01:02:03Z was finished\"]}",
                told.toString());
    }

    @Test
    void peopleReadEachSentence() {
        ReportModel model = model(DONE);
        List<String> facts = RunFact.of(model.run(), model.build()).stream()
                .filter(fact -> fact.name().equals("Clean-up"))
                .map(RunFact::value)
                .toList();
        String console = String.join("\n", new Summary(Path.of("folder")).console(model, ConsoleStyle.PLAIN));
        assertEquals(DONE.earlier().get(0), facts.get(0));
        assertEquals(DONE.sentences(), facts.subList(1, facts.size()));
        facts.forEach(sentence -> assertTrue(console.contains(sentence), console));
    }

    @Test
    void aRunOnAServerOfOursTellsNothing() {
        ReportModel model = model(CleanUpReport.ofNothing());
        assertTrue(JsonMapper.shared()
                .readTree(new ResultsJson().render(model))
                .path("cleanUp")
                .isMissingNode());
    }

    private static ReportModel model(CleanUpReport cleanUp) {
        RunResult report = Reports.of("0123abcd", Optional.empty(), List.of());
        RunInfo stamp = report.stamp();
        return Reports.model(new RunResult(
                new RunInfo(
                        stamp.run(),
                        stamp.target(),
                        stamp.contract(),
                        stamp.edition(),
                        stamp.started(),
                        stamp.duration(),
                        stamp.requests(),
                        stamp.questions(),
                        stamp.exploration(),
                        stamp.notes(),
                        stamp.redaction(),
                        cleanUp),
                report.expected(),
                report.rows(),
                report.stopped(),
                report.exchanges(),
                report.waivers()));
    }
}
