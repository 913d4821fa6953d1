package dev.tick.doccheck.editions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown. */
final class MarkdownTable {
    /** Content of a cell that would otherwise be empty. */
    static final String NOTHING = "-";

    /** Number of lines before the first row: title, empty line, column names, rule. */
    private static final int HEAD = 4;

    private final List<String> lines = new ArrayList<>();

    MarkdownTable(String title, List<String> columns) {
        lines.add("### " + title);
        lines.add("");
        row(columns);
        lines.add("|" + "---|".repeat(columns.size()));
    }

    /** Creates a table with a first column and one for each of two contracts. */
    static MarkdownTable sideBySide(String title, String first, EditionFacts before, EditionFacts now) {
        return new MarkdownTable(title, List.of(first, "`" + before.name() + "`", "`" + now.name() + "`"));
    }

    void row(List<String> cells) {
        lines.add(cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** Returns the lines and an empty one; no line for a table without rows. */
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
