package dev.tick.laws.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KitModulesTest {
    @Test
    void readsModulesWithWhatTheyUseAndExport() {
        KitModules modules =
                parse("# first", "module spec", "  api a.b", "module stub", "  uses spec", "  api c.D", "");
        assertEquals(
                List.of(
                        new KitModule("spec", Path.of("spec"), List.of(), List.of("a.b")),
                        new KitModule("stub", Path.of("stub"), List.of("spec"), List.of("c.D"))),
                modules.all());
        assertEquals("spec", modules.exporting("a.b", "a.b.C").orElseThrow().name());
        assertEquals("stub", modules.exporting("c", "c.D").orElseThrow().name());
        assertTrue(modules.exporting("c", "c.E").isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "export a.b | tools/laws/modules.txt:2: unknown key 'export'; expected one of [api, module, uses]",
                "uses stub | tools/laws/modules.txt:2: no module 'stub' above; there are []",
                "api a b | tools/laws/modules.txt:2: expected 'module <folder>' and below it 'uses <module>' or 'api <package or type>', got 'api a b'"
            })
    void refusesALineThatItDoesNotUnderstand(String line, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> parse("module spec", line))
                        .getMessage());
    }

    private static KitModules parse(String... lines) {
        return KitModules.parse(Path.of(""), List.of(lines));
    }
}
