package dev.tick.conformance.report.model;

import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.run.CaseStory;
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
 * Requirements that went wrong in the same way, so that one broken thing is reported once.
 *
 * @param result what they count as, deviations set aside; the worst of them
 * @param mismatch expected against got, shortened; empty where that is not what decided
 * @param detail what was found, shortened
 * @param story the sequence of requests that shows it; empty where one request does
 * @param beginning where failures of the server's own begin, such as {@code " (first in exchange 7)"}; empty elsewhere
 * @param requirements the one of the mismatch first, then in the order of the register; at least one
 */
public record FailureGroup(
        Result result,
        Optional<Mismatch> mismatch,
        String detail,
        Optional<CaseStory> story,
        String beginning,
        List<ReportedRequirement> requirements) {
    /** A response described with its request, such as {@code POST /a -> 500}, or by its status alone. */
    private static final Pattern FAILURE = Pattern.compile("(?:^|-> )(5\\d\\d)\\b");

    /** The subject where the whole of a body is not what it should be. */
    private static final String WHOLE = "body";

    /** Groups of so many requirements are ordered by size, smaller ones by the register. */
    private static final int MANY = 5;

    private static final String NOTHING = "nothing";

    /** Copies the requirements. */
    public FailureGroup {
        requirements = List.copyOf(requirements);
    }

    /** Returns what was found, in one line. */
    public String sentence() {
        return story.map(told -> told.sentence() + " (shown by " + told.length() + ")")
                        .or(() -> mismatch.map(Mismatch::sentence))
                        .orElse(detail)
                + beginning;
    }

    /** Groups what went wrong and nothing waives: the worst first, then what broke many, else in the order of the register. */
    static List<FailureGroup> of(List<ReportedRequirement> requirements) {
        List<Finding> findings = requirements.stream()
                .flatMap(one -> one
                        .remaining()
                        .filter(result -> result.compareTo(Result.WARN) >= 0)
                        .map(result -> new Finding(one, result, deciding(one, result)))
                        .stream())
                .toList();
        // Where a body is wrong as a whole, everything that is missing in it is a consequence.
        Map<Integer, String> whole = new HashMap<>();
        findings.forEach(one -> one.whole()
                .ifPresent(key -> one.deciding().exchanges().forEach(number -> whole.putIfAbsent(number, key))));
        List<Group> groups = new ArrayList<>();
        for (Finding one : findings) {
            Set<String> signs = one.deciding().exchanges().stream()
                    .flatMap(number -> Optional.ofNullable(whole.get(number)).stream())
                    .findFirst()
                    .map(Set::of)
                    .orElseGet(one::signs);
            join(groups, signs, one);
        }
        return groups.stream()
                .map(one -> group(one.findings()))
                .sorted(Comparator.comparing(FailureGroup::result)
                        .thenComparing(one -> one.requirements().size() < MANY
                                ? 0
                                : one.requirements().size())
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

    private static FailureGroup group(List<Finding> group) {
        List<Finding> ordered = new ArrayList<>(group);
        ordered.sort(Comparator.comparing((Finding one) -> one.whole().isEmpty())
                .thenComparing(Finding::result, Comparator.reverseOrder()));
        Finding first = ordered.get(0);
        return new FailureGroup(
                group.stream()
                        .map(Finding::result)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                first.mismatch().map(Excerpt::of),
                Excerpt.of(first.deciding().detail()),
                first.deciding().story().map(ReportedStory::shown),
                ordered.size() > 1 ? beginning(ordered) : "",
                ordered.stream().map(Finding::requirement).toList());
    }

    /** Where failures of the server's own begin: what wears out is broken by what came before. */
    private static String beginning(List<Finding> group) {
        return group.stream().allMatch(one -> one.failure().isPresent())
                ? group.stream()
                        .flatMap(one -> one.deciding().exchanges().stream())
                        .min(Comparator.naturalOrder())
                        .map(number -> " (first in exchange " + number + ")")
                        .orElse("")
                : "";
    }

    private static ReportedCase deciding(ReportedRequirement requirement, Result result) {
        return requirement.cases().stream()
                .filter(one -> one.result() == result && one.waiver().isEmpty())
                .findFirst()
                .orElseGet(() -> ReportedCase.ofNone(requirement, result));
    }

    /** A requirement that went wrong, and the case that decided. */
    private record Finding(ReportedRequirement requirement, Result result, ReportedCase deciding) {
        Optional<Mismatch> mismatch() {
            return deciding.mismatches().stream().findFirst();
        }

        /** Returns the status by which the server said that it failed itself. */
        Optional<String> failure() {
            return mismatch()
                    .map(first -> FAILURE.matcher(first.got()))
                    .filter(Matcher::find)
                    .map(found -> found.group(1));
        }

        /** Returns what it shares with others whose body is wrong as a whole. */
        Optional<String> whole() {
            return deciding.mismatches().stream()
                    .filter(one -> one.subject().equals(WHOLE))
                    .findFirst()
                    .map(one -> WHOLE + " " + one.expected());
        }

        /** Returns what it shares with others of the same cause: the same mismatch, or the same response to the same request. */
        Set<String> signs() {
            Set<String> signs = new HashSet<>(Set.of(difference()));
            mismatch()
                    .ifPresent(first -> deciding.exchanges()
                            .forEach(number -> signs.add("exchange " + number + ": " + first.subject() + first.got())));
            return signs;
        }

        /**
         * A failure of the server's own has one cause, whatever was expected, and so have all properties that are missing;
         * elsewhere both sides count, and the property does not.
         */
        private String difference() {
            if (deciding.stableMismatches().isEmpty()) {
                return deciding.stableDetail();
            }
            Mismatch first = deciding.stableMismatches().get(0);
            if (failure().isPresent()) {
                return failure().get();
            }
            return first.got().equals(NOTHING) && !first.subject().isEmpty()
                    ? NOTHING
                    : "expected " + first.expected() + ", got " + first.got();
        }
    }
}
