package dev.tick.spec.editions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table(String title, List<String> columns) {
        lines.add("### " + title);
        lines.add("");
        row(columns);
        lines.add("|" + "---|".repeat(columns.size()));
    }

    void row(List<String> cells) {
        lines.add(cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** The lines, and an empty one after them. */
    Stream<String> lines() {
        return Stream.concat(lines.stream(), Stream.of(""));
    }
}
