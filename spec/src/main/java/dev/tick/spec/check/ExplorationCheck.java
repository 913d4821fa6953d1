package dev.tick.spec.check;

/**
 * A note of what the exploration saw that no page decides ({@code explored}): sequences of sound requests are held against a model of
 * the service.
 *
 * @param operation the operation's id
 */
public record ExplorationCheck(String operation) implements Check {
    @Override
    public String kind() {
        return "explored";
    }

    @Override
    public <R> R accept(CheckFamilies<R> families) {
        return families.exploration(this);
    }
}
