package dev.tick.spec.check;

import java.util.List;

/**
 * A body that breaks the constraint at a pointer; the requests that do are derived from the contract ({@code defect: schema}).
 *
 * @param pointer the row's JSON pointer into the contract
 */
public record BrokenConstraint(String pointer) implements RequestChange {
    private static final String CONDITION = "/then/";

    /** Under a condition, a request breaks nothing but that: other constraints may fail for the same reason. */
    @Override
    public boolean matches(RequestFacts facts) {
        List<String> broken = facts.brokenConstraints();
        return pointer.contains(CONDITION)
                ? !broken.isEmpty() && broken.stream().allMatch(this::leads)
                : broken.stream().anyMatch(this::leads);
    }

    private boolean leads(String constraint) {
        return constraint.equals(pointer) || constraint.startsWith(pointer + "/");
    }
}
