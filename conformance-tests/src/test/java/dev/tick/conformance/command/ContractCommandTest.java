package dev.tick.conformance.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.authority.TokenVariant;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of whoever maintains a contract, with the invented one of {@code examples/own-contract}. */
class ContractCommandTest {
    private static final Path OWN = Path.of("../examples/own-contract/badges");

    @TempDir
    private Path directory = Path.of("");

    private Path folder = Path.of("");
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @BeforeEach
    void copied() throws IOException {
        folder = Files.createDirectory(directory.resolve("badges"));
        for (String file : List.of("openapi.yaml", "requirements.yaml")) {
            Files.copy(OWN.resolve(file), folder.resolve(file));
        }
    }

    @Test
    void anOwnContractIsHonouredByItsStub() {
        assertEquals(
                0,
                tick(
                        "verify",
                        "--contract",
                        OWN.toString(),
                        "--output",
                        directory.resolve("out").toString()),
                errors());
        assertTrue(said().contains("Verdict: CONFORMANT"), said());
        assertTrue(Files.exists(directory.resolve("out/coverage.html")));
    }

    @Test
    void anOwnContractIsServedByTheStubThatIsStartedApart() {
        StubConfig config =
                StubConfig.builder(List.of(Specification.find(OWN.toString()))).build();
        try (StubServer stub = StubServer.start(config)) {
            assertEquals(
                    0,
                    tick(
                            Map.of("TICK_TOKEN", stub.token(stub.application(), TokenVariant.SOUND)),
                            "verify",
                            "--contract",
                            OWN.toString(),
                            "--target",
                            stub.baseUrl().toString(),
                            "--capabilities",
                            "submit,list",
                            "--output",
                            directory.resolve("out").toString()),
                    errors());
        }
        assertTrue(said().contains("Verdict: CONFORMANT AS FAR AS TESTED"), said());
    }

    @ParameterizedTest
    @CsvSource({"tiindicators", "indicators", "../examples/own-contract/badges"})
    void checkExitsWith0WhereThereIsNoProblem(String contract) {
        assertEquals(0, tick("contract", "check", contract), said());
        assertTrue(said().contains(": no problems, "), said());
    }

    @Test
    void checkTellsProblemsAndNotesAndExitsWith1() throws IOException {
        change("openapi.yaml", "                  holder: Ada Example\n", "");
        assertEquals(1, tick("contract", "check", folder.toString()));
        String file = folder.resolve("openapi.yaml").toString();
        List<String> lines = said().lines().toList();
        assertEquals(
                file
                        + ":79: /components/schemas/NewBadge/properties/holder: no request example of issueBadge has 'holder',"
                        + " so that it is never sent (rows: BDG-005, BDG-014); add it to one",
                lines.get(0));
        assertTrue(
                lines.contains("note: " + file + ":113: status 400 of issueBadge: no row of a server has a 'schema' at"
                        + " /components/responses/BadRequest"),
                said());
        assertTrue(lines.get(lines.size() - 1).startsWith("badges: 1 problem, 5 notes"), said());
    }

    /** What the files do not show is found by making every case and every fault. */
    @Test
    void checkTellsWhereNoCaseAndNoFaultCanBeMade() throws IOException {
        change(
                "requirements.yaml",
                "check: {kind: listed, operation: listBadges}",
                "check: {kind: not-listed-expired, operation: listBadges}");
        change("openapi.yaml", ", x-tick-expires: true", "");
        assertEquals(1, tick("contract", "check", folder.toString()));
        assertTrue(said().contains("requirements.yaml:206: BDG-026: no property has x-tick-expires"), said());
    }

