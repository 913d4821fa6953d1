package dev.tick.conformance.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.HarText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tick judge} from its command line, with clients that are processes. */
class JudgeCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int tick(String... options) {
        String[] all = Stream.concat(Stream.of("judge", "--output", folder.toString()), Stream.of(options))
                .toArray(String[]::new);
        return run(all);
    }

    private int run(String... arguments) {
        return new Tick(Map.of(), Clock.systemUTC(), stream(out), stream(err), false).run(arguments);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String practice() {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -XX:TieredStopAtLevel=1 -cp '"
                + System.getProperty("java.class.path") + "' dev.tick.conformance.PracticeMain";
    }

    @Test
    void judgesAProcessAndTellsItToPrograms() {
        int code = tick(
                "--target-command",
                practice(),
                "--scenarios",
                "submit-400, submit-503",
                "--deadline",
                "60",
                "--output",
                "json");
        JsonNode run = JsonMapper.shared().readTree(text(out)).path("runs").path(0);
        assertEquals("java", run.path("target").asString(), () -> text(out) + text(err));
        // Two of many scenarios: nothing is wrong, and nothing is proven.
        assertEquals("INCONCLUSIVE", run.path("verdict").asString());
        assertEquals(3, run.path("requests").asInt());
        assertEquals(0, run.path("counts").path("SHOULD").path("WARN").asInt());
        assertTrue(run.path("counts").path("SHOULD").path("PASS").asInt() >= 2, () -> text(out));
        assertEquals(3, code);
    }

    @Test
    void judgesALongLivedProcess() {
        int code = tick(
                "--target-command",
                practice().replace("PracticeMain", "PracticePool"),
                "--long-lived",
                "--parallel",
                "3",
                "--scenarios",
                "pages,submit-400,submit-503,submit-403",
                "--deadline",
                "60",
                "--output",
                "json");
        JsonNode run = JsonMapper.shared().readTree(text(out)).path("runs").path(0);
        assertEquals(
                List.of("ICL-054", "ICL-060"),
                rows("PASS").stream().filter(row -> row.matches("ICL-0(54|60)")).toList());
        assertEquals(List.of(), rows("FAIL"));
        assertEquals(List.of(), rows("WARN"));
        assertEquals(List.of(), rows("ERROR"));
        assertEquals("INCONCLUSIVE", run.path("verdict").asString(), () -> text(out) + text(err));
        assertEquals(3, code);
    }

    /** Returns the ids of the rows with a result. */
    private List<String> rows(String result) {
        return JsonMapper.shared()
                .readTree(folder.resolve("results.json"))
                .path("requirements")
                .valueStream()
                .filter(row -> row.path("result").asString().equals(result))
                .map(row -> row.path("id").asString())
                .toList();
    }

    /** Its calls may be as they should, but nobody knows that it was done. */
    @Test
    void aLongLivedClientThatEndsInTheMiddleIsInconclusive() throws IOException {
        assertEquals(
                3,
                tick(
                        "--target-command",
                        "sh -c 'read -r line; echo bye >&2; exit 0'",
                        "--long-lived",
                        "--scenarios",
                        "submit-400,list-400"));
        assertEquals(List.of(), rows("PASS"));
        String told = text(out);
        assertTrue(told.contains("the client ended with code 0 before it answered; it printed: bye"), told);
        String page = Files.readString(folder.resolve("report.html"));
        assertTrue(page.contains(" --long-lived --scenarios submit-400"), page);
    }

    @Test
    void aClientThatDoesNothingIsInconclusive() {
        assertEquals(3, tick("--target-command", "sh -c 'echo no idea; exit 7'", "--scenarios", "tour"));
        String told = text(out);
        assertTrue(told.startsWith("Verdict: INCONCLUSIVE (client sh, indicators)\n"), told);
        assertTrue(told.contains("it ended with code 7; it printed: no idea"), told);
    }

    @Test
    void wrongUsageNamesTheOption() {
        assertEquals(2, tick());
        assertEquals(
                "expected one of --target-command COMMAND, --har FILE, --observe and --proxy URL, got none; 'tick judge --help' tells of"
                        + " each\n",
                text(err));
        err.reset();
        assertEquals(2, tick("--target-command", "x", "--deadline", "0"));
        assertEquals("--deadline: expected a whole number from 1 to 3600, got '0'\n", text(err));
        err.reset();
        assertEquals(2, tick("--target-command", "x", "--parallel", "many"));
        assertEquals("--parallel: expected a whole number from 1 to 32, got 'many'\n", text(err));
        err.reset();
        assertEquals(2, tick("--target-command", "x", "--scenarios", "tuor"));
        assertTrue(text(err).startsWith("--scenarios: 'tuor' is no scenario of "), () -> text(err));
        err.reset();
        assertEquals(2, tick("--target-command", "/no/such/client", "--scenarios", "tour"));
        assertEquals("--target-command: there is no file '/no/such/client'; is its path right?\n", text(err));
        err.reset();
        assertEquals(2, tick("--target-command", "sh", "--scenarios", "tour,"));
        assertEquals("--scenarios: expected names between commas, got 'tour,'\n", text(err));
        err.reset();
        assertEquals(2, tick("--target-command", "sh", "--scenarios", "tour, pages,tour"));
        assertEquals("--scenarios: 'tour' is named twice; name it once\n", text(err));
    }

    @Test
    void aFileForTheResultsAndAContractWithoutScenariosAreToldAsSuch() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertEquals(2, run("judge", "--target-command", "sh", "--output", file.toString()));
        assertEquals("--output: '" + file + "' is a file; name a folder that can be written to\n", text(err));
        err.reset();
        assertEquals(2, tick("--target-command", "sh", "--contract", "../examples/own-contract/badges"));
        assertTrue(
                text(err).startsWith("--contract: there are no scenarios in ")
                        && text(err).contains("judge by a contract of the kit"),
                () -> text(err));
    }

    private String har(String name, HarText har) throws IOException {
        return Files.writeString(folder.resolve(name), har.json()).toString();
    }

    private static HarText submit(String action) {
        return new HarText()
                .post(
                        "/api/indicators",
                        "{'indicatorValue':'192.0.2.10','indicatorType':'IpAddress','action':'ACTION','title':'t','description':'d'}"
                                .replace('\'', '"')
                                .replace("ACTION", action),
                        200);
    }

    @Test
    void aRecordingHasTheExitCodesOfARun() throws IOException {
        assertEquals(0, tick("--har", har("right.har", submit("Block"))), () -> text(out) + text(err));
        assertTrue(
                text(out).startsWith("Verdict: CONFORMANT AS FAR AS TESTED (client right.har, indicators)\n"),
                () -> text(out));
        out.reset();
        assertEquals(1, tick("--har", har("right.har", submit("Block")), "--strict"), () -> text(out) + text(err));
        out.reset();
        assertEquals(1, tick("--har", har("wrong.har", submit("Deny"))), () -> text(out) + text(err));
        assertTrue(text(out).contains("  FAIL ICL-008 POST /api/indicators -> 200: /action: "), () -> text(out));
        out.reset();
        assertEquals(3, tick("--har", har("none.har", new HarText().get("/elsewhere", 200, ""))));
        assertTrue(
                text(out)
                        .startsWith(
                                "Verdict: INCONCLUSIVE (client none.har, indicators)\n  none of the 1 entries of none.har is"
                                        + " a call of this contract, whose paths are /api/indicators, "),
                () -> text(out));
        assertEquals("", text(err));
    }

    @Test
    void aRecordingIsToldToPrograms() throws IOException {
        assertEquals(0, tick("--har", har("right.har", submit("Block")), "--output", "json"));
        JsonNode run = JsonMapper.shared().readTree(text(out)).path("runs").path(0);
        assertEquals("right.har", run.path("target").asString());
        assertEquals("CONFORMANT AS FAR AS TESTED", run.path("verdict").asString());
        assertEquals(1, run.path("requests").asInt());
    }

    @Test
    void aRecordingIsJudgedByTheContractThatIsNamed() throws IOException {
        String file = har("right.har", submit("Block"));
        assertEquals(3, tick("--har", file, "--contract", "tiindicators"));
        assertTrue(text(out).contains("whose paths are /api/tiindicators, "), () -> text(out));
    }

    private void refused(String message, String... options) {
        err.reset();
        assertEquals(2, tick(options));
        assertEquals(message + "\n", text(err));
    }

    @Test
    void wrongUsageOfTrafficNamesTheOption() throws IOException {
        String each = "; 'tick judge --help' tells of each";
        refused(
                "expected one of --target-command COMMAND, --har FILE, --observe and --proxy URL, got --har and --observe"
                        + each,
                "--har",
                "x",
                "--observe");
        refused(
                "expected one of --target-command COMMAND, --har FILE, --observe and --proxy URL, got --target-command and --har"
                        + each,
                "--har",
                "x",
                "--target-command",
                "y");
        refused(
                "--port: means nothing with --har; leave it out, it goes with --observe and --proxy",
                "--har",
                "x",
                "--port",
                "0");
        refused(
                "--for: means nothing with --target-command; leave it out, it goes with --observe and --proxy",
                "--target-command",
                "x",
                "--for",
                "1");
        refused(
                "--scenarios: means nothing with --observe; leave it out, it goes with --target-command",
                "--observe",
                "--scenarios",
                "tour");
        refused(
                "--long-lived: means nothing with --har; leave it out, it goes with --target-command",
                "--har",
                "x",
                "--long-lived");
        refused("--port: expected a whole number from 0 to 65535, got '65536'", "--observe", "--port", "65536");
        refused("--for: expected a whole number from 1 to 604800, got 'ever'", "--observe", "--for", "ever");
        refused(
                "--output: json means nothing with --observe, which tells people how to reach its stub; leave it out, and read"
                        + " results.json in the folder",
                "--observe",
                "--output",
                "json");
        refused(
                "--output: json means nothing with --proxy, which tells people how to reach it; leave it out, and read"
                        + " results.json in the folder",
                "--proxy",
                "http://service.example",
                "--output",
                "json");
        refused("--safe: means nothing with --observe; leave it out, it goes with --proxy", "--observe", "--safe");
        refused("--ca: means nothing with --har; leave it out, it goes with --proxy", "--har", "x", "--ca", "y");
        refused(
                "expected one of --target-command COMMAND, --har FILE, --observe and --proxy URL, got --observe and --proxy"
                        + each,
                "--observe",
                "--proxy",
                "http://service.example");
        Path none = folder.resolve("none.har");
        refused(
                "--har: there is no file '" + none + "' (looked for " + none + "); correct the path",
                "--har",
                none.toString());
        refused(
                "--har: '" + none
                        + "' is no HAR: it has no list log.entries; export the recording as HAR 1.2, as browsers"
                        + " ('Save all as HAR') and proxies do",
                "--har",
                Files.writeString(none, "{}").toString());
    }

    @Test
    void aStubThatNobodyCallsEndsByItselfAndIsInconclusive() {
        assertEquals(3, tick("--observe", "--port", "0", "--for", "1"), () -> text(out) + text(err));
        String told = text(out);
        assertTrue(told.startsWith("Base URL:       http://127.0.0.1:"), told);
        assertTrue(told.contains("\nClient secret:  "), told);
        assertTrue(told.contains("Ends after 1 seconds, or with Ctrl-C.\n"), told);
        assertTrue(
                told.contains("Verdict: INCONCLUSIVE (client observed, indicators)\n  no call of the service came; "),
                told);
    }

    @ParameterizedTest
    @CsvSource({
        "service.example, service.example",
        "ftp://service.example, ftp://service.example",
        "https://service.example/api?a=secret, https://service.example/api?…",
        "https://service.example/api#secret, https://service.example/api?…",
        "https://user:secret@service.example, https://…@service.example",
        "'', ''"
    })
    void theServiceOfAProxyIsAUrlWithoutSecrets(String url, String shown) {
        refused(
                "--proxy: '" + shown
                        + "' is no http or https URL of a service, without user, password, query and fragment;"
                        + " write, say, https://host.example",
                "--proxy",
                url);
    }

    @Test
    void aProxyThatNobodyCallsEndsByItselfAndIsInconclusive() {
        assertEquals(
                3, tick("--proxy", "https://service.example/", "--port", "0", "--for", "1", "--safe"), () -> text(err));
        String told = text(out);
        assertTrue(told.startsWith("Base URL: http://127.0.0.1:"), told);
        assertTrue(
                told.contains(
                        ", in place of https://service.example; what changes names that are not reserved stays here\n"),
                told);
        assertTrue(told.contains("\nservice: none of 0 answers differ from the contract\n"), told);
        assertTrue(
                told.contains("Verdict: INCONCLUSIVE (client proxied, indicators)\n  no call of the service came; "),
                told);
    }

    @Test
    void theCertificateOfAServiceBehindAProxyIsReadBeforeAnythingStarts() throws IOException {
        Path none = Files.writeString(folder.resolve("none.pem"), "none");
        assertEquals(2, tick("--proxy", "https://service.example", "--port", "0", "--ca", none.toString()));
        assertTrue(text(err).startsWith("--ca: '" + none + "' holds no "), () -> text(err));
    }

    @Test
    void aPortThatIsTakenIsAWrongSetting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            refused(
                    "--port: cannot listen on 127.0.0.1:" + port + "; is it taken? Choose another, or 0 for a free one",
                    "--observe",
                    "--port",
                    port);
            refused(
                    "--port: cannot listen on 127.0.0.1:" + port + "; is it taken? Choose another, or 0 for a free one",
                    "--proxy",
                    "https://service.example",
                    "--port",
                    port);
        }
    }
}
