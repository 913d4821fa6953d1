package dev.tick.spec.inspection;

import dev.tick.spec.check.Check;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Subject;
import dev.tick.spec.text.NearestWord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The place of a new row: behind the last one of its prefix.
 *
 * @param id the next free id of the prefix
 * @param row the number of the row before it, counted from 0
 * @param previous the row before it
 * @param source the source of the row before it
 * @param section the section of the row before it
 */
record RowPlace(String id, int row, Requirement previous, String source, String section) {
    private static final int LETTERS = 3;
    private static final int MOST = 999;

    /**
     * Finds the place.
     *
     * @param listed the lines of the kit's list of rows, whose ids are taken as well; a removed row's id is not given again
     * @throws IllegalArgumentException when no row tells the place, or no id is free
     */
    static RowPlace of(RowDraft draft, Register register, List<String> listed) {
        List<Requirement> rows = register.requirements();
        String prefix = draft.prefix().orElseGet(() -> likely(draft, rows));
        List<String> known =
                rows.stream().map(row -> prefix(row.id())).distinct().toList();
        int last = IntStream.range(0, rows.size())
                .filter(i -> prefix(rows.get(i).id()).equals(prefix))
                .max()
                .orElse(rows.size() - 1);
        if (!prefix.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("prefix: expected three capitals, got '" + prefix + "'"
                    + NearestWord.hint(prefix, known) + "; the register has " + known);
        }
        int highest = Stream.concat(rows.stream().map(Requirement::id), listed.stream())
                .filter(id -> id.startsWith(prefix + "-"))
                .mapToInt(id -> Integer.parseInt(id.substring(LETTERS + 1, LETTERS + 1 + LETTERS)))
                .max()
                .orElse(0);
        if (highest >= MOST) {
            throw new IllegalArgumentException("prefix: " + prefix + " has no free number left; choose another");
        }
        Requirement previous = rows.get(last);
        JsonNode source = register.source().root().at("/requirements/" + last + "/source");
        return new RowPlace(
                String.format(Locale.ROOT, "%s-%03d", prefix, highest + 1),
                last,
                previous,
                source.path("of").asString(""),
                source.path("section").asString(""));
    }

    /** Returns the prefix that most rows like the draft have: of its subject and operation, and of its kind where there are such. */
    private static String likely(RowDraft draft, List<Requirement> rows) {
        List<Requirement> near = rows.stream()
                .filter(row -> row.subject() == draft.subject())
                .filter(row -> draft.subject() == Subject.CLIENT
                        || draft.operation().isEmpty()
                        || row.check().map(Check::operation).equals(draft.operation()))
                .toList();
        List<Requirement> alike = near.stream()
                .filter(row -> row.check().map(Check::title).equals(draft.title())
                        && row.schema().isPresent() == draft.schema().isPresent())
                .toList();
        Map<String, Long> prefixes = (alike.isEmpty() ? near : alike)
                .stream()
                        .collect(Collectors.groupingBy(
                                row -> prefix(row.id()), LinkedHashMap::new, Collectors.counting()));
        return prefixes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new IllegalArgumentException("prefix: no row of a "
                        + FieldType.spelled(draft.subject()) + " about this operation tells it; name three capitals"));
    }

    private static String prefix(String id) {
        return id.substring(0, LETTERS);
    }
}
