package dev.tick.laws.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The modules of the code, in the order of their dependencies. */
public final class KitModules {
    private static final String FILE = "tools/laws/modules.txt";

    private final List<KitModule> modules;

    private KitModules(List<KitModule> modules) {
        this.modules = List.copyOf(modules);
    }

    /**
     * Reads {@code tools/laws/modules.txt}.
     *
     * @param top the top folder of the repository
     * @throws IllegalArgumentException if a line is not understood; the message has its number
     */
    public static KitModules read(Path top) throws IOException {
        return parse(top, Files.readAllLines(top.resolve(FILE)));
    }

    static KitModules parse(Path top, List<String> lines) {
        List<KitModule> modules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String place = FILE + ":" + (i + 1) + ": ";
            String[] words = line.split("\\s+", -1);
            if (words.length != 2 || (modules.isEmpty() && !words[0].equals("module"))) {
                throw new IllegalArgumentException(place
                        + "expected 'module <folder>' and below it 'uses <module>' or 'api <package or type>', got '"
                        + line + "'");
            }
            switch (words[0]) {
                case "module" -> modules.add(new KitModule(words[1], top.resolve(words[1]), List.of(), List.of()));
                case "uses" -> use(modules, words[1], place);
                case "api" -> {
                    KitModule last = modules.remove(modules.size() - 1);
                    modules.add(new KitModule(last.name(), last.folder(), last.uses(), with(last.api(), words[1])));
                }
                default ->
                    throw new IllegalArgumentException(
                            place + "unknown key '" + words[0] + "'; expected one of [api, module, uses]");
            }
        }
        return new KitModules(modules);
    }

    private static void use(List<KitModule> modules, String name, String place) {
        KitModule last = modules.remove(modules.size() - 1);
        if (modules.stream().noneMatch(module -> module.name().equals(name))) {
            throw new IllegalArgumentException(place + "no module '" + name + "' above; there are "
                    + modules.stream().map(KitModule::name).toList());
        }
        modules.add(new KitModule(last.name(), last.folder(), with(last.uses(), name), last.api()));
    }

    private static List<String> with(List<String> names, String name) {
        List<String> more = new ArrayList<>(names);
        more.add(name);
        return more;
    }

    /** Returns the modules; each uses only earlier ones. */
    public List<KitModule> all() {
        return modules;
    }

    /** Returns the module that exports a top-level type; empty for any other type. */
    public Optional<KitModule> exporting(String packageName, String qualifiedName) {
        return modules.stream()
                .filter(module -> module.exports(packageName, qualifiedName))
                .findFirst();
    }
}
