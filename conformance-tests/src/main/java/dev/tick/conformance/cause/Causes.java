package dev.tick.conformance.cause;

import dev.tick.conformance.evidence.VolatileText;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.contract.Contract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The causes of a run. Each requirement that went wrong, and that no deviation waives, belongs to exactly one:
 *
 * <ol>
 *   <li>Findings that share a sign are one cause: the same failure of the server, the same property with the same kind of
 *       difference, the same operation with the same status, the same response to the same request.
 *   <li>What is wrong with the parts of a body that is wrong as a whole follows from that.
 *   <li>A finding that is blurred, such as a list that lacks an entity, follows from a sharper one about an exchange that it rests
 *       on, if that can explain it: a wrong status, a body that is wrong as a whole, what an entity is known by, or a property
 *       that the blurred finding names. It never follows from a lesser result.
 *   <li>The sharpest finding speaks for its cause: the worst result, then the most precise ({@link Sharpness}), then the fewest
 *       differences, then the plainest kind of them, then the order of the register.
 * </ol>
 */
public final class Causes {
    private static final Comparator<Symptom> SHARPEST = Comparator.comparing(Symptom::result, Comparator.reverseOrder())
            .thenComparing(Symptom::sharpness)
            .thenComparing(one -> one.differences().size())
            .thenComparing(one -> one.first().map(Difference::direction).orElse(Difference.Direction.OTHER))
            .thenComparing(one -> one.first().map(Difference::kind).orElse(Difference.Kind.OTHER));

    /** Causes of so many requirements are ordered by size, smaller ones by the register. */
    private static final int MANY = 5;

    private final Shapes shapes;
    private final Set<String> essential;
    private final List<Symptom> symptoms;

    private Causes(RunResult run, Contract contract) {
        VolatileText volatileText = run.volatileText();
        shapes = new Shapes(run.exchanges(), contract);
        essential = EssentialParts.of(contract);
        symptoms = run.rows().stream()
                .flatMap(row -> run
                        .remaining(row)
                        .filter(result -> result.compareTo(Result.WARN) >= 0)
                        .map(result -> Symptom.of(run, row, result, volatileText))
                        .stream())
                .toList();
    }

    /** Returns the causes: the worst first, then those that explain many, then in the order of the register. */
    public static List<Cause> of(RunResult run, Contract contract) {
        Causes causes = new Causes(run, contract);
        List<List<Symptom>> groups = causes.groups();
        List<Cause> found = groups.stream().map(causes::cause).toList();
        Map<Cause, List<RequirementResult>> waiting =
                new Waiting(run, causes.shapes, causes.essential, found, groups).byCause();
        return found.stream()
                .map(one -> one.with(waiting.getOrDefault(one, List.of())))
                .sorted(Comparator.comparing(Cause::result)
                        .thenComparing(Causes::weight)
                        .reversed())
                .toList();
    }

    private static int weight(Cause cause) {
        int size = cause.rows().size() + cause.waiting().size();
        return size < MANY ? 0 : size;
    }

    /** Findings that have signs in common, if only one by one. */
    private record Group(Set<String> signs, List<Symptom> symptoms) {
        boolean isSharp() {
            return symptoms.stream().anyMatch(one -> one.sharpness() != Sharpness.BLURRED);
        }
    }

    private List<List<Symptom>> groups() {
        List<Symptom> bodies = symptoms.stream()
                .filter(one -> one.sharpness() == Sharpness.BODY)
                .toList();
        List<Group> groups = new ArrayList<>();
        for (Symptom one : symptoms) {
            join(groups, body(one, bodies).map(Symptom::signs).orElseGet(one::signs), one);
        }
        return attached(groups).stream().map(Group::symptoms).toList();
    }

    /** Returns the finding about the whole of a body of which a part is wrong; empty where there is none. */
    private static Optional<Symptom> body(Symptom part, List<Symptom> bodies) {
        return bodies.stream()
                .filter(body -> part.sharpness() == Sharpness.PART)
                .filter(body -> body.result().compareTo(part.result()) >= 0)
                .filter(body -> body.shown()
                        .filter(number -> part.deciding().exchanges().contains(number))
                        .isPresent())
                .findFirst();
    }

    private static void join(List<Group> groups, Set<String> signs, Symptom symptom) {
        Group joined = new Group(new HashSet<>(signs), new ArrayList<>());
        List<Group> same = groups.stream()
                .filter(group -> !Collections.disjoint(group.signs(), signs))
                .toList();
        same.forEach(group -> {
            joined.signs().addAll(group.signs());
            joined.symptoms().addAll(group.symptoms());
        });
        joined.symptoms().add(symptom);
        groups.add(same.isEmpty() ? groups.size() : groups.indexOf(same.get(0)), joined);
        groups.removeAll(same);
    }

    /** Returns the groups, with what is blurred put to the sharper finding that explains it. */
    private List<Group> attached(List<Group> groups) {
        List<Group> sharp = groups.stream().filter(Group::isSharp).toList();
        List<Group> left = new ArrayList<>();
        Map<Group, List<Symptom>> consequences = new HashMap<>();
        for (Group group : groups) {
            Optional<Group> cause = group.isSharp() ? Optional.empty() : explaining(group, sharp);
            cause.ifPresentOrElse(
                    found -> consequences
                            .computeIfAbsent(found, key -> new ArrayList<>())
                            .addAll(group.symptoms()),
                    () -> left.add(group));
        }
        consequences.forEach((group, more) -> group.symptoms().addAll(more));
        return left;
    }

    private Optional<Group> explaining(Group blurred, List<Group> sharp) {
        if (blurred.symptoms().stream().anyMatch(one -> one.result() == Result.ERROR)) {
            return Optional.empty();
        }
        return found(sharp, blurred, (one, other) -> one.explains(other, essential))
                .or(() -> found(sharp, blurred, this::isOfTheSameKind));
    }

    /** Returns the group that explains the worst of another: of those, one that explains it is enough, as their texts are the same. */
    private static Optional<Group> found(List<Group> sharp, Group blurred, BiPredicate<Symptom, Symptom> explains) {
        Result worst = worst(blurred.symptoms());
        return sharp.stream()
                .filter(group -> group.symptoms().stream()
                        .filter(one -> one.result().compareTo(worst) >= 0)
                        .anyMatch(one -> blurred.symptoms().stream().anyMatch(other -> explains.test(one, other))))
                .findFirst();
    }

    /** Returns whether a body went wrong in another response of the same operation with the same status, and so here. */
    private boolean isOfTheSameKind(Symptom body, Symptom other) {
        return other.isSuccessWithOtherContent()
                && (body.sharpness() == Sharpness.BODY
                        || (body.sharpness() == Sharpness.PART && body.concerns(essential)))
                && !Collections.disjoint(
                        shapes.of(body.about()), shapes.of(other.deciding().exchanges()));
    }

    private static Result worst(List<Symptom> symptoms) {
        return symptoms.stream()
                .map(Symptom::result)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Cause cause(List<Symptom> group) {
        List<Symptom> ordered = new ArrayList<>(group);
        ordered.sort(Comparator.comparing(Symptom::result).reversed().thenComparing(symptoms::indexOf));
        Symptom first = ordered.stream().min(SHARPEST).orElseThrow();
        ordered.remove(first);
        ordered.add(0, first);
        return new Cause(
                first.result(),
                new CauseSentence(ordered).text(),
                first.first().map(Difference::mismatch).map(Excerpt::of),
                Excerpt.of(first.deciding().detail()),
                first.deciding().story(),
                first.shown(),
                ordered.stream().map(Symptom::row).toList(),
                List.of());
    }
}