    @Test
    void newRowWritesARowThatIsChecked() throws IOException {
        change("openapi.yaml", "holder: {type: string}", "holder: {type: string}\n        host: {type: string}");
        change(
                "openapi.yaml",
                "holder: {type: [string, \"null\"]}",
                "holder: {type: [string, \"null\"]}\n        host: {type: [string, \"null\"]}");
        change("openapi.yaml", "holder: Ada Example", "holder: Ada Example\n                  host: Bob Example");
        int code = tick(
                "contract",
                "new-row",
                folder.toString(),
                "--operation",
                "issueBadge",
                "--level",
                "must",
                "--basis",
                "documented",
                "--statement",
                "The badge carries the host that was sent.",
                "--schema",
                "/components/schemas/Badge/properties/host",
                "--check",
                "kind: echo");
        assertEquals(0, code, said() + errors());
        assertTrue(said().startsWith("BDG-040 written: " + folder.resolve("requirements.yaml") + ":"), said());
        assertEquals(
                0,
                tick(
                                "verify",
                                "--contract",
                                folder.toString(),
                                "--requirements",
                                "BDG-040,BDG-001",
                                "--explore",
                                "0",
                                "--output",
                                directory.resolve("out").toString())
                        % 3,
                said());
        assertTrue(said().contains("MUST   2 PASS"), said());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--level most --check kind:echo | --level: expected one of [must, should, may], got 'most' (did you mean 'must'?)",
                "--level must --prefix bdg | --prefix: expected three capitals, got 'bdg' (did you mean 'BDG'?)",
                "--level must --check [ | --check: expected keys such as 'kind: echo', got '['",
                "--level must --operation issueBadg --check kind:echo | --operation: no operation 'issueBadg' (did you mean 'issueBadge'?)",
                "--level must --check kind:~sucess | --check: unknown kind 'sucess' (did you mean 'success'?)",
                "--level must --check kind:~success --source guid | --source: ",
                "--level must --check kind:~success --schema /nowhere | --schema: ",
                "--level must --check kind:~success --statement One.^Two. | --statement: has a line break",
                "--level must | the new row: needs either a check or a reason under 'excluded'"
            })
    void newRowWritesNothingThatCannotBeUsed(String options, String message) throws IOException {
        String before = Files.readString(folder.resolve("requirements.yaml"));
        List<String> words = new ArrayList<>(List.of("contract", "new-row", folder.toString()));
        words.addAll(List.of("--basis", "documented"));
        words.addAll(options.contains("--statement") ? List.of() : List.of("--statement", "One."));
        words.addAll(options.contains("--operation") ? List.of() : List.of("--operation", "issueBadge"));
        Stream.of(options.split(" "))
                .map(word -> word.replace('~', ' ').replace('^', '\n'))
                .forEach(words::add);
        assertEquals(2, tick(words.toArray(String[]::new)), said());
        assertTrue(errors().contains(message), errors());
        assertEquals(before, Files.readString(folder.resolve("requirements.yaml")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contract chekc | (did you mean 'check'?)",
                "contract check | Missing required parameter: 'FOLDER'",
                "contract check badgers | contract: 'badgers' is unknown; use one of tiindicators, indicators, or the path of a folder",
                "contract new-row indicators --level must --basis open --statement x | 'indicators' comes with the kit"
            },
            quoteCharacter = '\u0000')
    void wrongUsageExitsWith2(String line, String message) {
        assertEquals(2, tick(line.split(" ")));
        assertTrue(errors().contains(message), errors());
    }

    @Test
    void verifyNamesTheSlipInAnOwnContract() throws IOException {
        change("requirements.yaml", "level: must\n", "lvel: must\n");
        assertEquals(2, tick("verify", "--contract", folder.toString(), "--output", directory.toString()));
        assertTrue(errors().startsWith("--contract: " + folder.resolve("requirements.yaml") + ":7: "), errors());
        assertTrue(errors().contains("'tick contract check " + folder + "' tells every problem"), errors());
    }

    private int tick(String... arguments) {
        return tick(Map.of(), arguments);
    }

    private int tick(Map<String, String> environment, String... arguments) {
        return new Tick(
                        environment,
                        Clock.systemUTC(),
                        new PrintStream(console, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8),
                        false)
                .run(arguments);
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(from), from);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    private String said() {
        return console.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }
}
