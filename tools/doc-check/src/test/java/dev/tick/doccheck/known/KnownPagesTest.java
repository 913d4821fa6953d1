package dev.tick.doccheck.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.doccheck.OwnContracts;
import dev.tick.doccheck.page.DocumentationPage;
import dev.tick.doccheck.page.TextUnit;
import dev.tick.spec.contract.Offer;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnownPagesTest {
    private static final Specification SPECIFICATION = OwnContracts.load("tiindicators");
    private static final String PAGE =
            "contract: tiindicators\npages:\n  - {source: list, file: list.md, edition: \"1\", texts: [%s]}\n";

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void everySentenceOfThePagesOfAContractHasARowOrAReason(String contract) {
        Specification specification = Specification.load(contract);
        KnownPages pages = KnownPages.load(specification);
        Set<String> rows = specification.register().requirements().stream()
                .map(Requirement::id)
                .collect(Collectors.toSet());
        for (KnownPage page : pages.pages()) {
            assertTrue(page.texts().size() > 20, page.source());
            for (KnownText text : page.texts()) {
                assertTrue(text.isAssigned(), page.source() + " " + text);
                assertTrue(rows.containsAll(text.rows()), page.source() + " " + text);
            }
        }
        assertEquals(
                specification.contract().operations().stream()
                        .filter(operation -> operation.offer() == Offer.ALWAYS)
                        .map(Operation::id)
                        .collect(Collectors.toSet()),
                pages.pages().stream()
                        .flatMap(page -> page.operation().stream())
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void aTextIsHeldByRowsThatRestOnPages(String contract) {
        Specification specification = Specification.load(contract);
        Set<String> foreign = new TreeSet<>();
        List<Requirement> rows = specification.register().requirements();
        for (KnownPage page : KnownPages.load(specification).pages()) {
            page.texts().stream()
                    .flatMap(text -> text.rows().stream())
                    .filter(id -> rows.stream()
                            .anyMatch(row ->
                                    row.id().equals(id) && (row.basis() == Basis.HTTP || row.basis() == Basis.OPEN)))
                    .filter(id -> !id.startsWith("ICL-"))
                    .forEach(foreign::add);
        }
        assertEquals(Set.of(), foreign, "rows that no page bears out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{is: '0123456789ab', line: 1, rowz: [LST-001]}; unknown key 'rowz' (did you mean 'rows'?)",
                "{is: '0123456789ab', line: 1, rows: [LST-0001]}; no row 'LST-0001' in src/test/resources/own/tiindicators/requirements.yaml (did you mean 'LST-001'?)",
                "{is: '0123456789ab', line: 1, reason: links}; (did you mean 'link'?)",
                "{is: '0123456789ab', line: 1}; give either the rows that hold this text",
                "{is: '0123456789ab', line: 1, rows: [LST-001], reason: link}; give either the rows that hold this text",
                "{is: '0123456789abc', line: 1, reason: link}; expected twelve hexadecimal digits in quotes",
                "{is: '0123456789ab', reason: link}; the key 'line' is missing"
            },
            quoteCharacter = '\u0000')
    void refusesATextThatItCannotUse(String text, String problem) {
        String message = message(PAGE.formatted(text));
        assertTrue(message.startsWith("x.yaml:3: ") && message.contains(problem), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{source: lists, file: l.md, edition: '1'}; no source 'lists' in src/test/resources/own/tiindicators/requirements.yaml (did you mean 'list'?)",
                "{source: list, file: l.md, edition: '1', operation: listIndicator}; no operation 'listIndicator' in src/test/resources/own/tiindicators/openapi.yaml (did you mean 'listIndicators'?)",
                "{source: list, file: l.md, edition: '1', status: [200]}; unknown key 'status' (did you mean 'statuses'?)",
                "{source: list, edition: '1'}; the key 'file' is missing"
            },
            quoteCharacter = '\u0000')
    void refusesAPageThatItCannotUse(String page, String problem) {
        String message = message("contract: tiindicators\npages:\n  - " + page + "\n");
        assertTrue(message.startsWith("x.yaml:3: ") && message.contains(problem), message);
    }

    @Test
    void refusesThePagesOfAnotherContractAndAPageTwice() {
        assertTrue(message("contract: indicators\npages: []\n").contains("expected 'tiindicators', got 'indicators'"));
        String page = "  - {source: list, file: l.md, edition: '1'}\n";
        assertTrue(message("contract: tiindicators\npages:\n" + page + page)
                .contains("the source 'list' has a page above"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "One *such* `call` a [minute](a.md). It's **not** more.",
                "One such\ncall a [minute](b.md).\nIt’s not more.",
                "- One such call a minute. It&#39;s not\u00a0more.",
                "1. One such call a \\minute. It's not more",
                "> [!NOTE]\n> One such call a minute.<br>It's not more."
            })
    void marksAndLineEndsAreNoPartOfASentence(String markdown) {
        assertEquals(List.of("One such call a minute", "It's not more"), texts(markdown.replace("\\minute", "minute")));
    }

    @Test
    void aCellIsNamedByTheFirstOfItsRow() {
        assertEquals(
                List.of(
                        "Name | Type",
                        "Name | Text",
                        "colour | List<String>",
                        "colour | Red (or blue)",
                        "colour | Required"),
                texts("Name|Type|Text\n---|---|---\ncolour|List<String>|Red \\(or blue\\). **Required**"));
    }

    @Test
    void caseAndNumbersArePartOfASentence() {
        assertFalse(digest("At most 100 calls.").equals(digest("At most 10 calls.")));
        assertFalse(digest("An Id.").equals(digest("An ID.")));
    }

    @Test
    void renewingKeepsRowsAndTellsWhatIsNew() {
        String before = KnownPagesFile.renewed(
                        LocatedDocument.parse("x.yaml", PAGE.formatted("")),
                        SPECIFICATION,
                        List.of(DocumentationPage.parse("list.md", "# Title\n\nOne. Two. Three.\n")))
                .yaml()
                .replace("\", line: 3}", "\", line: 3, rows: [LST-001]}")
                .replace("\", line: 1}", "\", line: 1, reason: heading}");
        assertEquals(
                4,
                KnownPages.parse(LocatedDocument.parse("x.yaml", before), SPECIFICATION)
                        .pages()
                        .get(0)
                        .texts()
                        .size());
        KnownPagesFile.Renewed renewed = KnownPagesFile.renewed(
                LocatedDocument.parse("x.yaml", before),
                SPECIFICATION,
                List.of(DocumentationPage.parse("other-name.md", "# Title\n\nAnother one.\n\nOne. Three.\n")));
        assertTrue(renewed.yaml().contains("line: 5, rows: [LST-001]}"), renewed.yaml());
        assertTrue(renewed.yaml().contains("line: 1, reason: heading}"), renewed.yaml());
        assertFalse(renewed.yaml().contains("Another one"), "no text is kept");
        assertEquals(1, renewed.open().size());
        assertTrue(
                renewed.open().get(0).endsWith(" other-name.md:3 SENTENCE: Another one"),
                renewed.open().get(0));
    }

    private static List<String> texts(String markdown) {
        return DocumentationPage.parse("x.md", markdown).texts().stream()
                .map(TextUnit::text)
                .toList();
    }

    private static String digest(String markdown) {
        return DocumentationPage.parse("x.md", markdown).texts().get(0).digest();
    }

    private static String message(String yaml) {
        return String.valueOf(assertThrows(
                        InvalidDocumentException.class,
                        () -> KnownPages.parse(LocatedDocument.parse("x.yaml", yaml), SPECIFICATION))
                .getMessage());
    }
}
