package dev.tick.laws.command;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.tick.laws.layout.KitModule;
import dev.tick.laws.layout.KitModules;
import dev.tick.laws.source.Declaration;
import dev.tick.laws.source.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The kit as the laws see it.
 *
 * @param top the top folder of the repository
 * @param modules as declared
 * @param classes the main classes on the class path
 */
public record CodeBase(Path top, KitModules modules, JavaClasses classes) {
    /** Reads the declared modules, and the classes on the class path. */
    public static CodeBase read(Path top) throws IOException {
        return new CodeBase(
                top,
                KitModules.read(top),
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.tick"));
    }

    /** Returns the declarations in the main sources of all modules. */
    public List<Declaration> declarations() throws IOException {
        List<Declaration> all = new ArrayList<>();
        for (KitModule module : modules.all()) {
            all.addAll(SourceFiles.declarations(module.sources(), top));
        }
        return all;
    }

    /** Returns the module of each package, by the folders that hold main sources. */
    public Map<String, String> packages() throws IOException {
        Map<String, String> packages = new TreeMap<>();
        for (KitModule module : modules.all()) {
            if (Files.isDirectory(module.sources())) {
                try (Stream<Path> files = Files.walk(module.sources())) {
                    files.filter(file -> file.toString().endsWith(".java"))
                            .map(file -> module.sources().relativize(file).getParent())
                            .forEach(folder -> packages.put(
                                    folder.toString().replace('/', '.').replace('\\', '.'), module.name()));
                }
            }
        }
        return packages;
    }
}
