package dev.tick.spec.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
    private static final List<Key> KEYS = List.of(
            Key.required("name", FieldType.TEXT),
            Key.optional("size", FieldType.number(1, 9)).formerly("length"),
            Key.optional("open", FieldType.TRUTH));

    @Test
    void readsWhatItsKeysDescribe() {
        Fields fields = Fields.strict(LocatedDocument.parse("a.yaml", "name: x\nlength: 3\n"), "");
        fields.hold(KEYS);
        assertEquals(Optional.of("x"), fields.text("name"));
        assertEquals(Optional.of(3), fields.number("size", 1, 9));
        assertEquals(Optional.empty(), fields.truth("open"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nmae: x | a.yaml:1: /nmae: unknown key 'nmae' (did you mean 'name'?); expected one of [name, size, open]",
                "size: 3 | a.yaml:1: : the key 'name' is missing; add it",
                "name: 5 | a.yaml:1: /name: expected text, got 5; write it out, in quotes where it is a number",
                "'{name: x, length: 10}' | a.yaml:1: /length: expected a number from 1 to 9, got 10",
                "'{name: x, open: ''yes''}' | a.yaml:1: /open: expected true or false, got \"yes\"",
                "'[1]' | a.yaml:1: : expected the keys [name, size, open], got [1]"
            })
    void throwsTheFirstProblem(String yaml, String message) {
        Fields fields = Fields.strict(LocatedDocument.parse("a.yaml", yaml), "");
        assertEquals(
                message,
                assertThrows(InvalidDocumentException.class, () -> fields.hold(KEYS))
                        .getMessage());
    }

    @Test
    void saysWhereACharacterMayNotStand() {
        assertEquals(
                "a.yaml:2: not YAML: the character U+0007 may not stand in it",
                assertThrows(
                                InvalidDocumentException.class,
                                () -> LocatedDocument.parse("a.yaml", "name: x\nsize: " + Character.toString(7)))
                        .getMessage());
    }

    @Test
    void readsNothingThatIsNestedBeyondReason() {
        String problem = assertThrows(
                        InvalidDocumentException.class,
                        () -> LocatedDocument.parse("a.yaml", "a: " + "[".repeat(60) + "]".repeat(60)))
                .getMessage();
        assertTrue(String.valueOf(problem).startsWith("a.yaml: not YAML: "), problem);
    }

    @Test
    void gathersEveryProblemOnceAndTakesAMisspeltKeyForOne() {
        List<String> problems = new ArrayList<>();
        Fields fields =
                Fields.gathering(LocatedDocument.parse("a.yaml", "one:\n  nmae: x\n  size: 0\n"), "/one", problems);
        fields.hold(KEYS);
        assertEquals(Optional.empty(), fields.number("size", 1, 9));
        assertEquals(
                List.of(
                        "a.yaml:2: unknown key 'nmae' (did you mean 'name'?); expected one of [name, size, open]",
                        "a.yaml:3: size: expected a number from 1 to 9, got 0"),
                problems);
    }

    @Test
    void pointersAreEscapedAndReadBack() {
        String property = "a/b~c";
        String pointer = "/components/schemas/Room/properties/" + Pointers.escaped(property);
        assertEquals(Optional.of(property), Pointers.property(pointer + "/type"));
        assertEquals(property, Pointers.name(pointer));
        assertEquals("/components/schemas/Room/properties", Pointers.parent(pointer));
        assertEquals(Optional.empty(), Pointers.property("/components/schemas/Room"));
    }
}
