package dev.tick.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.drift.Drift;
import dev.tick.spec.drift.KnownDefect;
import dev.tick.spec.drift.Nature;
import dev.tick.spec.drift.PageCheck;
import dev.tick.spec.drift.PageJudgement;
import dev.tick.spec.page.DocumentationPage;
import dev.tick.spec.register.Edition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change that is seeded into a page of our own words is told, exactly, and nothing else. */
class DriftTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);
    private static final PageCheck CHECK = new PageCheck(Edition.load("tiindicators"), CLOCK);
    private static final PageCheck TODAY = new PageCheck(Edition.load("indicators"), CLOCK);

    private record Seeded(String name, String from, String to, List<String> drifts) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Seeded seeded(String name, String from, String to, String... drifts) {
        return new Seeded(name, from, to, List.of(drifts));
    }

    static Stream<Seeded> facts() {
        return Stream.of(
                seeded(
                        "a new value of an enumeration",
                        "\"Medium\" and \"High\"",
                        "\"Medium\", \"High\" and \"Critical\"",
                        "submit.md:52: property severity, value Critical: page: listed, contract: not listed"),
                seeded(
                        "a value of an enumeration less",
                        "\"Alert\", \"AlertAndBlock\", and \"Allowed\"",
                        "\"Alert\" and \"AlertAndBlock\"",
                        "submit.md:51: property action, value Allowed: page: not listed, contract: listed"),
                seeded(
                        "a value of an enumeration in another case",
                        "\"IpAddress\"",
                        "\"IPAddress\"",
                        "submit.md:48: property indicatorType, value IPAddress: page: listed, contract: not listed",
                        "submit.md:48: property indicatorType, value IpAddress: page: not listed, contract: listed"),
                seeded(
                        "an enumeration without its list",
                        "possible values are: \"Informational\", \"Low\", \"Medium\" and \"High\".",
                        "",
                        "submit.md:52: property severity, values: page: none, contract: Informational, Low, Medium, High"),
                seeded(
                        "a property that is required no longer",
                        "and \"Allowed\". **Required**",
                        "and \"Allowed\". **Optional**",
                        "submit.md:51: property action, required: page: no, contract: yes"),
                seeded(
                        "a property that is required now",
                        "A name for people.",
                        "A name for people. **Required**.",
                        "submit.md:49: property title, required: page: yes, contract: no"),
                seeded(
                        "a new property",
                        "description | String | More about it.\n",
                        "description | String | More about it.\napplication | String | What found it.\n",
                        "submit.md:54: property application: page: listed, contract: not listed"),
                seeded(
                        "a new property that is required",
                        "description | String | More about it.\n",
                        "description | String | More about it.\napplication | String | What found it. **Required**\n",
                        "submit.md:54: property application: page: listed, contract: not listed",
                        "submit.md:54: property application, required: page: yes, contract: no"),
                seeded(
                        "a property less",
                        "recommendedActions | String | What to do then.\n",
                        "",
                        "submit.md:42: property recommendedActions: page: not listed, contract: listed"),
                seeded(
                        "a property of another name",
                        "indicator | String",
                        "indicatorValue | String",
                        "submit.md:47: property indicatorValue: page: listed, contract: not listed",
                        "submit.md:47: property indicatorValue, required: page: yes, contract: no",
                        "submit.md:42: property indicator: page: not listed, contract: listed"),
                seeded(
                        "a property of another type",
                        "expirationTime | DateTimeOffset",
                        "expirationTime | String",
                        "submit.md:50: property expirationTime, type: page: String, contract: DateTimeOffset"),
                seeded(
                        "a property of a type that nobody knows",
                        "title | String",
                        "title | Caption",
                        "submit.md:49: property title, type: page: Caption, contract: String"),
                seeded(
                        "another status",
                        "with 201 - Created",
                        "with 200 - OK",
                        "submit.md:58: status 200: page: listed, contract: not listed",
                        "submit.md:57: status 201: page: not listed, contract: listed"),
                seeded(
                        "one more status",
                        "in the body.\n",
                        "in the body.\n\nToo much at once is answered with 413 Content Too Large.\n",
                        "submit.md:60: status 413: page: listed, contract: not listed"),
                seeded(
                        "a text about the response that names no status",
                        "with 201 - Created",
                        "as created",
                        "submit.md:57: section Response: page: nothing that can be read, contract: 201"));
    }

    static Stream<Seeded> frame() {
        return Stream.of(
                seeded(
                        "a permission of another name",
                        "Ti_ReadWrite |",
                        "Ti.ReadWrite |",
                        "submit.md:19: permission Ti_ReadWrite: page: not listed, contract: listed",
                        "submit.md:1: permission Ti.ReadWrite: page: no known defect any more,"
                                + " contract: one that TOK-024 tells of"),
                seeded(
                        "a permission for signed-in users",
                        "'To read and write them'\n",
                        "'To read and write them'\nDelegated (work or school account) | Ti.ReadWrite | 'Them'\n",
                        "submit.md:25: delegated permission Ti.ReadWrite: page: listed, contract: not listed"),
                seeded(
                        "one more permission",
                        "'To read and write them'\n",
                        "'To read and write them'\nApplication | Ti.ReadWrite.All | 'All'\n",
                        "submit.md:25: permission Ti.ReadWrite.All: page: listed, contract: not listed"),
                seeded("another method", "POST https", "PUT https", "submit.md:29: method: page: PUT, contract: POST"),
                seeded(
                        "a method in small letters",
                        "POST https",
                        "Post https",
                        "submit.md:29: method: page: Post, contract: POST"),
                seeded(
                        "another path",
                        "/api/tiindicators",
                        "/api/indicators",
                        "submit.md:29: path: page: /api/indicators, contract: /api/tiindicators"),
                seeded(
                        "another host",
                        "https://api.securitycenter.windows.com",
                        "https://api.security.microsoft.com",
                        "submit.md:29: host: page: https://api.security.microsoft.com, contract:"
                                + " https://api.securitycenter.windows.com https://api-us.securitycenter.windows.com"
                                + " https://api-eu.securitycenter.windows.com https://api-uk.securitycenter.windows.com"),
                seeded(
                        "a header that is required no longer",
                        "application/json. **Required**.",
                        "application/json.",
                        "submit.md:40: header Content-Type, required: page: no, contract: yes"),
                seeded(
                        "a header less",
                        "Content-Type | string | application/json. **Required**.\n",
                        "",
                        "submit.md:35: header Content-Type: page: not listed, contract: listed"),
                seeded(
                        "one more header",
                        "application/json. **Required**.\n",
                        "application/json. **Required**.\nIf-Match | String | The version. **Required**.\n",
                        "submit.md:41: header If-Match: page: listed, contract: not listed"),
                seeded(
                        "another content type",
                        "| application/json.",
                        "| application/merge-patch+json.",
                        "submit.md:40: header Content-Type, value: page: application/merge-patch+json,"
                                + " contract: application/json"),
                seeded(
                        "another scheme of tokens",
                        "Bearer {token}",
                        "Digest {token}",
                        "submit.md:39: header Authorization, value: page: Digest {token}. Required ., contract: Bearer"));
    }

    static Stream<Seeded> examples() {
        return Stream.of(
                seeded(
                        "a property of another name in the request",
                        "\t\"action\"",
                        "\t\"reaction\"",
                        "submit.md:70: example request body: page: nothing, contract: a property 'action'",
                        "submit.md:70: example request body: page: one, contract: no property 'reaction'"),
                seeded(
                        "another value in the request",
                        "\t\"severity\": \"Low\"",
                        "\t\"severity\": \"Lowest\"",
                        "submit.md:76: example request /severity: page: \"Lowest\", contract: one of"
                                + " [\"Informational\",\"Low\",\"Medium\",\"High\"] or type \"null\""),
                seeded(
                        "another status of the answer",
                        "HTTP/1.1 201 Created",
                        "HTTP/1.1 200 OK",
                        "submit.md:87: example answer, status: page: 200, contract: 201"),
                seeded(
                        "another content type of the answer",
                        "201 Created\nContent-type: application/json",
                        "201 Created\nContent-type: application/xml",
                        "submit.md:87: example answer, header Content-Type: page: application/xml, contract: application/json"),
                seeded(
                        "a new property in the answer",
                        "    \"createdBy\"",
                        "    \"source\": \"x\",\n    \"createdBy\"",
                        "submit.md:95: example answer /source: page: listed, contract: not listed"),
                seeded(
                        "a property less in the answer",
                        "    \"createdBy\": \"00000000-0000-4000-8000-000000000001\",\n",
                        "",
                        "submit.md:89: example answer /createdBy: page: not listed, contract: listed"),
                seeded(
                        "an answer that is no JSON",
                        "    \"title\": \"a sample\"",
                        "    \"title\": sample",
                        "submit.md:87: example answer, body: page: no JSON: Unrecognized token 'sample':"
                                + " was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false'), contract: JSON"),
                seeded(
                        "an example of another operation",
                        "POST https://api.securitycenter.windows.com/api/tiindicators\nContent",
                        "GET https://api.securitycenter.windows.com/api/tiindicators\nContent",
                        "submit.md:68: example request, line: page: GET"
                                + " https://api.securitycenter.windows.com/api/tiindicators,"
                                + " contract: POST /api/tiindicators"),
                seeded(
                        "an expiration to come",
                        "\t\"expirationTime\": \"2021-",
                        "\t\"expirationTime\": \"2031-",
                        "submit.md:1: example request /expirationTime: page: no known defect any more,"
                                + " contract: one that DEF-004 tells of"),
                seeded(
                        "the metadata of yet another collection",
                        "#MachineActions/",
                        "#Alerts/",
                        "submit.md:90: example answer /@odata.context: page:"
                                + " https://api.securitycenter.windows.com/api/$metadata#Alerts/$entity, contract:"
                                + " https://api.securitycenter.windows.com/api/$metadata#TiIndicators/$entity",
                        "submit.md:1: example answer /@odata.context: page: no known defect any more,"
                                + " contract: one that DEF-001 tells of"));
    }

    static Stream<Seeded> parts() {
        return Stream.of(
                seeded(
                        "no section of permissions",
                        "## Permissions",
                        "## Rights",
                        "submit.md:1: section Permissions: page: no such section, contract: Ti.ReadWrite, Ti_ReadWrite"),
                seeded(
                        "no section of the request",
                        "## HTTP request",
                        "## Call",
                        "submit.md:1: section HTTP request: page: no such section, contract: POST /api/tiindicators"),
                seeded(
                        "no request line",
                        "```\nPOST https://api.securitycenter.windows.com/api/tiindicators\n```",
                        "See below.",
                        "submit.md:27: section HTTP request: page: nothing that can be read,"
                                + " contract: POST /api/tiindicators"),
                seeded(
                        "no section of headers",
                        "## Request headers",
                        "## Headers to send",
                        "submit.md:1: section Request headers: page: no such section,"
                                + " contract: Authorization, Content-Type"),
                seeded(
                        "no table of properties",
                        "Parameter |\tType\t| Description\n:---|:---|:---\n",
                        "",
                        "submit.md:42: section Request body: page: nothing that can be read, contract: indicator,"
                                + " indicatorType, title, expirationTime, action, severity, description,"
                                + " recommendedActions"),
                seeded(
                        "no section of the response",
                        "## Response",
                        "## What comes back",
                        "submit.md:1: section Response: page: no such section, contract: 201"),
                seeded(
                        "no example",
                        "## Example",
                        "## Sample",
                        "submit.md:1: section Example: page: no such section, contract: POST /api/tiindicators"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"facts", "frame", "examples", "parts"})
    void tellsWhatChanged(Seeded change) {
        String page = page("submit.md");
        assertTrue(page.contains(change.from()), "nothing to change: " + change.from());
        String changed = page.replaceFirst(Pattern.quote(change.from()), Matcher.quoteReplacement(change.to()));
        assertEquals(
                String.join("\n", change.drifts()),
                String.join(
                        "\n",
                        drifts(CHECK, "submit.md", changed).stream()
                                .map(Drift::sentence)
                                .toList()));
    }

    @Test
    void findsNothingButKnownDefectsOnThePageAsItIs() {
        PageJudgement.Compared judged = compared(CHECK, "submit.md", page("submit.md"));
        assertEquals(
                List.of("submitIndicator"),
                judged.operations().stream().map(Operation::id).toList());
        assertEquals(List.of(), judged.drifts());
        assertEquals(
                List.of(
                        "TOK-024 permission Ti.ReadWrite 19",
                        "DEF-005 example request, header Authorization 68",
                        "DEF-004 example request /expirationTime 74",
                        "DEF-001 example answer /@odata.context 90"),
                known(judged));
    }

    @Test
    void findsNothingButKnownDefectsOnPagesOfTodaysForm() {
        assertEquals(
                List.of(
                        "IDF-002 property rbacGroupNames, type 48",
                        "IDF-003 property generateAlert, type 50",
                        "IDF-006 example request /expirationTime 71"),
                known(sound(TODAY, "today/submit.md")));
        assertEquals(List.of("IDF-007 method 13"), known(sound(TODAY, "today/delete.md")));
    }

    private static PageJudgement.Compared sound(PageCheck check, String file) {
        PageJudgement.Compared judged = compared(check, file, page(file));
        assertEquals(List.of(), judged.drifts());
        return judged;
    }

    @Test
    void tellsWhereTheContractSaysItAndWhatToDo() {
        Drift drift = drifts(CHECK, "submit.md", page("submit.md").replace("\"High\"", "\"Grave\""))
                .get(0);
        assertEquals(Nature.ADDED, drift.nature());
        assertEquals("/components/schemas/Severity/enum", drift.spot().pointer());
        Edition edition = Edition.load("tiindicators");
        assertEquals(
                "contracts/tiindicators/openapi.yaml:"
                        + edition.contract().source().lineOf("/components/schemas/Severity/enum")
                        + " /components/schemas/Severity/enum (CLI-009): add it to the contract, with its rows",
                drift.advice());
    }

    @Test
    void tellsAMethodThatThePathDoesNotTake() {
        List<Drift> drifts = drifts(CHECK, "submit.md", page("submit.md").replace("POST https", "PUT https"));
        assertEquals(
                List.of("submit.md:29: method: page: PUT, contract: POST, GET"),
                drifts.stream().map(Drift::sentence).toList());
    }

    @Test
    void skipsAPageOfAnotherContract() {
        PageJudgement judged = CHECK.judge(DocumentationPage.parse("today.md", page("today/submit.md")));
        assertEquals(
                "line 25 has POST https://api.securitycenter.microsoft.com/api/indicators",
                assertInstanceOf(PageJudgement.Skipped.class, judged).reason());
    }

    private static List<String> known(PageJudgement.Compared judged) {
        return judged.known().stream()
                .map((KnownDefect defect) -> defect.row() + " " + defect.drift().place() + " "
                        + defect.drift().line())
                .toList();
    }

    private static List<Drift> drifts(PageCheck check, String file, String text) {
        return compared(check, file, text).drifts();
    }

    private static PageJudgement.Compared compared(PageCheck check, String file, String text) {
        return assertInstanceOf(PageJudgement.Compared.class, check.judge(DocumentationPage.parse(file, text)));
    }

    private static String page(String name) {
        try (InputStream in = DriftTest.class.getResourceAsStream("/pages/" + name)) {
            assertTrue(in != null, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
