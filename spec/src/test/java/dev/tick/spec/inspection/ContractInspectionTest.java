package dev.tick.spec.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every problem of a contract is told at once, with file, line, row and remedy; {@code mvn -pl spec} tells those of the kit's. */
class ContractInspectionTest {
    @Test
    void theNoteOfAPropertyThatHoldsItsOwnSchemaIsShort(@TempDir Path folder) throws IOException {
        OwnContract own = OwnContract.in(folder)
                .with(
                        folder.resolve("openapi.yaml"),
                        "holder: {type: string}",
                        "holder: {type: string}\n        before: {$ref: '#/components/schemas/NewBadge'}");
        List<RowlessPart> notes = own.inspected().rowless().stream()
                .filter(part -> part.sentence().contains("before"))
                .toList();
        assertEquals(2, notes.size(), notes::toString);
        for (RowlessPart note : notes) {
            assertEquals("/components/schemas/NewBadge/properties/before", note.pointer());
        }
    }

    @Test
    void aRowAboutClientsThatNothingDecidesIsTold(@TempDir Path folder) throws IOException {
        OwnContract own = OwnContract.in(folder);
        own.with(own.register(), "    schema: /paths/~1v1~1badges/post/requestBody/content\n", "");
        List<String> problems = own.problems();
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(
                problems.get(0)
                        .endsWith("BDG-039 needs a schema, a scenario in scenarios.yaml that decides it, or a reason"
                                + " under 'excluded'"),
                problems.get(0));
    }

    /** Nothing else can be told of such a document: each reader would walk in the circle. */
    @Test
    void tellsACircleOfReferencesOnce(@TempDir Path folder) throws IOException {
        OwnContract own = OwnContract.in(folder)
                .with(
                        folder.resolve("openapi.yaml"),
                        "holder: {type: string}",
                        "holder: {$ref: '#/components/schemas/LoopA'}")
                .with(folder.resolve("openapi.yaml"), "  schemas:\n", """
                          schemas:
                            LoopA: {$ref: '#/components/schemas/LoopB'}
                            LoopB: {$ref: '#/components/schemas/LoopA'}
                            Self: {$ref: '#/components/schemas/Self'}
                        """);
        List<String> problems = own.problems();
        assertEquals(2, problems.size(), problems::toString);
        assertTrue(
                problems.get(0)
                        .matches(
                                "openapi.yaml:[0-9]+: /components/schemas/LoopA/\\$ref: leads back to itself: /components/schemas/LoopA"
                                        + " -> /components/schemas/LoopB -> /components/schemas/LoopA; let one of them hold a value of its own"),
                problems.get(0));
        assertTrue(problems.get(1).contains("/components/schemas/Self -> /components/schemas/Self"), problems.get(1));
        InvalidDocumentException thrown = assertThrows(InvalidDocumentException.class, () -> Specification.at(folder));
        assertTrue(thrown.toString().contains("$ref: leads back to itself"), thrown.getMessage());
    }

    @TempDir
    private Path top = Path.of("");

    private OwnContract own = new OwnContract(Path.of(""));

    @BeforeEach
    void copied() throws IOException {
        own = OwnContract.in(top.resolve("badges"));
    }

    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#names")
    void theContractsOfTheKitHaveNoProblem(String name) {
        String folder = "src/main/resources/contracts/" + name;
        assertEquals(
                "",
                String.join(
                        "\n",
                        ContractInspection.of(folder).problems().stream()
                                .map(ContractProblem::toString)
                                .toList()));
        assertEquals(List.of(), ContractInspection.of(name).problems());
    }

    @Test
    void aSoundContractHasNoProblemAndCanBeUsed() {
        ContractInspection inspection = own.inspected();
        assertEquals(List.of(), inspection.problems());
        assertEquals("badges", inspection.name());
        assertEquals("badges", inspection.specification().orElseThrow().name());
    }

