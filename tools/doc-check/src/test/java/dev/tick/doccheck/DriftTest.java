package dev.tick.doccheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.doccheck.drift.Drift;
import dev.tick.doccheck.drift.DriftKind;
import dev.tick.doccheck.drift.KnownDrift;
import dev.tick.doccheck.drift.PageCheck;
import dev.tick.doccheck.drift.PageResult;
import dev.tick.doccheck.known.KnownPages;
import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change that is seeded into a page of our own words is told, exactly, and nothing else. */
class DriftTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);
    private static final PageCheck CHECK = new PageCheck(OwnContracts.load("tiindicators"), KnownPages.none(), CLOCK);
    private static final PageCheck TODAY = new PageCheck(OwnContracts.load("indicators"), KnownPages.none(), CLOCK);

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "dev.tick.doccheck.SeededChange#facts",
        "dev.tick.doccheck.SeededChange#frame",
        "dev.tick.doccheck.SeededChange#examples",
        "dev.tick.doccheck.SeededChange#parts"
    })
    void tellsWhatChanged(SeededChange change) {
        String page = page("submit.md");
        assertTrue(page.contains(change.from()), "nothing to change: " + change.from());
        String changed = page.replaceFirst(Pattern.quote(change.from()), Matcher.quoteReplacement(change.to()));
        assertEquals(
                String.join("\n", change.drifts()),
                String.join(
                        "\n",
                        drifts(CHECK, "submit.md", changed).stream()
                                .map(Drift::sentence)
                                .toList()));
    }

    @Test
    void findsNothingButKnownDefectsOnThePageAsItIs() {
        PageResult.Compared judged = compared(CHECK, "submit.md", page("submit.md"));
        assertEquals(
                List.of("submitIndicator"),
                judged.operations().stream().map(Operation::id).toList());
        assertEquals(List.of(), judged.drifts());
        assertEquals(
                List.of(
                        "TOK-024 permission Ti.ReadWrite 19",
                        "DEF-005 example request, header Authorization 68",
                        "DEF-004 example request /expirationTime 74",
                        "DEF-001 example answer /@odata.context 90"),
                known(judged));
    }

    @Test
    void findsNothingButKnownDefectsOnPagesOfTodaysForm() {
        assertEquals(
                List.of("ITK-029 permission Ti.ReadWrite 14", "IDF-006 example request /expirationTime 70"),
                known(sound(TODAY, "today/submit.md")));
        assertEquals(
                List.of("ITK-029 permission Ti.ReadWrite 3", "IDF-007 method 12"),
                known(sound(TODAY, "today/delete.md")));
    }

    private static PageResult.Compared sound(PageCheck check, String file) {
        PageResult.Compared judged = compared(check, file, page(file));
        assertEquals(List.of(), judged.drifts());
        return judged;
    }

    @Test
    void tellsWhereTheContractSaysItAndWhatToDo() {
        Drift drift = drifts(CHECK, "submit.md", page("submit.md").replace("\"High\"", "\"Grave\""))
                .get(0);
        assertEquals(DriftKind.ADDED, drift.kind());
        assertEquals("/components/schemas/Severity/enum", drift.location().pointer());
        Specification specification = OwnContracts.load("tiindicators");
        assertEquals(
                "src/test/resources/own/tiindicators/openapi.yaml:"
                        + specification.contract().source().lineOf("/components/schemas/Severity/enum")
                        + " /components/schemas/Severity/enum (CLI-009): add it to the contract, with its rows",
                drift.advice());
    }

    @Test
    void aCorrectedMisprintLeadsToItsEntryInTheRegister() {
        Drift drift = drifts(
                        CHECK,
                        "submit.md",
                        page("submit.md").replace("\"expirationTime\": \"2021-", "\"expirationTime\": \"2031-"))
                .get(0);
        assertEquals(DriftKind.CORRECTED, drift.kind());
        Register register = OwnContracts.load("tiindicators").register();
        int row = register.requirements().stream().map(Requirement::id).toList().indexOf("DEF-004");
        assertEquals("/requirements/" + row + "/misprints/0", drift.location().pointer());
        assertEquals(
                register.source().lineOf("/requirements/" + row + "/misprints/0"),
                drift.location().line());
    }

    @Test
    void tellsAMethodThatThePathDoesNotTake() {
        List<Drift> drifts = drifts(CHECK, "submit.md", page("submit.md").replace("POST https", "PUT https"));
        assertEquals(
                List.of("submit.md:29: method: page: PUT, contract: POST, GET"),
                drifts.stream().map(Drift::sentence).toList());
    }

    @Test
    void skipsAPageOfAnotherContract() {
        PageResult judged = CHECK.check(DocumentationPage.parse("today.md", page("today/submit.md")));
        assertEquals(
                "line 24 has POST https://api.security.microsoft.com/api/indicators",
                assertInstanceOf(PageResult.Skipped.class, judged).reason());
    }

    private static List<String> known(PageResult.Compared judged) {
        return judged.known().stream()
                .map((KnownDrift defect) -> defect.row() + " " + defect.drift().place() + " "
                        + defect.drift().line())
                .toList();
    }

    private static List<Drift> drifts(PageCheck check, String file, String text) {
        return compared(check, file, text).drifts();
    }

    private static PageResult.Compared compared(PageCheck check, String file, String text) {
        return assertInstanceOf(PageResult.Compared.class, check.check(DocumentationPage.parse(file, text)));
    }

    private static String page(String name) {
        try (InputStream in = DriftTest.class.getResourceAsStream("/pages/" + name)) {
            assertTrue(in != null, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
