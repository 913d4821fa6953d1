package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.StatusServer.Answer;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.subject.TokenKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which contracts a target is held to where the settings leave it open. */
class ContractChoiceTest {
    private static final String TODAY = "/api/indicators";
    private static final String FIRST = "/api/tiindicators";

    @TempDir
    private Path directory;

    @Test
    void holdsTheStubToBothContractsTodaysFirst() {
        ContractChoice choice = choice(Map.of("target", "stub"));
        assertEquals(List.of("indicators", "tiindicators"), contracts(choice));
        assertEquals(
                directory.resolve("indicators"), choice.runs().get(0).settings().directory());
        assertEquals(
                directory.resolve("tiindicators"),
                choice.runs().get(1).settings().directory());
    }

    @Test
    void holdsTheStubToTheOneThatIsSet() {
        ContractChoice choice = choice(Map.of("target", "stub", "contract", "tiindicators"));
        assertEquals(List.of("tiindicators"), contracts(choice));
        assertEquals(directory, choice.runs().get(0).settings().directory());
    }

    @Test
    void takesTheContractsOfTheRequirementsThatAreNamed() {
        ContractChoice one = choice(Map.of("requirements", "SUB-001,SUB-007"));
        assertEquals(List.of("tiindicators"), contracts(one));
        assertEquals(directory, one.runs().get(0).settings().directory());
        ContractChoice both = choice(Map.of("requirements", "SUB-001,ISU-001"));
        assertEquals(List.of("indicators", "tiindicators"), contracts(both));
        assertEquals(
                Optional.of(Set.of("ISU-001")), both.runs().get(0).settings().requirements());
        assertEquals(
                "requirements: 'SUB-0O1' has no check in any contract (did you mean 'SUB-001'?); name others, or leave the"
                        + " setting out",
                assertThrows(InvalidSettingException.class, () -> choice(Map.of("requirements", "SUB-0O1")))
                        .getMessage());
    }

    @Test
    void takesTheContractOfTheBaseline() throws IOException {
        Path baseline = Files.writeString(
                directory.resolve("old.json"), "{\"contract\": \"contracts/tiindicators/openapi.yaml\"}");
        assertEquals(List.of("tiindicators"), contracts(choice(Map.of("baseline", baseline.toString()))));
    }

    @Test
    void takesTodaysWhereThereIsNoTarget() {
        assertEquals(List.of("indicators"), contracts(choice(Map.of("target", "none"))));
    }

    /** The nearer to a success, the surer; today's where nothing tells them apart. */
    @ParameterizedTest
    @CsvSource({
        "200, 404, indicators",
        "404, 201, tiindicators",
        "400, 404, indicators",
        "405, 429, tiindicators",
        "401, 404, indicators",
        "404, 403, tiindicators",
        "401, 201, tiindicators",
        "401, 401, indicators",
        "200, 201, indicators",
        "503, 201, tiindicators",
        "404, 429, tiindicators"
    })
    void asksAServerWhichContractItServes(int today, int first, String contract) throws IOException {
        try (StatusServer server = StatusServer.start(Map.of(TODAY, Answer.of(today), FIRST, Answer.of(first)))) {
            ContractChoice choice = choice(Map.of("target", server.baseUrl()));
            assertEquals(List.of(contract), contracts(choice));
            assertEquals(List.of(TODAY, FIRST), server.paths());
            assertEquals(Optional.empty(), choice.runs().get(0).hindrance());
            assertEquals(2, choice.runs().get(0).questions());
            String note = choice.notes().get(0);
            assertTrue(
                    note.startsWith("Contract: " + contract + " (POST /api/indicators -> " + today
                            + ", POST /api/tiindicators -> " + first + ")"),
                    note);
            assertEquals(today == first || (today == 200 && first == 201), note.contains("; for tiindicators"), note);
        }
    }

    @Test
    void asksNothingWhereTheContractIsSet() throws IOException {
        try (StatusServer server = StatusServer.start(Map.of())) {
            choice(Map.of("target", server.baseUrl(), "contract", "indicators"));
            assertEquals(List.of(), server.paths());
        }
    }

    /** To ask is to submit. */
    @Test
    void asksNothingWhereItMayOnlyRead() throws IOException {
        try (StatusServer server = StatusServer.start(Map.of())) {
            Map<String, String> properties = Map.of("target", server.baseUrl(), "read.only", "true");
            assertEquals(
                    "contract: not given, and a run that only reads cannot ask by a submit which one the target serves;"
                            + " name it, one of [indicators, tiindicators]",
                    assertThrows(InvalidSettingException.class, () -> choice(properties))
                            .getMessage());
            assertEquals(List.of(), server.paths());
        }
    }

