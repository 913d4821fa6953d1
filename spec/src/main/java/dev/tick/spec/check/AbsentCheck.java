package dev.tick.spec.check;

/**
 * The check that a missing entity is answered with 404 ({@code absent}).
 *
 * @param operation the operation's id
 * @param error what the body of the 404 must be
 */
public record AbsentCheck(String operation, ErrorForm error) implements Check {
    @Override
    public String kind() {
        return "absent";
    }

    @Override
    public <R> R accept(CheckFamilies<R> families) {
        return families.absent(this);
    }
}