    @Test
    void slipsInBothFilesAreToldTogether() throws IOException {
        own.with(
                        own.contract(),
                        "required: [code, kind]\n      additionalProperties",
                        "requierd: [code]\n      additionalProperties")
                .with(own.contract(), "x-tick-expires: true", "x-tick-expires: 5")
                .with(own.contract(), "holder: Ada Example", "holder: 7")
                .with(
                        own.register(),
                        "check: {kind: answer, operation: issueBadge}",
                        "check: {kind: anser, operation: issueBadge}")
                .with(
                        own.register(),
                        "level: must\n    basis: documented\n    subject: client\n    statement: A client sends the kind",
                        "lvel: must\n    basis: document\n    subject: client\n    statement: A client sends the kind")
                .with(own.register(), "/Badge/properties/holder\n", "/Badge/properties/hodler\n");
        List<String> problems = own.problems();
        assertEquals(10, problems.size(), String.join("\n", problems));
        assertStarts(
                problems,
                "openapi.yaml:27: /paths/~1v1~1badges/post/requestBody/content/application~1json/examples/visitor"
                        + "/value/holder: the example 'visitor' breaks its own schema: expected type \"string\", got 7");
        assertStarts(
                problems,
                "openapi.yaml:75: /components/schemas/NewBadge/requierd: unknown keyword 'requierd' (did you mean 'required'?)");
        assertStarts(
                problems,
                "openapi.yaml:91: /components/schemas/Badge/properties/validUntil/x-tick-expires: expected true or false, got 5");
        assertStarts(
                problems, "requirements.yaml:21: BDG-002: check/kind: unknown kind 'anser' (did you mean 'answer'?)");
        assertStarts(
                problems,
                "requirements.yaml:44: BDG-005: schema: nothing is at '/components/schemas/Badge/properties/hodler'");
        assertStarts(
                problems,
                "requirements.yaml:84: BDG-010: schema: nothing is at '/components/schemas/NewBadge/required/0'");
        assertStarts(problems, "requirements.yaml:266: BDG-034: lvel: unknown key 'lvel' (did you mean 'level'?)");
        assertStarts(problems, "requirements.yaml:267: BDG-034: basis: expected one of [documented, ");
    }

    @Test
    void thatNoContractIsLeftIsToldAsOneProblem() throws IOException {
        own.with(own.contract(), "      operationId: listBadges\n", "");
        assertTrue(own.inspected().specification().isEmpty());
        assertStarts(own.problems(), "openapi.yaml:50: /paths/~1v1~1badges/get: the operation needs an operationId");
    }

    @Test
    void consequencesOfOneSlipAreToldOnce() throws IOException {
        own.with(own.contract(), "x-tick-effect: list", "x-tick-efect: list");
        List<String> problems = own.problems();
        assertEquals(2, problems.size(), String.join("\n", problems));
        assertStarts(
                problems,
                "openapi.yaml:52: /paths/~1v1~1badges/get/x-tick-efect: unknown key 'x-tick-efect' (did you mean");
        assertEquals(
                "requirements.yaml:213: BDG-026: check/operation: listBadges needs an x-tick-effect in the contract to be"
                        + " checked (and 5 more rows)",
                problems.get(1));
    }

    @Test
    void aPropertyAndAValueThatNoExampleSendsAreTold() throws IOException {
        own.with(own.contract(), "enum: [Visitor, Contractor]", "enum: [Visitor, Contractor, Press]")
                .with(own.contract(), "                  escorted: true\n", "");
        assertEquals(
                List.of(
                        "openapi.yaml:78: /components/schemas/NewBadge/properties/kind/enum/2: no request example of issueBadge"
                                + " has \"Press\" as 'kind', so that it is never sent; add it to one",
                        "openapi.yaml:80: /components/schemas/NewBadge/properties/escorted: no request example of issueBadge has"
                                + " 'escorted', so that it is never sent (rows: BDG-006, BDG-015); add it to one"),
                own.problems().stream()
                        .filter(line -> line.contains("never sent"))
                        .toList());
    }

