package dev.tick.laws.api;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.tick.laws.layout.KitModule;
import dev.tick.laws.layout.KitModules;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The {@code api.txt} of each module that exports something. */
public final class ApiFiles {
    private static final String ROOT = "dev.tick";
    private static final List<String> HEAD = List.of(
            "# The public API: types and members that users may rely on. All else is internal and may change at any time.",
            "# Written by tools/write-api from the classes; the build fails if it is stale.");

    private final KitModules modules;
    private final JavaClasses classes;
    private final ApiText text;

    /** Takes the classes of all modules. */
    public ApiFiles(KitModules modules, JavaClasses classes) {
        this.modules = modules;
        this.classes = classes;
        text = new ApiText(
                ROOT,
                type -> modules.exporting(type.getPackageName(), type.getName()).isPresent());
    }

    /**
     * Returns what each file must hold, by module.
     *
     * @throws IllegalArgumentException if a module exports a name that is neither a package nor a type of ours
     */
    public Map<KitModule, List<String>> expected() {
        Map<KitModule, List<String>> files =
                new TreeMap<>((one, other) -> one.name().compareTo(other.name()));
        for (KitModule module : modules.all()) {
            if (!module.api().isEmpty()) {
                List<String> lines = new ArrayList<>(HEAD);
                lines.addAll(text.lines(types(module)));
                files.put(module, lines);
            }
        }
        return files;
    }

    /** Returns the internal types of ours that the API mentions: users cannot do without them. */
    public NavigableSet<String> leaks() {
        expected();
        return text.internalTypes();
    }

    /** Writes every file. */
    public void write() throws IOException {
        for (Map.Entry<KitModule, List<String>> file : expected().entrySet()) {
            Files.write(file.getKey().apiFile(), file.getValue());
        }
    }

    private List<Class<?>> types(KitModule module) {
        List<Class<?>> types = new ArrayList<>();
        NavigableSet<String> missing = new TreeSet<>(module.api());
        for (JavaClass type : classes) {
            if (type.isTopLevelClass() && module.exports(type.getPackageName(), type.getName())) {
                missing.remove(type.getPackageName());
                missing.remove(type.getName());
                if (!type.getSimpleName().equals("package-info")) {
                    types.add(type.reflect());
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("tools/laws/modules.txt: " + module.name() + " exports " + missing
                    + ", which is neither a package nor a top-level type; correct the 'api' lines");
        }
        return types;
    }
}
