package dev.tick.conformance.target;

import dev.tick.spec.register.Specification;
import java.nio.file.Path;

/** The name of a contract that comes with the kit, or the path of a folder that holds one. */
public final class ContractName {
    private ContractName() {}

    /**
     * Returns the name, or the path of the folder.
     *
     * @param top where relative paths begin
     * @throws IllegalArgumentException when there is no such contract
     */
    public static String of(String name, Path top) {
        String below = top.resolve(name).normalize().toString();
        return !Specification.isKnown(name) && Specification.isKnown(below) ? below : Specification.known(name);
    }
}
