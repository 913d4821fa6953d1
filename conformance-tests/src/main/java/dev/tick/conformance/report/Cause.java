package dev.tick.conformance.report;

import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import dev.tick.conformance.text.Normaliser;
import dev.tick.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requirements that went wrong in the same way, so that one broken thing is told once.
 *
 * @param result what they count as, deviations set aside; the worst of them
 * @param sentence what was found
 * @param rows the one of the sentence first, then in the order of the register; at least one
 */
record Cause(Result result, String sentence, List<RowResult> rows) {
    /** An answer told by its request, such as {@code POST /a -> 500}, or by its status alone. */
    private static final Pattern FAILURE = Pattern.compile("(?:^|-> )(5\\d\\d)\\b");

    /** The subject where the whole of a body is not what it should be. */
    private static final String WHOLE = "body";

    /** From here on, how much went wrong tells more than what came first. */
    private static final int MANY = 5;

    private static final String NOTHING = "nothing";

    Cause {
        rows = List.copyOf(rows);
    }

    /** What went wrong in a run and nothing waives: the worst first, then what broke many; else in the order of the register. */
    static List<Cause> of(Report report) {
        List<Finding> findings = findings(report);
        // Of a body that is wrong as a whole, everything that is missed in it is a consequence.
        Map<Integer, String> whole = new HashMap<>();
        findings.forEach(one -> one.whole()
                .ifPresent(key -> one.deciding().exchanges().forEach(number -> whole.putIfAbsent(number, key))));
        Normaliser normaliser = report.normaliser();
        List<Group> groups = new ArrayList<>();
        for (Finding one : findings) {
            Set<String> signs = one.deciding().exchanges().stream()
                    .flatMap(number -> Optional.ofNullable(whole.get(number)).stream())
                    .findFirst()
                    .map(Set::of)
                    .orElseGet(() -> one.signs(normaliser));
            join(groups, signs, one);
        }
        return groups.stream()
                .map(group -> of(group.findings()))
                .sorted(Comparator.comparing(Cause::result)
                        .thenComparing(
                                one -> one.rows().size() < MANY ? 0 : one.rows().size())
                        .reversed())
                .toList();
    }

    /** Findings that have signs in common, if only one by one. */
    private record Group(Set<String> signs, List<Finding> findings) {}

    private static void join(List<Group> groups, Set<String> signs, Finding finding) {
        Group joined = new Group(new HashSet<>(signs), new ArrayList<>());
        List<Group> same = groups.stream()
                .filter(group -> !Collections.disjoint(group.signs(), signs))
                .toList();
        same.forEach(group -> {
            joined.signs().addAll(group.signs());
            joined.findings().addAll(group.findings());
        });
        joined.findings().add(finding);
        groups.add(same.isEmpty() ? groups.size() : groups.indexOf(same.get(0)), joined);
        groups.removeAll(same);
    }

    private static Cause of(List<Finding> group) {
        List<Finding> ordered = new ArrayList<>(group);
        ordered.sort(Comparator.comparing((Finding one) -> one.whole().isEmpty())
                .thenComparing(Finding::result, Comparator.reverseOrder()));
        Finding first = ordered.get(0);
        return new Cause(
                group.stream()
                        .map(Finding::result)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                first.sentence() + (ordered.size() > 1 ? since(ordered) : ""),
                ordered.stream().map(Finding::row).toList());
    }

    /** Where failures of the server's own begin: what wears out is broken by what came before. */
    private static String since(List<Finding> group) {
        return group.stream().allMatch(one -> one.failure().isPresent())
                ? group.stream()
                        .flatMap(one -> one.deciding().exchanges().stream())
                        .min(Comparator.naturalOrder())
                        .map(number -> " (first in exchange " + number + ")")
                        .orElse("")
                : "";
    }

    private static List<Finding> findings(Report report) {
        List<Finding> findings = new ArrayList<>();
        for (RowResult row : report.rows()) {
            report.remaining(row)
                    .filter(result -> result.compareTo(Result.WARN) >= 0)
                    .map(result -> new Finding(row, result, deciding(report, row, result)))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static CaseResult deciding(Report report, RowResult row, Result result) {
        return row.cases().stream()
                .filter(one -> one.result() == result && report.waiver(row, one).isEmpty())
                .findFirst()
                .orElseGet(() -> CaseResult.of(row.row().id(), result, row.detail()));
    }

    /** A requirement that went wrong, and the case that decided. */
    private record Finding(RowResult row, Result result, CaseResult deciding) {
        String sentence() {
            return deciding.contrasts().isEmpty()
                    ? Excerpt.of(deciding.detail())
                    : Excerpt.of(deciding.contrasts().get(0)).sentence();
        }

        /** The status by which the server said that it failed itself. */
        Optional<String> failure() {
            return deciding.contrasts().stream()
                    .findFirst()
                    .map(first -> FAILURE.matcher(first.got()))
                    .filter(Matcher::find)
                    .map(found -> found.group(1));
        }

        /** What makes it the same as others whose body is wrong as a whole. */
        Optional<String> whole() {
            return deciding.contrasts().stream()
                    .filter(one -> one.subject().equals(WHOLE))
                    .findFirst()
                    .map(one -> WHOLE + " " + one.expected());
        }

        /** What it has in common with others of the same cause: the same difference, or the same answer to the same request. */
        Set<String> signs(Normaliser normaliser) {
            Set<String> signs = new HashSet<>(Set.of(difference(normaliser)));
            deciding.contrasts().stream()
                    .findFirst()
                    .ifPresent(first -> deciding.exchanges()
                            .forEach(number -> signs.add("exchange " + number + ": " + first.subject() + first.got())));
            return signs;
        }

        /**
         * A failure of the server's own has one cause, whatever was expected, and so have all properties that are missing;
         * elsewhere both sides count, and the property does not.
         */
        private String difference(Normaliser normaliser) {
            if (deciding.contrasts().isEmpty()) {
                return normaliser.normalise(deciding.detail());
            }
            Mismatch first = deciding.contrasts().get(0);
            if (failure().isPresent()) {
                return failure().get();
            }
            return first.got().equals(NOTHING) && !first.subject().isEmpty()
                    ? NOTHING
                    : normaliser.normalise("expected " + first.expected() + ", got " + first.got());
        }
    }
}
