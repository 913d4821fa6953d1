package dev.tick.spec.check;

/**
 * The check of a request for what was removed ({@code after-removal}).
 *
 * @param operation the removal's id
 * @param then the id of the operation that is called afterwards: a read or a change finds nothing, a list holds everything else, a
 *     create makes a new entity
 */
public record AfterRemovalCheck(String operation, String then) implements Check {
    @Override
    public String kind() {
        return "after-removal";
    }

    @Override
    public <R> R accept(CheckFamilies<R> families) {
        return families.afterRemoval(this);
    }
}