    /** A kind of token that the file does not name comes from its variable. */
    @Test
    void keepsTheTokensOfTheEnvironmentBesideThoseOfTheFile() throws IOException {
        Path file = Files.writeString(directory.resolve("mine.yaml"), """
                base-url: http://127.0.0.1:9
                contract: indicators
                credentials:
                  sound:
                    token: MY_TOKEN
                """);
        ContractChoice choice = ContractChoice.of(
                Map.of("target", file.toString(), "tick.directory", directory.toString()),
                Map.of("MY_TOKEN", "first", TokenKind.EXPIRED.variable(), "expired"),
                Clock.systemUTC());
        assertEquals(
                Map.of(TokenKind.SOUND, "first", TokenKind.EXPIRED, "expired"),
                choice.runs().get(0).settings().remote().orElseThrow().tokens());
    }

    @Test
    void saysThatAServerServesNeither() throws IOException {
        try (StatusServer server = StatusServer.start(Map.of())) {
            ContractChoice choice = choice(Map.of("target", server.baseUrl()));
            assertEquals(
                    Optional.of("the target serves no contract at " + server.baseUrl()
                            + ": POST /api/indicators -> 404, POST /api/tiindicators -> 404; does the base URL need a path"
                            + " prefix?"),
                    choice.runs().get(0).hindrance());
        }
    }

    /** "Down" is not "not there": the run is held to the contract whose path did not tell, and names the cause. */
    @ParameterizedTest
    @CsvSource({
        "503, 404, indicators",
        "404, 502, tiindicators",
        "302, 404, indicators",
        "407, 404, indicators",
        "404, 426, tiindicators",
        "503, 503, indicators"
    })
    void leavesAPathThatDoesNotTellToTheRun(int today, int first, String contract) throws IOException {
        try (StatusServer server = StatusServer.start(Map.of(TODAY, Answer.of(today), FIRST, Answer.of(first)))) {
            ContractChoice choice = choice(Map.of("target", server.baseUrl()));
            assertEquals(List.of(contract), contracts(choice));
            assertEquals(Optional.empty(), choice.runs().get(0).hindrance());
            assertEquals(
                    List.of("Contract: " + contract + ", since nothing tells which one the target serves (POST"
                            + " /api/indicators -> " + today + ", POST /api/tiindicators -> " + first
                            + "); name the right one as the contract"),
                    choice.notes());
        }
    }

    @Test
    void leavesAServerThatIsDownToTheRun() throws IOException {
        String url;
        try (StatusServer server = StatusServer.start(Map.of())) {
            url = server.baseUrl();
        }
        ContractChoice choice = choice(Map.of("target", url));
        assertEquals(List.of("indicators"), contracts(choice));
        assertEquals(Optional.empty(), choice.runs().get(0).hindrance());
        String note = choice.notes().get(0);
        assertTrue(note.startsWith("Contract: indicators, since nothing tells which one the target serves ("), note);
        assertTrue(note.contains("POST /api/tiindicators -> "), note);
    }

    @Test
    void asksNothingBeforeEveryFileAndFolderIsRight() throws IOException {
        String slip = Files.writeString(directory.resolve("slip.yaml"), "- requirment: SUB-001")
                .toString();
        String file = Files.writeString(directory.resolve("file"), "").toString();
        Files.createDirectories(directory.resolve("taken/report.html"));
        try (StatusServer server = StatusServer.start(Map.of(TODAY, Answer.of(200)))) {
            for (Map<String, String> wrong : List.of(
                    Map.of("deviations", slip),
                    Map.of("deviations", "none.yaml"),
                    Map.of("tick.directory", file),
                    Map.of("tick.directory", directory.resolve("taken").toString()),
                    Map.of("baseline", directory.toString()),
                    Map.of("ca", slip))) {
                Map<String, String> settings = new HashMap<>(wrong);
                settings.put("target", server.baseUrl());
                assertThrows(InvalidSettingException.class, () -> choice(settings), wrong::toString);
                assertEquals(List.of(), server.paths(), wrong::toString);
            }
        }
    }

    private ContractChoice choice(Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>(settings);
        properties.putIfAbsent("tick.directory", directory.toString());
        return ContractChoice.of(properties, Map.of("TICK_TOKEN", "opaque"), Clock.systemUTC());
    }

    private static List<String> contracts(ContractChoice choice) {
        return choice.runs().stream().map(run -> run.settings().contract()).toList();
    }
}
