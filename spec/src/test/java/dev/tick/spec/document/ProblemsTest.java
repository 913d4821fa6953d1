package dev.tick.spec.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static final List<Key> KEYS =
            List.of(Key.required("colour", FieldType.TEXT), Key.required("seats", FieldType.number(1, 9)));

    private final Fields fields =
            Fields.strict(LocatedDocument.parse("x.yaml", "colur: red\nwheels: 4\nseats: many\n"), "");

    @Test
    void theFirstIsThrownAndBringsTheOthersOfItsMapping() {
        InvalidDocumentException first = assertThrows(InvalidDocumentException.class, () -> fields.hold(KEYS));
        assertEquals(
                "x.yaml:1: /colur: unknown key 'colur' (did you mean 'colour'?); expected one of [colour, seats]",
                first.getMessage());
        assertEquals(2, first.getSuppressed().length);
        assertThrows(InvalidDocumentException.class, () -> Problems.thrown().holds(() -> fields.hold(KEYS)));
    }

    @Test
    void allAreGatheredEachOnce() {
        Problems problems = Problems.gathered();
        assertFalse(problems.holds(() -> fields.hold(KEYS)));
        assertEquals(Optional.empty(), problems.part(() -> fields.number("seats", 1, 9)));
        assertTrue(problems.holds(() -> fields.text("colur")));
        assertEquals(
                List.of(1, 2, 3),
                problems.found().stream().map(InvalidDocumentException::line).toList());
        assertEquals(
                List.of("x.yaml", "x.yaml", "x.yaml"),
                problems.found().stream().map(InvalidDocumentException::file).toList());
    }
}
