package dev.tick.spec.editions;

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

/** The registers of two contracts side by side. */
final class Registers {
    private final Facts before;
    private final Facts now;

    Registers(Facts before, Facts now) {
        this.before = before;
        this.now = now;
    }

    /** How many rows there are, of which kinds, and what binds otherwise than before. */
    Stream<Table> tables() {
        return Stream.of(counts(), kinds(), moved());
    }

    private Table counts() {
        Table table = Table.sideBySide("The registers", "rows", before, now);
        for (Subject subject : Subject.values()) {
            Predicate<Requirement> ofSubject = row -> row.subject() == subject;
            table.row(List.of(Table.word(subject), levels(before, ofSubject), levels(now, ofSubject)));
        }
        return table;
    }

    /** Ordered by name; a kind of which both have the same rows is left out. */
    private Table kinds() {
        Table table = Table.sideBySide("Kinds of checks of which there are more or fewer", "kind", before, now);
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

    /** Statements go by their wording: ids are of one register alone. */
    private Table moved() {
        Table table = Table.sideBySide("Statements that bind otherwise", "statement", before, now);
        before.rows().stream().map(Requirement::statement).distinct().forEach(statement -> {
            List<Requirement> then = of(before, statement);
            List<Requirement> today = of(now, statement);
            if (!today.isEmpty() && !levels(then).equals(levels(today))) {
                table.row(List.of(statement, told(then), told(today)));
            }
        });
        return table;
    }

    private static List<Requirement> of(Facts facts, String statement) {
        return facts.rows().stream()
                .filter(row -> row.statement().equals(statement))
                .toList();
    }

    private static Set<Level> levels(List<Requirement> rows) {
        return rows.stream().map(Requirement::level).collect(Collectors.toSet());
    }

    private static String told(List<Requirement> rows) {
        return rows.stream()
                .map(row -> "`" + row.id() + "` " + Table.word(row.level()))
                .collect(Collectors.joining(", "));
    }

    private static String levels(Facts facts, Predicate<Requirement> which) {
        String text = Arrays.stream(Level.values())
                .map(level -> {
                    long count = facts.rows().stream()
                            .filter(which)
                            .filter(row -> row.level() == level)
                            .count();
                    return count == 0 ? "" : Table.word(level) + " " + count;
                })
                .filter(level -> !level.isEmpty())
                .collect(Collectors.joining(", "));
        return text.isEmpty() ? Table.NOTHING : text;
    }
}
