package dev.tick.spec.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.preparation.PreparedDocuments;
import dev.tick.spec.tree.LocatedTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A document as the build prepares it is the document. */
class PreparedTreeTest {
    private static final String EVERY_KIND = """
            text: "a ~ and a / in äöü \\U0001F600"
            a/b~c: [1, -9007199254740993, 123456789012345678901234567890, 1.50, true, false, null, "", [], {}]
            long: "%s"
            """.formatted("x".repeat(70_000));

    @TempDir
    private Path folder;

    @Test
    void keepsEveryKindOfValueAndItsLine() {
        LocatedDocument parsed = LocatedDocument.parse("any.yaml", EVERY_KIND);
        byte[] text = EVERY_KIND.getBytes(StandardCharsets.UTF_8);
        LocatedTree tree = new LocatedTree(parsed.root(), parsed.lines());
        LocatedTree read = LocatedTree.read(tree.prepared(text), text).orElseThrow();
        assertEquals(parsed.root(), read.root());
        assertEquals(parsed.lines(), read.lines());
        assertArrayEquals(tree.prepared(text), read.prepared(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indicators/openapi.yaml",
                "indicators/requirements.yaml",
                "tiindicators/openapi.yaml",
                "tiindicators/requirements.yaml"
            })
    void isTheDocumentThatComesWithTheKit(String name) throws IOException {
        String file = "contracts/" + name;
        byte[] text = bytes(file);
        LocatedDocument parsed = LocatedDocument.parse(file, new String(text, StandardCharsets.UTF_8));
        assertEquals(parsed, LocatedDocument.load(file));
        Path copy = Files.write(folder.resolve("copy.yaml"), text);
        PreparedDocuments.main(new String[] {folder.toString()});
        byte[] prepared = Files.readAllBytes(folder.resolve("copy.yaml" + LocatedTree.SUFFIX));
        LocatedTree read = LocatedTree.read(prepared, Files.readAllBytes(copy)).orElseThrow();
        assertEquals(parsed, new LocatedDocument(file, read.root(), read.lines()));
    }

    @Test
    void isNotUsedForAnotherDocument() {
        byte[] text = "a: 1\n".getBytes(StandardCharsets.UTF_8);
        LocatedDocument parsed = LocatedDocument.parse("any.yaml", "a: 1\n");
        byte[] prepared = new LocatedTree(parsed.root(), parsed.lines()).prepared(text);
        assertTrue(LocatedTree.read(prepared, text).isPresent());
        assertEquals(Optional.empty(), LocatedTree.read(prepared, "a: 2\n".getBytes(StandardCharsets.UTF_8)));
        prepared[3]++;
        assertEquals(Optional.empty(), LocatedTree.read(prepared, text));
        assertEquals(Optional.empty(), LocatedTree.read(new byte[0], text));
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = PreparedTreeTest.class.getClassLoader().getResourceAsStream(file)) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
