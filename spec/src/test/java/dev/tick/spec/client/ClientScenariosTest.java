package dev.tick.spec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.Key;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.document.Misspelling;
import dev.tick.spec.document.Problems;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClientScenariosTest {
    private static final Specification TODAY = Specification.load("indicators");

    /** One key in each line; the kind of the rule and its keys are put in. */
    private static final String FILE = """
            contract: indicators
            scenarios:
              - name: one
                about: One thing.
                steps: fine
                work:
                  - do: submit
                    examples: [url]
                decides:
                  - row: ICL-054
                    kind: %s
            """;

    @ParameterizedTest
    @MethodSource("dev.tick.spec.register.Specification#names")
    void everyRowAboutClientsIsDecidedOrExcluded(String name) {
        Specification specification = Specification.load(name);
        ClientScenarios scenarios = ClientScenarios.of(specification);
        assertTrue(scenarios.scenarios().size() > 20, name);
        long excluded = specification.register().of(Subject.CLIENT).stream()
                .filter(row -> row.excluded().isPresent())
                .count();
        assertEquals(
                specification.register().of(Subject.CLIENT).size() - excluded,
                scenarios.decidable().size());
    }

    @Test
    void aRowThatNothingDecidesStopsTheLoad() {
        String message = refusal(FILE.formatted("reported"));
        assertTrue(
                message.matches(
                        "contracts/indicators/requirements.yaml:\\d+: /requirements/\\d+: ICL-046 needs a schema,"
                                + " a scenario in s.yaml that decides it, or a reason under 'excluded'"),
                message);
    }

    @Test
    void readsTheWorkAndEachKindOfRule() {
        ClientScenario tour =
                ClientScenarios.of(TODAY).only(List.of("tour")).scenarios().get(0);
        assertEquals(
                new WorkOrder(WorkVerb.DELETE, List.of("ipv4Address"), Optional.empty()),
                tour.work().get(3));
        List<String> kinds = Stream.concat(
                        ClientScenarios.of(TODAY).scenarios().stream(),
                        ClientScenarios.of(Specification.load("tiindicators")).scenarios().stream())
                .flatMap(scenario -> scenario.rules().stream())
                .map(rule -> rule.getClass().getSimpleName())
                .distinct()
                .sorted()
                .toList();
        assertEquals(ClientRule.class.getPermittedSubclasses().length, kinds.size(), kinds::toString);
        assertEquals(RuleForm.ALL.size(), kinds.size());
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                        ClientScenarioReader.KEYS,
                        ClientScenarioReader.SCENARIO_KEYS,
                        ClientScenarioReader.WORK_KEYS,
                        RuleForm.COMMON)
                .flatMap(List::stream)
                .filter(key -> FILE.contains(key.name() + ":"))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aMisspeltKeyStopsTheLoadWithItsLineAndAGuess(Key key) {
        String text = FILE.formatted("reported").replace(key.name() + ":", Misspelling.of(key.name()) + ":");
        String message = refusal(text);
        assertTrue(message.startsWith("s.yaml:"), message);
        assertTrue(
                message.contains(
                        "unknown key '" + Misspelling.of(key.name()) + "' (did you mean '" + key.name() + "'?)"),
                message);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aKeyThatIsNeededIsMissed(Key key) {
        // A list without its key is no YAML any more.
        if (key.required() && !key.type().equals(FieldType.LIST)) {
            String text = FILE.formatted("reported")
                    .lines()
                    .map(line -> line.contains(key.name() + ":") ? line.replaceFirst("\\w+:.*", "none: x") : line)
                    .reduce("", (before, line) -> before + line + "\n");
            String message = refusal(text);
            assertTrue(message.contains("expected ") || message.contains("is missing"), message);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contract: indicators | contract: indicator | s.yaml:1: /contract: expected 'indicators', the contract of this folder, got 'indicator'",
                "name: one | name: One Word | s.yaml:3: /scenarios/0/name: expected one word of small letters, digits and hyphens, got \"One Word\"",
                "do: submit | do: sumbit | s.yaml:7: /scenarios/0/work/0/do: expected one of [submit, import, list, read, change, delete, batch-delete], got 'sumbit' (did you mean 'submit'?)",
                "do: submit | do: read | s.yaml:7: /scenarios/0/work/0/do: no operation of contracts/indicators/openapi.yaml does 'read'; its x-tick-effect would be read",
                "do: submit | do: list | s.yaml:8: /scenarios/0/work/0/examples: a list is made from no example; remove them",
                "[url] | [ulr] | s.yaml:8: /scenarios/0/work/0/examples: no request example 'ulr' (did you mean 'url'?); there are [fileSha256, fileSha1, fileMd5, certificateThumbprint, ipv4Address, ipv6Address, domainName, url, anyText]",
                "row: ICL-054 | row: ICL-999 | s.yaml:10: /scenarios/0/decides/0/row: no row about clients 'ICL-999' in contracts/indicators/requirements.yaml (did you mean 'ICL-009'?)",
                "row: ICL-054 | row: ICL-049 | s.yaml:10: /scenarios/0/decides/0/row: ICL-049 is excluded in contracts/indicators/requirements.yaml ('a wrong hour looks like any other'); remove 'excluded' there, since this decides it",
                "kind: reported | kind: reportet | s.yaml:11: /scenarios/0/decides/0/kind: unknown kind 'reportet' (did you mean 'reported'?); expected one of [histories, unrepeated, token-calls, waits, token-unrepeated, token-waits, renews, reported, results-reported, understood, token-stays, next-pages, token-free-urls]",
                "kind: reported | kind: results-reported | s.yaml:11: /scenarios/0/decides/0/kind: the scenario has no work 'import', whose results this is about; add it, or remove this",
                "kind: reported | kind: token-calls | s.yaml:10: /scenarios/0/decides/0: the key 'most' is missing; add it",
                "kind: reported | kind: token-waits | s.yaml:10: /scenarios/0/decides/0: the key 'status' is missing; add it",
                "kind: reported | 'kind: token-unrepeated\n        status: 200' | s.yaml:12: /scenarios/0/decides/0/status: expected a number from 400 to 599, got 200",
                "kind: reported | 'kind: unrepeated\n        status: 403\n        of: delete' | s.yaml:13: /scenarios/0/decides/0/of: the scenario has no work 'delete'; add it, or remove this"
            })
    void namesTheLineOfWhatCannotBeUsed(String right, String wrong, String message) {
        assertEquals(message, refusal(FILE.formatted("reported").replace(right, wrong)));
    }

    @Test
    void aPatternThatCannotBeReadIsNamedWithItsLine() {
        assertEquals(
                "s.yaml:12: /scenarios/0/decides/0/allowed: in '503 never', 'never' is no token; expected statuses such as"
                        + " 503 or 2xx, or lost, with ? * + | ( ) between blanks",
                refusal(FILE.formatted("histories\n        allowed: 503 never")));
    }

    @Test
    void aRowIsDecidedOnceByAScenario() {
        assertEquals(
                "s.yaml:12: /scenarios/0/decides/1/row: ICL-054 is decided by a rule above; remove one of the two",
                refusal(FILE.formatted("reported\n      - {row: ICL-054, kind: waits, status: 429}")));
    }

    @Test
    void aNameIsTakenOnce() {
        String file = FILE.formatted("reported");
        assertEquals(
                "s.yaml:12: /scenarios/1/name: the name 'one' is taken by a scenario above",
                refusal(file + file.substring(file.indexOf("  - name"))));
    }

    @Test
    void aScenarioThatIsAskedForMustExist() {
        ClientScenarios all = ClientScenarios.of(TODAY);
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> all.only(List.of("tuor")))
                .getMessage());
        assertTrue(
                message.startsWith(
                        "'tuor' is no scenario of contracts/indicators/scenarios.yaml (did you mean 'tour'?); there are [tour, "),
                message);
    }

    private static String refusal(String yaml) {
        return String.valueOf(assertThrows(
                        InvalidDocumentException.class,
                        () -> ClientScenarios.read(LocatedDocument.parse("s.yaml", yaml), TODAY, Problems.thrown()),
                        yaml)
                .getMessage());
    }

    /** A register alone does not know the scenarios; it still refuses a row that says both. */
    @Test
    void aRowWithASchemaIsNotExcluded() {
        String message = String.valueOf(
                assertThrows(InvalidDocumentException.class, () -> Register.parse("r.yaml", """
                                contract: indicators
                                edition: "1"
                                sources:
                                  page: {page: p, edition: "1", dated: "2026-11", read: "2026-01-01"}
                                requirements:
                                  - id: ABC-001
                                    level: must
                                    basis: documented
                                    subject: client
                                    statement: s
                                    source: {of: page, section: Response}
                                    schema: /components/schemas/IndicatorSubmission
                                    excluded: why
                                """, TODAY.contract()))
                        .getMessage());
        assertEquals(
                "r.yaml:13: /requirements/0/excluded: ABC-001 has a schema, at which it is seen; remove one of the two",
                message);
    }
}
