package dev.tick.conformance.report;

import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.proof.Proof;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.check.Check;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Requirement;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A requirement in {@code report.html}.
 *
 * @param id opaque and stable
 * @param statement what it says
 * @param result the worst of its cases
 * @param tone of its result
 * @param level how much it binds
 * @param basis what it rests on
 * @param rests the same in a sentence
 * @param operation by which it is exercised
 * @param source where it was read
 * @param place where it stands in the contract; empty where it does not
 * @param proven how many faults of the stub its check caught; empty where that is not known
 * @param later the later edition that alone says it; empty for none
 * @param waivers why its result is waived
 * @param cases what was tried, the worst first
 */
record RequirementView(
        String id,
        String statement,
        String result,
        String tone,
        String level,
        String basis,
        String rests,
        String operation,
        String source,
        Optional<String> place,
        Optional<Integer> proven,
        Optional<String> later,
        List<String> waivers,
        List<CaseView> cases) {
    /** A case. */
    record CaseView(
            String id,
            String name,
            String result,
            String tone,
            Optional<String> detail,
            Optional<String> waiver,
            List<DifferenceView> differences,
            List<Link> exchanges) {}

    /** Expected against got. */
    record DifferenceView(String subject, boolean named, List<Marked> expected, List<Marked> got) {}

    /** An exchange, linked. */
    record Link(int number, String line) {}

    static List<RequirementView> all(Report report, Contract contract, Optional<Proof> proof) {
        return report.rows().stream()
                .map(row -> of(report, row, contract, proof))
                .toList();
    }

    private static RequirementView of(Report report, RowResult result, Contract contract, Optional<Proof> proof) {
        Requirement row = result.row();
        return new RequirementView(
                row.id(),
                row.statement(),
                result.result().name(),
                tone(result.result()),
                row.level().name(),
                basis(row),
                rests(row.basis()),
                operation(row),
                row.source().page() + ", " + row.source().section() + " (edition "
                        + row.source().edition() + ", read " + row.source().read() + ")",
                row.schema().map(pointer -> contract.source().file() + ":" + contract.lineOf(pointer)),
                proof.map(known -> known.of(row.id()).size()).filter(count -> count > 0),
                row.edition(),
                report.waivers(result).stream()
                        .map(one -> one.reason() + " (until " + one.expires() + ", " + one.owner() + ", " + one.link()
                                + ")")
                        .toList(),
                result.cases().stream()
                        .sorted(Comparator.comparing(CaseResult::result).reversed())
                        .map(one -> view(report, result, one))
                        .toList());
    }

    private static CaseView view(Report report, RowResult row, CaseResult one) {
        return new CaseView(
                one.id(),
                one.id().substring(row.row().id().length() + 1),
                one.result().name(),
                tone(one.result()),
                one.contrasts().isEmpty() ? Optional.of(one.detail()) : Optional.empty(),
                report.waiver(row, one).map(deviation -> deviation.reason()),
                one.contrasts().stream().map(RequirementView::view).toList(),
                report.evidence(one).stream()
                        .map(exchange -> new Link(exchange.number(), exchange.line()))
                        .toList());
    }

    private static DifferenceView view(Mismatch contrast) {
        Marked.Pair pair = Marked.of(Indented.of(contrast.expected()), Indented.of(contrast.got()));
        return new DifferenceView(contrast.subject(), !contrast.subject().isEmpty(), pair.expected(), pair.got());
    }

    static String basis(Requirement row) {
        return row.basis().name().toLowerCase(Locale.ROOT);
    }

    /** By which a requirement is exercised; {@code none} for one without a check. */
    static String operation(Requirement row) {
        return row.check().map(Check::operation).orElse("none");
    }

    static String tone(Result result) {
        return switch (result) {
            case PASS -> "good";
            case NOT_APPLICABLE, NOTE -> "quiet";
            case NOT_TESTABLE, WARN -> "warn";
            case ERROR, FAIL -> "bad";
        };
    }

    static String rests(Basis basis) {
        return switch (basis) {
            case DOCUMENTED -> "the API's own page of this edition says it";
            case FAMILY -> "a later or sibling page of the same family says it";
            case HTTP -> "HTTP, JSON, bearer tokens or OAuth ask it of any such server";
            case OBSERVED -> "recorded traffic or shipped clients show it";
            case INFERRED -> "the kit's authors conclude it from the pages";
            case OPEN -> "nobody has shown what the service does";
        };
    }
}
