package dev.tick.spec.check;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import java.util.Set;

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
    public Set<Effect> needs(Contract contract) {
        return contract.operation(then).effect().map(Set::of).orElseGet(Set::of);
    }

    @Override
    public <R> R accept(CheckFamilies<R> families) {
        return families.afterRemoval(this);
    }
}
