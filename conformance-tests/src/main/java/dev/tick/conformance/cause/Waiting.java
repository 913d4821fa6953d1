package dev.tick.conformance.cause;

import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Requirements that could not be tested because something else is broken. One waits for the cause that spoiled an exchange which it
 * rests on. One that names such an exchange as its reason, a request without the defect that failed all the same, also waits for the
 * cause that broke another like it; and where nothing was there to be listed or removed, for the one that broke the submits. What
 * has another reason waits for nothing.
 */
final class Waiting {
    private final RunResult run;
    private final Shapes shapes;
    private final List<Cause> causes;
    private final List<Set<Integer>> spoiled;
    private final List<Set<Integer>> broken;

    Waiting(RunResult run, Shapes shapes, Set<String> essential, List<Cause> causes, List<List<Symptom>> groups) {
        this.run = run;
        this.shapes = shapes;
        this.causes = causes;
        this.spoiled = exchanges(groups, one -> one.spoils(essential));
        this.broken = exchanges(groups, one -> one.breaksSuccess(essential));
    }

    private static List<Set<Integer>> exchanges(List<List<Symptom>> groups, Predicate<Symptom> which) {
        return groups.stream()
                .map(group -> group.stream()
                        .filter(which)
                        .flatMap(one -> one.about().stream())
                        .collect(Collectors.toSet()))
                .toList();
    }

    Map<Cause, List<RequirementResult>> byCause() {
        return run.rows().stream()
                .filter(row -> row.result() == Result.NOT_TESTABLE)
                .flatMap(row -> awaited(row).map(cause -> Map.entry(cause, row)).stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Optional<Cause> awaited(RequirementResult row) {
        List<CaseResult> untested = row.cases().stream()
                .filter(one -> one.result() == Result.NOT_TESTABLE)
                .toList();
        Set<Integer> rests =
                untested.stream().flatMap(one -> one.exchanges().stream()).collect(Collectors.toSet());
        List<Integer> failed = untested.stream()
                .flatMap(one -> shapes.named(one.exchanges(), one.detail()).stream())
                .toList();
        return first(at -> !Collections.disjoint(spoiled.get(at), rests))
                .or(() -> first(at -> !Collections.disjoint(shapes.of(broken.get(at)), shapes.of(failed))))
                .or(() -> first(at -> shapes.lackEntities(failed) && shapes.creates(broken.get(at))));
    }

    private Optional<Cause> first(IntPredicate explains) {
        return IntStream.range(0, causes.size())
                .filter(explains)
                .mapToObj(causes::get)
                .findFirst();
    }
}
