package dev.tick.conformance.comparison;

import dev.tick.conformance.exploration.Exploration;
import dev.tick.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A requirement of which two runs saw different things.
 *
 * @param requirement its id
 * @param before its result in the run that is compared with; empty where it had none
 * @param now its result in this run; empty where it has none
 * @param cases those that differ, in this run's order
 */
public record RequirementDiff(String requirement, Optional<Result> before, Optional<Result> now, List<OfCase> cases) {
    /** Copies the cases. */
    public RequirementDiff {
        cases = List.copyOf(cases);
    }

    /**
     * A case that two runs saw differently.
     *
     * @param id the case's
     * @param before what the run that is compared with saw; empty where it had no such case
     * @param now what this run saw; empty where it has no such case
     */
    public record OfCase(String id, Optional<CaseSnapshot> before, Optional<CaseSnapshot> now) {}

    /** Returns how a run differs from another one, in this run's order; what is gone comes last. */
    public static List<RequirementDiff> between(Snapshot before, Snapshot now) {
        List<RequirementDiff> differences = new ArrayList<>();
        for (String id : either(now.rows(), before.rows())) {
            Optional<Snapshot.Row> then = Optional.ofNullable(before.rows().get(id));
            Optional<Snapshot.Row> here = Optional.ofNullable(now.rows().get(id));
            List<OfCase> cases = cases(
                    then.map(Snapshot.Row::cases).orElse(Map.of()),
                    here.map(Snapshot.Row::cases).orElse(Map.of()));
            Optional<Result> was = then.map(Snapshot.Row::result);
            Optional<Result> is = here.map(Snapshot.Row::result);
            boolean exploredOtherwise = cases.isEmpty() && (isExplored(then) || isExplored(here));
            if (!cases.isEmpty() || (!was.equals(is) && !exploredOtherwise)) {
                differences.add(new RequirementDiff(id, was, is, cases));
            }
        }
        return differences;
    }

    private static List<OfCase> cases(Map<String, CaseSnapshot> before, Map<String, CaseSnapshot> now) {
        List<OfCase> cases = new ArrayList<>();
        for (String id : either(now, before)) {
            Optional<CaseSnapshot> was = Optional.ofNullable(before.get(id));
            Optional<CaseSnapshot> is = Optional.ofNullable(now.get(id));
            if (Exploration.isCase(id) && saysNothing(was) && saysNothing(is)) {
                continue;
            }
            if (was.isEmpty() || is.isEmpty() || !was.get().sameAs(is.get())) {
                cases.add(new OfCase(id, was, is));
            }
        }
        return cases;
    }

    private static boolean isExplored(Optional<Snapshot.Row> row) {
        return row.filter(one -> one.cases().keySet().stream().anyMatch(Exploration::isCase))
                .isPresent();
    }

    /** Returns whether the exploration found nothing, be it that it did not look: that is the run's affair, not the server's. */
    private static boolean saysNothing(Optional<CaseSnapshot> explored) {
        return explored.filter(one -> switch (one.result()) {
                    case PASS, NOT_TESTABLE, NOT_APPLICABLE -> false;
                    case NOTE -> !Exploration.tellsNothing(one.detail());
                    case WARN, ERROR, FAIL -> true;
                })
                .isEmpty();
    }

    private static Set<String> either(Map<String, ?> first, Map<String, ?> second) {
        Set<String> ids = new LinkedHashSet<>(first.keySet());
        ids.addAll(second.keySet());
        return ids;
    }
}
