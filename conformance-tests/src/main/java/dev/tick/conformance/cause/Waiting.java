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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Requirements that could not be tested because something else is broken. One waits for the cause whose exchange it rests on, else
 * for the one about an answer of the same operation with the same status, else for the only sharp one that breaks a MUST.
 */
final class Waiting {
    private final RunResult run;
    private final Shapes shapes;
    private final List<Cause> causes;
    private final List<Set<Integer>> evidence;
    private final List<Cause> sharp;

    Waiting(RunResult run, Shapes shapes, List<Cause> causes, List<List<Symptom>> groups) {
        this.run = run;
        this.shapes = shapes;
        this.causes = causes;
        this.evidence = groups.stream().map(Causes::evidence).toList();
        this.sharp = IntStream.range(0, causes.size())
                .filter(at -> groups.get(at).stream().anyMatch(one -> one.sharpness() != Sharpness.BLURRED))
                .mapToObj(causes::get)
                .filter(one -> one.result() == Result.FAIL)
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
        if (untested.stream().noneMatch(one -> !one.exchanges().isEmpty())) {
            return Optional.empty();
        }
        Set<Integer> rests =
                untested.stream().flatMap(one -> one.exchanges().stream()).collect(Collectors.toSet());
        return first(at -> !Collections.disjoint(evidence.get(at), rests))
                .or(() -> first(at -> !Collections.disjoint(shapes.of(evidence.get(at)), shapes.of(rests))))
                .or(this::only);
    }

    private Optional<Cause> first(IntPredicate explains) {
        return IntStream.range(0, causes.size())
                .filter(at -> causes.get(at).result() != Result.ERROR)
                .filter(explains)
                .mapToObj(causes::get)
                .findFirst();
    }

    private Optional<Cause> only() {
        return sharp.size() == 1 ? sharp.stream().findFirst() : Optional.empty();
    }
}
