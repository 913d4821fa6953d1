package dev.tick.conformance.report.junit;

import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.model.ReportedCase;
import dev.tick.conformance.report.model.ReportedRequirement;
import dev.tick.conformance.report.model.RequirementWords;
import dev.tick.conformance.run.CaseStory;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Requirement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the suites and tests of one run. */
final class JunitWriter {
    private final ReportModel model;
    private final XMLStreamWriter xml;

    JunitWriter(ReportModel model, XMLStreamWriter xml) {
        this.model = model;
        this.xml = xml;
    }

    /** The states of a test in JUnit's XML. */
    private enum TestStatus {
        PASSED,
        SKIPPED,
        FAILURE,
        ERROR
    }

    void suites() throws XMLStreamException {
        Map<String, List<ReportedRequirement>> operations = model.requirements().stream()
                .collect(
                        Collectors.groupingBy(ReportedRequirement::operation, LinkedHashMap::new, Collectors.toList()));
        start("testsuites", "Tick " + model.run().contract(), model.requirements());
        for (Map.Entry<String, List<ReportedRequirement>> operation : operations.entrySet()) {
            start("testsuite", operation.getKey(), operation.getValue());
            properties();
            for (ReportedRequirement requirement : operation.getValue()) {
                for (ReportedCase one : requirement.cases()) {
                    test(operation.getKey(), requirement, one);
                }
            }
            end();
        }
        end();
    }

    private void start(String element, String name, List<ReportedRequirement> requirements) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        attribute("name", name);
        attribute(
                "tests",
                String.valueOf(requirements.stream()
                        .mapToInt(one -> one.cases().size())
                        .sum()));
        attribute("failures", count(requirements, TestStatus.FAILURE));
        attribute("errors", count(requirements, TestStatus.ERROR));
        attribute("skipped", count(requirements, TestStatus.SKIPPED));
        attribute("time", seconds(element.equals("testsuites") ? model.run().duration() : took(requirements)));
    }

    private static Duration took(List<ReportedRequirement> requirements) {
        return requirements.stream()
                .flatMap(one -> one.cases().stream())
                .map(ReportedCase::took)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private String count(List<ReportedRequirement> requirements, TestStatus status) {
        return String.valueOf(requirements.stream()
                .flatMap(requirement -> requirement.cases().stream().filter(one -> status(one) == status))
                .count());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }

    private void properties() throws XMLStreamException {
        xml.writeStartElement("properties");
        for (Map.Entry<String, String> property : List.of(
                Map.entry("verdict", model.verdict().title()),
                Map.entry("target", model.run().target().name()),
                Map.entry("contract", model.run().contract()),
                Map.entry("edition", model.run().edition()))) {
            xml.writeEmptyElement("property");
            attribute("name", property.getKey());
            attribute("value", property.getValue());
        }
        end();
    }

    private void test(String operation, ReportedRequirement requirement, ReportedCase one) throws XMLStreamException {
        Requirement row = requirement.row();
        xml.writeCharacters("\n");
        xml.writeStartElement("testcase");
        attribute("classname", "tick." + operation + "." + row.id());
        attribute("name", one.name() + ": " + row.statement());
        attribute("time", seconds(one.took()));
        switch (status(one)) {
            case FAILURE -> broken("failure", row, one);
            case ERROR -> broken("error", row, one);
            case SKIPPED -> {
                xml.writeEmptyElement("skipped");
                attribute(
                        "message",
                        waived(one).orElse(one.result().toString()) + ": " + one.stableDetail()
                                + consequence(requirement, one));
            }
            case PASSED -> {
                if (one.result() != Result.PASS) {
                    xml.writeStartElement("system-out");
                    xml.writeCharacters(
                            clean(waived(one).map(waived -> waived + ", ").orElse("") + one.result() + ": "
                                    + one.stableDetail()));
                    end();
                }
            }
        }
        end();
    }

    /** Points to the requirement for which one waits that could not be tested; empty where it waits for none. */
    private static String consequence(ReportedRequirement requirement, ReportedCase one) {
        return requirement
                .awaited()
                .filter(cause ->
                        one.result() == Result.NOT_TESTABLE && !one.exchanges().isEmpty())
                .map(cause -> "; a consequence of " + cause + ", see report.html#" + cause)
                .orElse("");
    }

    private void broken(String element, Requirement row, ReportedCase one) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("type", one.result().toString());
        attribute("message", one.stableDetail());
        List<String> lines = new ArrayList<>(List.of(
                row.id() + " " + row.statement(),
                row.level() + ", from " + RequirementWords.source(row),
                one.stableDetail()));
        one.story().ifPresent(story -> lines.addAll(lines(story.stable())));
        lines.add("See report.html#" + row.id());
        xml.writeCharacters(clean(String.join("\n", lines)));
        end();
    }

    private static List<String> lines(CaseStory story) {
        List<String> lines = new ArrayList<>();
        lines.add("Shown by " + story.length() + ": " + story.sentence());
        for (int i = 0; i < story.steps().size(); i++) {
            CaseStory.Step step = story.steps().get(i);
            lines.add((i + 1) + ". exchange " + step.exchange() + ": " + step.known() + "; expected " + step.expected()
                    + ", got " + step.got());
        }
        return lines;
    }

    private static Optional<String> waived(ReportedCase one) {
        return one.waiver().map(deviation -> "waived: " + deviation.sentence());
    }

    private static TestStatus status(ReportedCase one) {
        return switch (one.result()) {
            case PASS, NOTE, WARN -> TestStatus.PASSED;
            case NOT_APPLICABLE, NOT_TESTABLE -> TestStatus.SKIPPED;
            case FAIL -> one.waiver().isPresent() ? TestStatus.SKIPPED : TestStatus.FAILURE;
            case ERROR -> TestStatus.ERROR;
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
