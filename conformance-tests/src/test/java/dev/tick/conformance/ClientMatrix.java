package dev.tick.conformance;

import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every wrong client against the rows that bind clients, and the page that shows it: {@code docs/kill-matrix-clients.md}. */
final class ClientMatrix {
    /** Writes the page anew. */
    static final String COMMAND = "tools/publish-client-matrix";

    private static final String BROKEN = "does not hold";

    private ClientMatrix() {}

    /**
     * A line.
     *
     * @param wrong the client
     * @param result of its own row
     * @param caught whether that row tells what it does
     * @param others the ids of the other rows that it broke
     */
    record Line(WrongClients.WrongClient wrong, Result result, boolean caught, List<String> others) {
        Line {
            others = List.copyOf(others);
        }

        private String text() {
            return "| " + cells(wrong) + " | " + (caught ? "" : "not caught: ") + result + " | "
                    + (others.isEmpty() ? "" : String.join(" ", others) + " ") + "|\n";
        }
    }

    /** Returns the cells that say which client a line is of. */
    static String cells(WrongClients.WrongClient wrong) {
        return wrong.name() + " | `" + wrong.scenario() + "`";
    }

    /** Judges a client. */
    static Line line(WrongClients.WrongClient wrong) {
        RunResult result = ClientJudgeTest.caught(wrong);
        RequirementResult own = result.rows().stream()
                .filter(row -> row.row().id().equals(wrong.row()))
                .findFirst()
                .orElseThrow();
        return new Line(
                wrong,
                own.result(),
                isBroken(own)
                        && own.cases().stream().map(CaseResult::detail).anyMatch(told -> told.contains(wrong.detail())),
                result.rows().stream()
                        .filter(row -> !row.equals(own) && isBroken(row))
                        .map(row -> row.row().id())
                        .toList());
    }

    private static boolean isBroken(RequirementResult row) {
        boolean noted = row.row().level() == Level.MAY
                && row.cases().stream().anyMatch(one -> one.detail().startsWith(BROKEN));
        return noted || row.result() == Result.FAIL || row.result() == Result.WARN;
    }

    /** Writes the page. */
    static String page(List<Line> lines) {
        StringBuilder page = new StringBuilder("""
                # The kill matrix of clients

                Each wrong client of the tests (`WrongClients`), judged in the scenario in which that shows. Its own row must catch it: by `FAIL` a MUST, by
                `WARN` a SHOULD, by a `NOTE` that the row does not hold a MAY, which accuses nobody. No other MUST may be accused.
                Written by `%s` from a run.

                | contract | wrong clients | caught by their own row | not caught | rows |
                |---|---|---|---|---|
                """.formatted(COMMAND));
        Specification.all().forEach(one -> page.append(figures(one, lines)));
        Specification.all().forEach(one -> page.append(section(one, lines)));
        return page.toString();
    }

    private static String figures(Specification specification, List<Line> lines) {
        List<Line> own = rows(specification).flatMap(row -> of(row, lines)).toList();
        long caught = own.stream().filter(Line::caught).count();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d |%n",
                specification.name(),
                own.size(),
                caught,
                own.size() - caught,
                own.stream().map(line -> line.wrong().row()).distinct().count());
    }

    private static String section(Specification specification, List<Line> lines) {
        return "\n## " + specification.name() + "\n"
                + rows(specification)
                        .filter(row -> of(row, lines).findAny().isPresent())
                        .map(row -> "\n### " + row.id() + " " + row.statement()
                                + "\n\n| what the client does | scenario | its row | other rows |\n|---|---|---|---|\n"
                                + of(row, lines).map(Line::text).collect(Collectors.joining()))
                        .collect(Collectors.joining());
    }

    private static Stream<Requirement> rows(Specification specification) {
        return specification.register().of(Subject.CLIENT).stream();
    }

    private static Stream<Line> of(Requirement row, List<Line> lines) {
        return lines.stream().filter(line -> line.wrong().row().equals(row.id()));
    }
}
