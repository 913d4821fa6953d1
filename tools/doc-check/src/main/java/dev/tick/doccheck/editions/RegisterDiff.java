package dev.tick.doccheck.editions;

import dev.tick.spec.register.Level;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The differences between the registers of two contracts, as Markdown tables. */
final class RegisterDiff {
    private final EditionFacts before;
    private final EditionFacts now;

    RegisterDiff(EditionFacts before, EditionFacts now) {
        this.before = before;
        this.now = now;
    }

    /** Returns the numbers of rows, the kinds whose numbers differ, and the statements whose level differs. */
    Stream<MarkdownTable> tables() {
        return Stream.of(counts(), kinds(), moved());
    }

    private MarkdownTable counts() {
        MarkdownTable table = MarkdownTable.sideBySide("The registers", "rows", before, now);
        for (Subject subject : Subject.values()) {
            Predicate<Requirement> ofSubject = row -> row.subject() == subject;
            table.row(List.of(MarkdownTable.word(subject), levels(before, ofSubject), levels(now, ofSubject)));
        }
        return table;
    }

    /** Lists kinds by name; a kind with equal numbers in both is left out. */
    private MarkdownTable kinds() {
        MarkdownTable table =
                MarkdownTable.sideBySide("Kinds of checks of which there are more or fewer", "kind", before, now);
        Set<String> kinds = new TreeSet<>(before.kinds());
        kinds.addAll(now.kinds());
        for (String kind : kinds) {
            Predicate<Requirement> ofKind = row ->
                    row.check().filter(check -> check.title().equals(kind)).isPresent();
            String then = levels(before, ofKind);
            String today = levels(now, ofKind);
            if (!then.equals(today)) {
                table.row(List.of("`" + kind + "`", then, today));
            }
        }
        return table;
    }

    /** Matches statements by their wording: ids belong to one register only. */
    private MarkdownTable moved() {
        MarkdownTable table = MarkdownTable.sideBySide("Statements that bind otherwise", "statement", before, now);
        before.rows().stream().map(Requirement::statement).distinct().forEach(statement -> {
            List<Requirement> then = of(before, statement);
            List<Requirement> today = of(now, statement);
            if (!today.isEmpty() && !levels(then).equals(levels(today))) {
                table.row(List.of(statement, described(then), described(today)));
            }
        });
        return table;
    }

    private static List<Requirement> of(EditionFacts facts, String statement) {
        return facts.rows().stream()
                .filter(row -> row.statement().equals(statement))
                .toList();
    }

    private static Set<Level> levels(List<Requirement> rows) {
        return rows.stream().map(Requirement::level).collect(Collectors.toSet());
    }

    private static String described(List<Requirement> rows) {
        return rows.stream()
                .map(row -> "`" + row.id() + "` " + MarkdownTable.word(row.level()))
                .collect(Collectors.joining(", "));
    }

    private static String levels(EditionFacts facts, Predicate<Requirement> which) {
        String text = Arrays.stream(Level.values())
                .map(level -> {
                    long count = facts.rows().stream()
                            .filter(which)
                            .filter(row -> row.level() == level)
                            .count();
                    return count == 0 ? "" : MarkdownTable.word(level) + " " + count;
                })
                .filter(level -> !level.isEmpty())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? MarkdownTable.NOTHING : text;
    }
}
