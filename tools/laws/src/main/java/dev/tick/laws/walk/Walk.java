package dev.tick.laws.walk;

import com.sun.jdi.event.MethodEntryEvent;
import dev.tick.spec.validation.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The classes whose code ran during one walk, in the order in which they were entered. */
public final class Walk {
    private final WalkKind kind;
    private final Set<String> classes = new LinkedHashSet<>();
    private int parses;

    private Walk(WalkKind kind) {
        this.kind = kind;
    }

    /** Runs every walk, each in a process of its own under a debugger, and returns them. */
    public static List<Walk> all() throws IOException {
        List<Walk> walks = new ArrayList<>();
        for (WalkKind kind : WalkKind.values()) {
            Walk walk = new Walk(kind);
            new WalkRecorder(kind, walk::enter).record();
            walks.add(walk);
        }
        return walks;
    }

    private void enter(MethodEntryEvent event) {
        String name = event.method().declaringType().name();
        String top = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
        if (kind.counts(top)) {
            classes.add(top);
        }
        if (top.equals(Json.class.getName()) && event.method().name().equals("read")) {
            parses++;
        }
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
                + (parses == 1 ? " parse" : " parses") + " of a body");
        byPackage.forEach((name, names) -> lines.add("  " + name + ": " + String.join(" ", names)));
        lines.add("");
        return lines;
    }
}
