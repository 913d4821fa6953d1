package dev.tick.laws.graph;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The packages of some classes, with the packages among them that each depends on. */
public final class ImportGraph {
    private final NavigableMap<String, NavigableSet<String>> uses = new TreeMap<>();
    private final NavigableMap<String, Integer> types = new TreeMap<>();

    /** Reads the dependencies of classes; those on other classes are left out. */
    public ImportGraph(JavaClasses classes) {
        for (JavaClass type : classes) {
            if (type.getSimpleName().equals("package-info")) {
                continue;
            }
            NavigableSet<String> used = uses.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>());
            types.merge(type.getPackageName(), type.isTopLevelClass() ? 1 : 0, Integer::sum);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (classes.contain(target.getName())
                        && !target.getPackageName().equals(type.getPackageName())) {
                    used.add(target.getPackageName());
                }
            }
        }
    }

    /** Returns every package. */
    public NavigableSet<String> packages() {
        return new TreeSet<>(uses.keySet());
    }

    /** Returns the packages that a package depends on. */
    public NavigableSet<String> uses(String packageName) {
        return new TreeSet<>(uses.getOrDefault(packageName, new TreeSet<>()));
    }

    /** Returns the number of top-level types of a package. */
    public int types(String packageName) {
        return types.getOrDefault(packageName, 0);
    }

    /**
     * Orders packages so that each depends on later ones only.
     *
     * @param among the packages to order; dependencies on others do not count
     * @return the order; it lacks the packages of a circle and those that lead into one
     */
    public List<String> topDown(NavigableSet<String> among) {
        List<String> bottomUp = new ArrayList<>();
        boolean isGrowing = true;
        while (isGrowing) {
            isGrowing = false;
            for (String next : among) {
                NavigableSet<String> needed = uses(next);
                needed.retainAll(among);
                if (!bottomUp.contains(next) && bottomUp.containsAll(needed)) {
                    bottomUp.add(next);
                    isGrowing = true;
                }
            }
        }
        List<String> topDown = new ArrayList<>(bottomUp);
        Collections.reverse(topDown);
        return topDown;
    }

    /**
     * Finds dependencies between modules that are not allowed.
     *
     * @param modules the module of each package
     * @param allowed the modules that each module may use, beside itself
     */
    public List<String> arrowsUp(Map<String, String> modules, Map<String, List<String>> allowed) {
        List<String> found = new ArrayList<>();
        uses.forEach((from, targets) -> targets.forEach(to -> {
            String module = modules.getOrDefault(from, "");
            String used = modules.getOrDefault(to, "");
            if (!module.equals(used) && !allowed.getOrDefault(module, List.of()).contains(used)) {
                found.add(from + " (" + module + ") depends on " + to + " (" + used + ")");
            }
        }));
        return found;
    }
}
