package dev.tick.laws.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The import graph as text: of each module the packages, each above all that it depends on. */
public final class GraphText {
    private GraphText() {}

    /**
     * Writes the graph.
     *
     * @param modules the module of each package
     * @param order the modules, in the order in which they are written
     */
    public static List<String> lines(ImportGraph graph, Map<String, String> modules, List<String> order) {
        List<String> lines = new ArrayList<>();
        for (String module : order) {
            NavigableSet<String> own = new TreeSet<>(graph.packages());
            own.removeIf(name -> !modules.getOrDefault(name, "").equals(module));
            List<String> topDown = graph.topDown(own);
            NavigableSet<String> circle = new TreeSet<>(own);
            topDown.forEach(circle::remove);
            lines.add(module + ": " + own.size() + " packages, "
                    + own.stream().mapToInt(graph::types).sum() + " top-level types, "
                    + (circle.isEmpty() ? "no circle" : "a CIRCLE among or below " + circle));
            topDown.forEach(name -> lines.add(line(graph, name)));
            circle.forEach(name -> lines.add(line(graph, name)));
            lines.add("");
        }
        return lines;
    }

    private static String line(ImportGraph graph, String name) {
        String used =
                String.join(" ", graph.uses(name).stream().map(GraphText::small).toList());
        return "  " + small(name) + " (" + graph.types(name) + ")" + (used.isEmpty() ? "" : " -> " + used);
    }

    private static String small(String packageName) {
        return packageName.replaceFirst("^dev\\.tick\\.", "");
    }
}