    @Test
    void aRowWhoseDefectCannotBeMadeIsTold() throws IOException {
        own.with(
                own.register(),
                "properties/holder/type\n    check: {kind: request, expect: refused, operation: issueBadge",
                "properties/holder\n    check: {kind: request, expect: refused, operation: issueBadge");
        assertEquals(
                List.of("requirements.yaml:117: BDG-014: check: none of the kit's values breaks the constraint at"
                        + " /components/schemas/NewBadge/properties/holder alone, so the row would end as ERROR; name a value"
                        + " that breaks it, such as 'set: {holder: ...}'"),
                own.problems());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-tick-effect: create | description: no effect | /paths: no operation has 'x-tick-effect: create'",
                "/v1/badges: | /v1/badges/{code}: | the path of an operation with 'x-tick-effect: create' has no parameter",
                "issued: {type: string, format: date-time, x-tick-server-value: time} | issued: {type: string, x-tick-server-value: caller-kind}"
                        + " | a property with 'x-tick-server-value: caller-kind' shows what stands under 'examples'; give 2",
                "code: {type: string, x-tick-identity: true, x-tick-filterable: true} | code: {x-tick-identity: true, x-tick-filterable: true}"
                        + " | x-tick-filterable: expected a property of type string",
                "type: array | type: object | a list has one property with 'type: array'",
                "code: {type: string, x-tick-identity: true, pattern | cod: {type: string, x-tick-identity: true, pattern"
                        + " | the request of issueBadge has no property 'code', which is the identity of the entity; add it"
            })
    void whatStubAndChecksNeedIsTold(String right, String wrong, String problem) throws IOException {
        own.with(own.contract(), right, wrong);
        assertTrue(
                own.problems().stream().anyMatch(line -> line.contains(problem)),
                () -> String.join("\n", own.problems()));
    }

    @Test
    void partsWithoutARowAreNotesOutsideTheKitAndProblemsInIt(@TempDir Path kit) throws IOException {
        String property = "        badge: {type: string}\n";
        own.with(
                        own.contract(),
                        "        escorted: {type: boolean}\n",
                        "        escorted: {type: boolean}\n" + property)
                .with(
                        own.contract(),
                        "                  escorted: true\n",
                        "                  escorted: true\n                  badge: blue\n");
        assertEquals(List.of(), own.problems());
        List<String> notes =
                own.inspected().rowless().stream().map(RowlessPart::sentence).toList();
        assertTrue(
                notes.contains(
                        "property badge: no row of a client has a 'schema' at /components/schemas/NewBadge/properties/badge"),
                notes.toString());
        assertTrue(notes.contains(
                "status 400 of issueBadge: no row of a server has a 'schema' at /components/responses/BadRequest"));
        OwnContract ofKit = OwnContract.inKit(kit);
        Files.copy(own.contract(), ofKit.contract(), StandardCopyOption.REPLACE_EXISTING);
        assertTrue(
                ofKit.problems()
                        .contains(
                                "openapi.yaml:83: type: no row of a client has a 'schema' at"
                                        + " /components/schemas/NewBadge/properties/badge/type; add one ('tick contract new-row')"),
                () -> String.join("\n", ofKit.problems()));
    }

    @Test
    void aListedValueOfWhichNoRowSpeaksIsANote() throws IOException {
        own.with(
                own.register(),
                "/components/schemas/NewBadge/properties/kind/enum\n",
                "/components/schemas/NewBadge/required/1\n");
        List<String> notes = own.inspected().rowless().stream()
                .map(RowlessPart::sentence)
                .filter(note -> note.startsWith("value "))
                .toList();
        assertEquals(
                List.of(
                        "value Visitor: no row of a server has a 'schema' at /components/schemas/NewBadge/properties/kind/enum/0",
                        "value Contractor: no row of a server has a 'schema' at /components/schemas/NewBadge/properties/kind/enum/1"),
                notes);
    }

    @Test
    void theListOfTheKitsRowsIsComparedLineByLine(@TempDir Path kit) throws IOException {
        OwnContract ofKit = OwnContract.inKit(kit);
        ofKit.with(ofKit.golden(), "BDG-003 must\n", "").with(ofKit.golden(), "BDG-005 must\n", "BDG-005 may\n");
        List<String> problems = ofKit.problems().stream()
                .filter(line -> line.startsWith("badges.txt"))
                .toList();
        assertEquals(
                List.of(
                        "badges.txt: the row 'BDG-003 must' is not in the list; paste this line after 'BDG-002 must': BDG-003 must",
                        "badges.txt: the row 'BDG-005 must' is not in the list; paste this line after 'BDG-004 must': BDG-005 must",
                        "badges.txt: the line 'BDG-005 may' is of no row; put the row back, or remove the line if the row was"
                                + " meant to go"),
                problems);
    }

    @Test
    void namesOfPagesAreHeldAgainstTheOtherFiles() throws IOException {
        Files.writeString(
                own.folder().resolve("pages.yaml"),
                "contract: badges\npages:\n  - {source: gide, operation: issueBadges, texts: [{rows: [BDG-001, BDG-999]}]}\n");
        assertEquals(
                List.of(
                        "pages.yaml:3: /pages/0/source: no source 'gide' (did you mean 'guide'?)",
                        "pages.yaml:3: /pages/0/operation: no operation 'issueBadges' (did you mean 'issueBadge'?)",
                        "pages.yaml:3: /pages/0/texts/0/rows/1: no row 'BDG-999' (did you mean 'BDG-009'?)"),
                own.problems());
    }

    @Test
    void aFileThatIsNoYamlOrNotThereIsTold() throws IOException {
        Files.delete(own.register());
        assertStarts(own.problems(), "requirements.yaml: no such file");
        Files.writeString(own.register(), "contract: [\n");
        assertStarts(own.problems(), "requirements.yaml:2: not YAML: ");
        assertThrows(IllegalArgumentException.class, () -> ContractInspection.of(top.toString()));
    }

    private static void assertStarts(List<String> problems, String beginning) {
        assertTrue(
                problems.stream().anyMatch(line -> line.startsWith(beginning)),
                () -> beginning + "\nis none of\n" + String.join("\n", problems));
    }
}
