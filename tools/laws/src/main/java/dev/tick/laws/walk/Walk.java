package dev.tick.laws.walk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A walk as it was recorded.
 *
 * @param kind which walk
 * @param classes the top-level classes whose code ran, by qualified name, in the order in which they were entered
 * @param parses how many bodies were parsed
 */
public record Walk(WalkKind kind, List<String> classes, int parses) {
    /** Copies the list. */
    public Walk {
        classes = List.copyOf(classes);
    }

    /** Records a walk in a process of its own. */
    public static Walk record(WalkKind kind) throws IOException {
        return new WalkRecorder(kind).record();
    }

    /** Returns the walk as text: the numbers, and the classes by package in the order of the walk. */
    public List<String> lines() {
        Map<String, List<String>> byPackage = new LinkedHashMap<>();
        for (String name : classes) {
            int dot = name.lastIndexOf('.');
            byPackage
                    .computeIfAbsent(name.substring("dev.tick.".length(), dot), key -> new ArrayList<>())
                    .add(name.substring(dot + 1));
        }
        List<String> lines = new ArrayList<>();
        lines.add(kind.title() + ": " + classes.size() + " classes of " + byPackage.size() + " packages, " + parses
                + (parses == 1 ? " parse" : " parses") + " of JSON");
        byPackage.forEach((name, names) -> lines.add("  " + name + ": " + String.join(" ", names)));
        lines.add("");
        return lines;
    }
}
