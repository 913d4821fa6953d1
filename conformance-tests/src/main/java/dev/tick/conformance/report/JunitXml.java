package dev.tick.conformance.report;

import dev.tick.conformance.deviation.Deviation;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import dev.tick.conformance.text.Normaliser;
import dev.tick.conformance.verdict.Result;
import java.io.StringWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The results as CI servers read them ({@code junit.xml}): a suite for each operation, a test for each case. A {@code FAIL} is a
 * failure and an {@code ERROR} an error; what was not tested, and what a known deviation waives, is skipped; a {@code WARN} or a
 * {@code NOTE} passes and says so in its output, since JUnit knows nothing between.
 */
final class JunitXml {
    private final Report report;
    private final Normaliser normaliser;
    private final XMLStreamWriter xml;

    private JunitXml(Report report, XMLStreamWriter xml) {
        this.report = report;
        this.normaliser = report.normaliser();
        this.xml = xml;
    }

    /** What a case is for JUnit. */
    private enum Kind {
        PASSED,
        SKIPPED,
        FAILURE,
        ERROR
    }

    static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new JunitXml(report, xml).suites();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string takes all that is written to it", e);
        }
        return text + "\n";
    }

    private void suites() throws XMLStreamException {
        Map<String, List<RowResult>> operations = report.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> RequirementView.operation(row.row()), LinkedHashMap::new, Collectors.toList()));
        start("testsuites", "Tick " + report.stamp().contract(), report.rows());
        for (Map.Entry<String, List<RowResult>> operation : operations.entrySet()) {
            start("testsuite", operation.getKey(), operation.getValue());
            properties();
            for (RowResult row : operation.getValue()) {
                for (CaseResult one : row.cases()) {
                    test(operation.getKey(), row, one);
                }
            }
            end();
        }
        end();
    }

    private void start(String element, String name, List<RowResult> rows) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        attribute("name", name);
        attribute(
                "tests",
                String.valueOf(rows.stream().mapToInt(row -> row.cases().size()).sum()));
        attribute("failures", count(rows, Kind.FAILURE));
        attribute("errors", count(rows, Kind.ERROR));
        attribute("skipped", count(rows, Kind.SKIPPED));
        // A run does not tell how long each operation took.
        attribute("time", element.equals("testsuites") ? seconds(report.stamp().duration()) : "0");
    }

    private String count(List<RowResult> rows, Kind kind) {
        return String.valueOf(rows.stream()
                .flatMap(row -> row.cases().stream().filter(one -> kind(row, one) == kind))
                .count());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }

    private void properties() throws XMLStreamException {
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : List.of(
                Map.entry("verdict", report.verdict().title()),
                Map.entry("target", report.stamp().target().name()),
                Map.entry("contract", report.stamp().contract()),
                Map.entry("edition", report.stamp().edition()))) {
            xml.writeEmptyElement("property");
            attribute("name", property.getKey());
            attribute("value", property.getValue());
        }
        end();
    }

    private void test(String operation, RowResult row, CaseResult one) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("testcase");
        attribute("classname", "tick." + operation + "." + row.row().id());
        attribute(
                "name",
                one.id().substring(row.row().id().length() + 1) + ": "
                        + row.row().statement());
        attribute("time", "0");
        String detail = normaliser.normalise(one.detail());
        Optional<Deviation> waiver = report.waiver(row, one);
        switch (kind(row, one)) {
            case FAILURE -> broken("failure", row, one, detail);
            case ERROR -> broken("error", row, one, detail);
            case SKIPPED -> {
                xml.writeEmptyElement("skipped");
                attribute(
                        "message",
                        waiver.map(JunitXml::said).orElse(one.result().toString()) + ": " + detail);
            }
            case PASSED -> {
                if (one.result() != Result.PASS) {
                    xml.writeStartElement("system-out");
                    xml.writeCharacters(
                            clean(waiver.map(known -> said(known) + ", ").orElse("") + one.result() + ": " + detail));
                    end();
                }
            }
        }
        end();
    }

    private void broken(String element, RowResult row, CaseResult one, String detail) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("type", one.result().toString());
        attribute("message", detail);
        xml.writeCharacters(clean(String.join(
                "\n",
                row.row().id() + " " + row.row().statement(),
                row.row().level() + ", from " + row.row().source().page() + ", "
                        + row.row().source().section(),
                detail,
                "See report.html#" + row.row().id())));
        end();
    }

    private static String said(Deviation known) {
        return "waived until " + known.expires() + " by " + known.owner() + " (" + known.reason() + ", " + known.link()
                + ")";
    }

    private Kind kind(RowResult row, CaseResult one) {
        return switch (one.result()) {
            case PASS, NOTE, WARN -> Kind.PASSED;
            case NOT_APPLICABLE, NOT_TESTABLE -> Kind.SKIPPED;
            case FAIL -> report.waiver(row, one).isPresent() ? Kind.SKIPPED : Kind.FAILURE;
            case ERROR -> Kind.ERROR;
        };
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** XML 1.0 has no place for most control characters and for halves of characters, not even escaped (section 2.2). */
    private static String clean(String text) {
        return text.codePoints()
                .map(one -> isCharacter(one) ? one : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isCharacter(int one) {
        return one == '\t'
                || one == '\n'
                || one == '\r'
                || (one >= 0x20 && one <= 0xD7FF)
                || (one >= 0xE000 && one <= 0xFFFD)
                || one >= 0x10000;
    }
}
