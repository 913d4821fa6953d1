package dev.tick.stub.command;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Source;
import dev.tick.spec.validation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The answer that a message would get, and the reasons for it.
 *
 * @param operation what it asks for
 * @param violations what is wrong with it, in document order
 * @param facts those that are documented or recorded as refused; the others are open
 * @param refusal how a stub as strict as the facts refuses it; empty when it accepts it
 * @param saying the rows that speak of such a message; empty when it is accepted
 * @param register where the rows of the violations stand
 */
record Explanation(
        Operation operation,
        List<Violation> violations,
        List<Violation> facts,
        Optional<Response> refusal,
        List<Requirement> saying,
        Register register) {
    /** Copies the lists. */
    Explanation {
        violations = List.copyOf(violations);
        facts = List.copyOf(facts);
        saying = List.copyOf(saying);
    }

    /** For people, line by line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(refusal.map(this::refused)
                .orElseGet(() -> operation.id() + " would accept it, with "
                        + operation.success().status() + "."));
        section(lines, "Why:", facts);
        if (!saying.isEmpty()) {
            lines.add("");
            lines.add("What becomes of such a request:");
            saying.forEach(row -> lines.addAll(text("  ", row)));
        }
        section(
                lines,
                "Open, since nobody has shown what the service does (accepted and recorded; --refuse everything refuses it):",
                open());
        return lines;
    }

    private List<Violation> open() {
        return violations.stream().filter(one -> !facts.contains(one)).toList();
    }

    private String refused(Response response) {
        JsonNode error = response.json().path("error");
        return operation.id() + " would refuse it, with " + response.status() + " "
                + error.path("code").asString() + ": " + error.path("message").asString();
    }

    private void section(List<String> lines, String title, List<Violation> violations) {
        if (violations.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title);
        for (Violation violation : violations) {
            lines.add("  " + violation.sentence());
            register.requirements().stream()
                    .filter(row ->
                            violation.requirement().filter(row.id()::equals).isPresent())
                    .forEach(row -> lines.addAll(text("    ", row)));
        }
    }

    private static List<String> text(String indent, Requirement row) {
        Source source = row.source();
        return List.of(
                indent + row.id() + " ("
                        + row.level().name().toLowerCase(Locale.ROOT) + ", "
                        + row.basis().name().toLowerCase(Locale.ROOT) + "): " + row.statement(),
                indent + "  " + source.page() + ", " + source.section() + ", edition " + source.edition() + ", read "
                        + source.read());
    }
}
