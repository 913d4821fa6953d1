package dev.tick.conformance.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.Verifier;
import dev.tick.conformance.proof.FaultResult;
import dev.tick.conformance.proof.Proof;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.settings.Task;
import dev.tick.spec.inspection.RowlessPart;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that need no target. */
class PagesTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void everyRequirementIsCoveredOrExcusedOnce(Specification specification) throws IOException {
        Document page = pages(specification).get(0);
        assertEquals(
                specification.register().requirements().stream()
                        .map(Requirement::id)
                        .sorted()
                        .toList(),
                page.select(".stack tbody tr").eachAttr("id").stream().sorted().toList());
        for (Requirement row : specification.register().requirements()) {
            String how = page.select("#" + row.id() + " td").get(3).text();
            String watched =
                    row.schema().isPresent() ? "the stub watches for it" : "a scenario of tick judge decides it";
            String expected = row.excluded()
                    .orElseGet(() ->
                            row.check().map(check -> check.title() + " on ").orElse(watched));
            assertTrue(how.startsWith(expected), row.id() + ": " + how);
        }
        long checked = specification.register().checked().size();
        assertEquals(
                checked,
                page.select("table").get(0).select("tbody tr").stream()
                        .mapToInt(
                                row -> Integer.parseInt(row.select("td").get(0).text()))
                        .sum());
        assertEquals(
                specification.contract().operations().size(),
                page.select("table").get(1).select("tbody tr").size());
        assertFalse(page.text().contains(", 0 cases"), "a check without a case");
    }

    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void everyPartWithoutARequirementIsShown(Specification specification) throws IOException {
        List<RowlessPart> parts = RowlessPart.shown(specification);
        assertFalse(parts.isEmpty());
        assertEquals(
                parts.stream()
                        .map(part -> part.name() + ", " + part.pointer() + " " + part.file() + ":" + part.line())
                        .toList(),
                pages(specification).get(0).select("#rowless tbody tr").stream()
                        .map(row -> row.select("th").text() + ", "
                                + row.select("td").get(1).text())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void everyFaultStandsWithTheRequirementThatItBreaks(Specification specification) throws IOException {
        Document page = pages(specification).get(1);
        Proof proof = Proof.published(specification.name()).orElseThrow();
        assertEquals(proof.faults().size(), page.select("article li").size());
        for (FaultResult fault : proof.faults()) {
            assertTrue(
                    page.select("#" + fault.requirement() + " li code")
                            .eachText()
                            .contains(fault.name()),
                    fault.name());
        }
        assertTrue(page.text()
                .contains("Faults " + proof.faults().size() + " Caught by their own check " + proof.caught()));
    }

    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#all")
    void eachPageStandsAlone(Specification specification) throws IOException {
        for (Document page : pages(specification)) {
            List<String> ids = page.select("[id]").eachAttr("id");
            Set<String> targets = new HashSet<>(ids);
            assertEquals(targets.size(), ids.size(), "ids are unique");
            assertEquals(
                    List.of(),
                    page.select("a").eachAttr("href").stream()
                            .filter(link -> !targets.contains(link.substring(1)))
                            .toList());
            assertEquals(
                    0,
                    page.select("script, img, link, iframe, [src], [onclick]").size());
            assertTrue(page.select("meta[http-equiv]").attr("content").contains("script-src 'none'"));
            assertEquals("en", page.select("html").attr("lang"));
            assertEquals(1, page.select("h1").size());
            assertFalse(page.title().isBlank());
        }
    }

    /** Only our own style and script go in as they are: whatever else a template shows is escaped. */
    @ParameterizedTest
    @MethodSource("templates")
    void nothingElseGoesInUnescaped(String template) {
        String text = PageTemplate.resource(template).replace("{{{style}}}", "").replace("{{{script}}}", "");
        assertFalse(text.contains("{{{") || text.contains("{{&"), template);
    }

    static Stream<String> templates() {
        return Stream.of("head.html", "report.html", "scenario.html", "coverage.html", "kill-matrix.html");
    }

    private List<Document> pages(Specification specification) throws IOException {
        Settings settings = Settings.of(
                Map.of("target", "none", "contract", specification.name(), "tick.directory", directory.toString()),
                Map.of());
        assertEquals(Task.COVERAGE, settings.task());
        Verifier.of(specification.name(), Clock.systemUTC())
                .describe(settings, new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        return List.of(
                Jsoup.parse(Files.readString(directory.resolve("coverage.html"))),
                Jsoup.parse(Files.readString(directory.resolve("kill-matrix.html"))));
    }
}
