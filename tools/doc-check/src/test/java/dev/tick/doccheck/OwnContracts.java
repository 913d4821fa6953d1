package dev.tick.doccheck;

import dev.tick.spec.register.Specification;
import java.nio.file.Path;

/** Contracts of these tests, under {@code own}: a property that is added to one of the kit's breaks nothing here. */
public final class OwnContracts {
    private OwnContracts() {}

    /** Loads a contract. */
    public static Specification load(String name) {
        return Specification.at(Path.of(folder(name)));
    }

    /** Returns the path of its folder. */
    public static String folder(String name) {
        return "src/test/resources/own/" + name;
    }
}
