package dev.tick.stub.journal;

import dev.tick.spec.check.AbsentCheck;
import dev.tick.spec.check.BatchCheck;
import dev.tick.spec.check.BrokenConstraint;
import dev.tick.spec.check.Check;
import dev.tick.spec.check.Expectation;
import dev.tick.spec.check.RemovalCheck;
import dev.tick.spec.check.RequestChange;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.check.RequestDefect;
import dev.tick.spec.check.RequestFacts;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The rows of registers about a request that is wrong in some way; those of basis {@code open} bind nobody. */
public final class TouchedRequirements {
    private final Map<String, List<Requirement>> rows = new HashMap<>();

    /** Indexes the rows by their operation. */
    public TouchedRequirements(List<Register> registers) {
        for (Register register : registers) {
            for (Requirement row : register.checked()) {
                if (row.basis() != Basis.OPEN) {
                    rows.computeIfAbsent(row.check().orElseThrow().operation(), operation -> new ArrayList<>())
                            .add(row);
                }
            }
        }
    }

    /** Returns the ids of the rows on a request of an operation, in the order of the register. */
    public List<String> of(Operation operation, RequestFacts facts) {
        RequestFacts known = new Known(facts, facts.brokenConstraints());
        return ids(operation, check -> speaksOf(check, known));
    }

    /** Facts of which those that a hundred rows ask for are worked out once. */
    private record Known(RequestFacts facts, List<String> brokenConstraints) implements RequestFacts {
        @Override
        public Request request() {
            return facts.request();
        }

        @Override
        public boolean isSound() {
            return facts.isSound();
        }

        @Override
        public Optional<RequestDefect> tokenDefect() {
            return facts.tokenDefect();
        }

        @Override
        public Optional<JsonNode> before() {
            return facts.before();
        }
    }

    /** Returns the ids of the rows on a method that an operation's path does not take. */
    public List<String> ofOtherMethod(Operation operation) {
        return ids(operation, check -> expects(check, Expectation.MethodNotAllowed.class));
    }

    /** Returns the ids of the rows on a path of no operation. */
    public List<String> ofUnknownPath(Operation operation) {
        return ids(operation, check -> expects(check, Expectation.NotFound.class));
    }

    private List<String> ids(Operation operation, Predicate<Check> touched) {
        return rows.getOrDefault(operation.id(), List.of()).stream()
                .filter(row -> touched.test(row.check().orElseThrow()))
                .map(Requirement::id)
                .toList();
    }

    private static boolean expects(Check check, Class<? extends Expectation> expectation) {
        return check instanceof RequestCheck request && expectation.isInstance(request.expectation());
    }

    private static boolean speaksOf(Check check, RequestFacts facts) {
        if (check instanceof RequestCheck request) {
            return isOfRefusals(request) && request.change().matches(facts);
        }
        if (check instanceof BatchCheck.ItemRefused item) {
            return new BrokenConstraint(item.pointer() + "/required").matches(facts)
                    || new BrokenConstraint(item.pointer() + "/allOf").matches(facts);
        }
        if (check instanceof BatchCheck.ItemProbed item) {
            return new BrokenConstraint(item.pointer()).matches(facts);
        }
        boolean ofAbsence = check instanceof AbsentCheck || check instanceof RemovalCheck.NotRemovedByOthers;
        return ofAbsence && facts.isSound() && facts.before().isEmpty();
    }

    /** An altered request may be sound; only the rows that expect a refusal speak of its refusal. */
    private static boolean isOfRefusals(RequestCheck request) {
        RequestChange change = request.change();
        return request.expectation() instanceof Expectation.Refused
                || (request.expectation() instanceof Expectation.Noted && isDefect(change));
    }

    private static boolean isDefect(RequestChange change) {
        return change instanceof RequestDefect || change instanceof BrokenConstraint;
    }
}
