package dev.tick.doccheck.editions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown. */
final class MarkdownTable {
    /** Stands in a cell that would be empty. */
    static final String NOTHING = "-";

    /** How many lines come before the first row. */
    private static final int HEAD = 4;

    private final List<String> lines = new ArrayList<>();

    MarkdownTable(String title, List<String> columns) {
        lines.add("### " + title);
        lines.add("");
        row(columns);
        lines.add("|" + "---|".repeat(columns.size()));
    }

    /** A table that has a column for each of two contracts, after a first one. */
    static MarkdownTable sideBySide(String title, String first, EditionFacts before, EditionFacts now) {
        return new MarkdownTable(title, List.of(first, "`" + before.name() + "`", "`" + now.name() + "`"));
    }

    void row(List<String> cells) {
        lines.add(cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** The lines, and an empty one after them; none of a table without rows. */
    Stream<String> lines() {
        return lines.size() == HEAD ? Stream.empty() : Stream.concat(lines.stream(), Stream.of(""));
    }

    static String names(Stream<String> names) {
        String text = names.map(name -> "`" + name + "`").collect(Collectors.joining(" "));
        return text.isEmpty() ? NOTHING : text;
    }

    static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
