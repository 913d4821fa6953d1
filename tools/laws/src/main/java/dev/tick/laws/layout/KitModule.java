package dev.tick.laws.layout;

import java.nio.file.Path;
import java.util.List;

/**
 * A module of the kit.
 *
 * @param name its folder, relative to the top of the repository
 * @param folder the same folder as a path that can be read
 * @param uses names of the modules that it may depend on
 * @param api qualified names of its public packages, and of single public types in internal packages
 */
public record KitModule(String name, Path folder, List<String> uses, List<String> api) {
    /** Copies the lists. */
    public KitModule {
        uses = List.copyOf(uses);
        api = List.copyOf(api);
    }

    /** Returns the folder of its main sources. */
    public Path sources() {
        return folder.resolve("src/main/java");
    }

    /** Returns the file that lists its public types and members. */
    public Path apiFile() {
        return folder.resolve("api.txt");
    }

    /** Returns whether a package is public as a whole. */
    public boolean exports(String packageName) {
        return api.contains(packageName);
    }

    /** Returns whether a top-level type is public API, by itself or with its package. */
    public boolean exports(String packageName, String qualifiedName) {
        return exports(packageName) || api.contains(qualifiedName);
    }
}
