package dev.tick.conformance.report.junit;

import static dev.tick.conformance.Reports.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.Reports;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class JunitXmlTest {
    private static final String HOSTILE = "]]> <script>&\"' \u0000\u001b\ud800 \uffff é🛡";

    private final RunResult report = Reports.of(
            "0123abcd",
            Optional.empty(),
            List.of(),
            row("SUB-001", CaseResult.of("a", Result.PASS, "answered 201"), CaseResult.of("b", Result.FAIL, HOSTILE)),
            row("SUB-007", CaseResult.of("a", Result.FAIL, "title: expected \"a\", got \"b\"")),
            row("VAL-001", CaseResult.of("a", Result.WARN, "expected a refusal, got 201")),
            row("VAL-013", CaseResult.of("probe", Result.NOTE, "answered 201")),
            row("TOK-009", CaseResult.of("a", Result.NOT_TESTABLE, "TICK_TOKEN_EXPIRED is not set")),
            row("LST-001", CaseResult.of("a", Result.NOT_APPLICABLE, "the target does not have this operation")),
            row("LST-002", CaseResult.of("a", Result.ERROR, "the check failed")));

    /** By a consumer that Maven users have. */
    @Test
    void isReadByMavensOwnReports() throws Exception {
        List<ReportTestSuite> suites = new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(
                        new ByteArrayInputStream(
                                new JunitXml().render(Reports.model(report)).getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8));
        assertEquals(
                8, suites.stream().mapToInt(ReportTestSuite::getNumberOfTests).sum());
        assertEquals(
                2,
                suites.stream().mapToInt(ReportTestSuite::getNumberOfFailures).sum());
        assertEquals(
                1, suites.stream().mapToInt(ReportTestSuite::getNumberOfErrors).sum());
        assertEquals(
                2, suites.stream().mapToInt(ReportTestSuite::getNumberOfSkipped).sum());
    }

    @Test
    void countsWhatItHolds() throws Exception {
        Element suites = parsed(report).getDocumentElement();
        assertEquals("1.500", suites.getAttribute("time"));
        NodeList each = suites.getElementsByTagName("testsuite");
        assertEquals(2, each.getLength());
        for (String[] kind : new String[][] {
            {"tests", "testcase"}, {"failures", "failure"}, {"errors", "error"}, {"skipped", "skipped"}
        }) {
            assertEquals(
                    suites.getAttribute(kind[0]),
                    String.valueOf(suites.getElementsByTagName(kind[1]).getLength()),
                    kind[0]);
            for (int at = 0; at < each.getLength(); at++) {
                Element suite = (Element) each.item(at);
                assertEquals(
                        suite.getAttribute(kind[0]),
                        String.valueOf(suite.getElementsByTagName(kind[1]).getLength()),
                        kind[0]);
            }
        }
    }

    @Test
    void saysWhatIsNeitherGoodNorBad() throws Exception {
        Document document = parsed(report);
        assertEquals(
                "NOT_TESTABLE: TICK_TOKEN_EXPIRED is not set",
                of(document, "TOK-009", "skipped").getAttribute("message"));
        assertEquals(
                "WARN: expected a refusal, got 201",
                of(document, "VAL-001", "system-out").getTextContent());
        assertEquals("NOTE: answered 201", of(document, "VAL-013", "system-out").getTextContent());
        Element failure = of(document, "SUB-007", "failure");
        assertEquals("title: expected \"a\", got \"b\"", failure.getAttribute("message"));
        assertEquals(
                "SUB-007 The created indicator carries the title that was submitted.\nMUST, from post-ti-indicator, Response\n"
                        + "title: expected \"a\", got \"b\"\nSee report.html#SUB-007",
                failure.getTextContent());
    }

    @Test
    void pointsFromAConsequenceToItsCause() throws Exception {
        CaseResult cause = new CaseResult("a", Result.FAIL, "answered 500", List.of(), List.of(3));
        CaseResult consequence =
                new CaseResult("a", Result.NOT_TESTABLE, "the sound one failed", List.of(), List.of(2, 3));
        CaseResult other = new CaseResult("a", Result.NOT_TESTABLE, "not set", List.of(), List.of(2));
        Document document = parsed(Reports.of(
                "0123abcd",
                Optional.empty(),
                List.of(),
                row("SUB-007", consequence),
                row("SUB-001", cause),
                row("TOK-009", other)));
        assertEquals(
                "NOT_TESTABLE: the sound one failed; a consequence of SUB-001, see report.html#SUB-001",
                of(document, "SUB-007", "skipped").getAttribute("message"));
        assertEquals("NOT_TESTABLE: not set", of(document, "TOK-009", "skipped").getAttribute("message"));
    }

    @Test
    void noConsequenceIsLaidAtAKnownDeviation() throws Exception {
        Document document = parsed(Reports.knowing(
                Reports.of(
                        "0123abcd",
                        Optional.empty(),
                        List.of(),
                        row("SUB-007", new CaseResult("a", Result.NOT_TESTABLE, "no", List.of(), List.of(3))),
                        row("SUB-001", new CaseResult("a", Result.FAIL, "answered 500", List.of(), List.of(3)))),
                "SUB-001",
                Optional.empty()));
        assertEquals("NOT_TESTABLE: no", of(document, "SUB-007", "skipped").getAttribute("message"));
    }

    @Test
    void carriesTheTimes() throws Exception {
        CaseResult slow =
                new CaseResult("a", Result.PASS, "", List.of(), List.of(), Optional.empty(), Duration.ofMillis(1250));
        CaseResult quick =
                new CaseResult("b", Result.PASS, "", List.of(), List.of(), Optional.empty(), Duration.ofMillis(4));
        Element suites = parsed(Reports.of("0123abcd", Optional.empty(), List.of(), row("SUB-001", slow, quick)))
                .getDocumentElement();
        NodeList tests = suites.getElementsByTagName("testcase");
        assertEquals("1.250", ((Element) tests.item(0)).getAttribute("time"));
        assertEquals("0.004", ((Element) tests.item(1)).getAttribute("time"));
        assertEquals(
                "1.254", ((Element) suites.getElementsByTagName("testsuite").item(0)).getAttribute("time"));
    }

    @Test
    void aKnownDeviationIsSkipped() throws Exception {
        Document document = parsed(Reports.knowing(report, "SUB-007", Optional.empty()));
        assertEquals(
                "waived: reason (until 2027-01-31, owner, link): title: expected \"a\", got \"b\"",
                of(document, "SUB-007", "skipped").getAttribute("message"));
        assertEquals("1", document.getDocumentElement().getAttribute("failures"));
    }

    @Test
    void textOfATargetStaysText() throws Exception {
        Element failure = of(parsed(report), "SUB-001", "failure");
        assertEquals("]]> <script>&\"' \ufffd\ufffd\ufffd \ufffd é🛡", failure.getAttribute("message"));
        assertTrue(failure.getTextContent().contains("]]> <script>&\"' \ufffd\ufffd\ufffd \ufffd é🛡"));
        assertFalse(new JunitXml().render(Reports.model(report)).contains("<script>"));
    }

    private static Element of(Document document, String requirement, String element) {
        NodeList tests = document.getElementsByTagName("testcase");
        for (int at = 0; at < tests.getLength(); at++) {
            Element test = (Element) tests.item(at);
            if (test.getAttribute("classname").endsWith("." + requirement)
                    && test.getElementsByTagName(element).getLength() > 0) {
                return (Element) test.getElementsByTagName(element).item(0);
            }
        }
        throw new AssertionError("no " + element + " of " + requirement);
    }

    private static Document parsed(RunResult report) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        new JunitXml().render(Reports.model(report)).getBytes(StandardCharsets.UTF_8)));
    }
}
