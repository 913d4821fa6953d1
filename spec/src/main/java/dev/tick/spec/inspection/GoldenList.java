package dev.tick.spec.inspection;

import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.Problems;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The committed list of the ids and levels of a register, so that no row vanishes or changes its level unnoticed. */
public final class GoldenList {
    private final Path file;
    private final Register register;

    /** Compares a list with a register. */
    public GoldenList(Path file, Register register) {
        this.file = file;
        this.register = register;
    }

    /** Returns the line of a row. */
    public static String line(Requirement row) {
        return row.id() + " " + row.level().name().toLowerCase(Locale.ROOT);
    }

    /** Returns what differs, a line for each row, with what to do; empty where the list is the register's. */
    public List<String> differences() {
        return differences(
                listed(), register.requirements().stream().map(GoldenList::line).toList());
    }

    /** Returns what differs between the lines of a list and those of the rows. */
    public static List<String> differences(List<String> listed, List<String> rows) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!listed.contains(rows.get(i))) {
                differences.add("the row '" + rows.get(i) + "' is not in the list; paste this line"
                        + (i == 0 ? " at the top" : " after '" + rows.get(i - 1) + "'") + ": " + rows.get(i));
            }
        }
        listed.stream()
                .filter(line -> !rows.contains(line))
                .forEach(line -> differences.add("the line '" + line
                        + "' is of no row; put the row back, or remove the line if the row was meant to go"));
        for (int i = 0; i < listed.size(); i++) {
            if (rows.contains(listed.get(i)) && listed.indexOf(listed.get(i)) < i) {
                differences.add("the line '" + listed.get(i) + "' stands twice; remove line " + (i + 1));
            }
        }
        if (differences.isEmpty() && !listed.equals(rows)) {
            int first = (int) Stream.iterate(0, i -> i + 1)
                    .takeWhile(i -> listed.get(i).equals(rows.get(i)))
                    .count();
            differences.add("the rows stand in another order than the lines, from line " + (first + 1) + " on: '"
                    + rows.get(first) + "' is the row, '" + listed.get(first) + "' the line; reorder one of the two");
        }
        return differences;
    }

    private List<String> listed() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void check(Problems problems) {
        differences().forEach(text -> problems.add(new InvalidDocumentException(file.toString(), 0, text)));
    }
}
