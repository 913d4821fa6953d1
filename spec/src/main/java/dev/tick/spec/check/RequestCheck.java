package dev.tick.spec.check;

import java.util.List;

/**
 * A request that differs from a sound one gets the expected answer ({@code request}).
 *
 * @param operation the operation's id
 * @param change how the request differs
 * @param expectation what is expected of the answer
 */
public record RequestCheck(String operation, RequestChange change, Expectation expectation) implements Check {
    /** Checks that what is to be accepted is an alteration: a defect is refused, or nobody knows. */
    public RequestCheck {
        if (expectation instanceof Expectation.Accepted && !(change instanceof Alteration)) {
            throw new IllegalArgumentException("expected an alteration to be accepted, got " + change);
        }
    }

    /** Returns the alteration; nothing where the request differs otherwise. */
    public Alteration alteration() {
        return change instanceof Alteration alteration ? alteration : Alteration.NONE;
    }

    @Override
    public String kind() {
        return "request";
    }

    @Override
    public String title() {
        return kind() + " " + expectation.word();
    }

    @Override
    public List<Integer> statuses() {
        return expectation instanceof Expectation.Refused refused ? refused.statuses() : List.of();
    }

    @Override
    public <R> R accept(CheckFamilies<R> families) {
        return families.request(this);
    }
}
