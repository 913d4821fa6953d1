package dev.tick.conformance.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.RecordedBody;
import dev.tick.conformance.evidence.RecordedHeader;
import dev.tick.conformance.evidence.RecordedRequest;
import dev.tick.conformance.evidence.RecordedResponse;
import dev.tick.conformance.report.model.Replay;
import dev.tick.conformance.report.model.ReportedStory;
import dev.tick.conformance.run.CaseStory;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryScriptTest {
    private static final String RUN = "1a2b3c4d";
    private static final String CURL = "answer=$(curl -gsSi --path-as-is -X ";
    private static final String TOKEN = " -H \"Authorization: Bearer $TICK_TOKEN\"";
    private static final String OTHER = " -H \"Authorization: Bearer $TICK_TOKEN_OTHER_APPLICATION\"";
    private static final String PRINTED = "); printf '%s\\n' \"$answer\"";
    private static final String EMPTY = " -H 'Content-Type:' --data-raw ";

    private final List<ExchangeRecord> exchanges = new ArrayList<>();

    @Test
    void takesANumberFromTheAnswerThatTellsIt() {
        exchange("POST", "/a", "", "{\"x\":1}", "{\"nr\": \"7\", \"x\": 1}");
        exchange("GET", "/a/7?y=7", "_OTHER_APPLICATION", "", "{}");
        exchange("DELETE", "/a/77", "", "", "");
        assertEquals(
                List.of(
                        "printf '%s\\n' '--- 1 of 3: 1 is \"due\"'",
                        CURL + "POST 'https://host.example/b/a'" + TOKEN + EMPTY + "'{\"x\":1}'" + PRINTED,
                        "id1=$(printf '%s\\n' \"$answer\" | grep -o '\"nr\" *: *\"\\{0,1\\}[^],}\"[:space:]]*'"
                                + " | sed -n '1s/^\"nr\" *: *\"\\{0,1\\}//p')",
                        "printf '%s\\n' '--- 2 of 3: 2 is \"due\"'",
                        CURL + "GET 'https://host.example/b/a/'\"$id1\"'?y=7'" + OTHER + PRINTED,
                        "printf '%s\\n' '--- 3 of 3: 3 is \"due\"'",
                        CURL + "DELETE 'https://host.example/b/a/77'" + TOKEN + PRINTED),
                script().lines().toList());
    }

    @Test
    void takesEachNumberOfABatchFromItsPlace() {
        exchange(
                "POST",
                "/import",
                "",
                "[]",
                "{\"value\":[{\"nr\":\"12\",\"z\":0},{\"nr\":13},{\"nr\":\"14\"},{\"nr\":\"13\"}]}");
        exchange("POST", "/remove", "", "{\"z\":\"12\",\"all\":[\"14\", \"13\",\"15\"]}", "");
        List<String> lines = script().lines().toList();
        assertEquals(
                "id1=$(printf '%s\\n' \"$answer\" | grep -o '\"nr\" *: *\"\\{0,1\\}[^],}\"[:space:]]*'"
                        + " | sed -n '2s/^\"nr\" *: *\"\\{0,1\\}//p')",
                lines.get(2));
        assertEquals("id2=", lines.get(3).substring(0, 4));
        assertEquals(
                CURL + "POST 'https://host.example/b/remove'" + TOKEN + EMPTY
                        + "'{\"z\":\"12\",\"all\":[\"'\"$id2\"'\", \"'\"$id1\"'\",\"15\"]}'" + PRINTED,
                lines.get(5));
    }

    /** A replay meets nothing of an earlier one; the case of letters, the length and what surrounds a name stay. */
    @Test
    void makesNamesAndHashesAnew() {
        exchange(
                "POST",
                "/a",
                "",
                "{\"x\":\"ABCDEF0123456789ABCDEF0123456789\",\"y\":\"Www.tick-1a2b3c4d-3.Example\"}",
                "");
        exchange("GET", "/a?f=x%20eq%20%27abcdef0123456789abcdef0123456789%27", "", "", "");
        List<String> lines = script().lines().toList();
        assertEquals("fresh=$(date +%s | cut -c 3-10)", lines.get(0));
        assertEquals(
                CURL + "POST 'https://host.example/b/a'" + TOKEN + EMPTY
                        + "'{\"x\":\"ABCDEF01'\"$fresh\"'ABCDEF0123456789\",\"y\":\"Www.tick-'\"$fresh\"'-3.Example\"}'"
                        + PRINTED,
                lines.get(2));
        assertEquals(
                CURL + "GET 'https://host.example/b/a?f=x%20eq%20%27abcdef01'\"$fresh\"'abcdef0123456789%27'" + TOKEN
                        + PRINTED,
                lines.get(4));
    }

    @Test
    void followsAListOnTheTargetAlone() {
        exchange("GET", "/a?t=1", "", "", "{\"@odata.nextLink\": \"https://elsewhere.example/a?t=1\\u0026s=1\"}");
        assertEquals(
                "for page in 2 3 4 5 6 7 8 9; do link=$(printf '%s\\n' \"$answer\""
                        + " | grep -o '\"@odata\\.nextLink\" *: *\"[^\"]*\"' | sed 's/^.*: *\"//; s/\"$//; s/\\\\u0026/\\&/g;"
                        + " s/\\\\u002[Bb]/+/g; s/\\\\u0027/%27/g; s/\\\\\\//\\//g'); [ -n \"$link\" ] || break; "
                        + CURL
                        + "GET 'https://host.example/b/a?'\"${link#*\\?}\"" + TOKEN + PRINTED + "; done",
                script().lines().reduce((one, other) -> other).orElseThrow());
    }

    @Test
    void tellsWhichStepNeedsSomethingByHand() {
        exchange("POST", "/a", "", "x", "");
        exchange("POST", "/a", "", "x".repeat(100_001), "");
        assertEquals(
                List.of("Step 2: The body is too long for a command line: save it as body-2.json first."),
                StoryScript.missing(exchanges));
        assertEquals(
                CURL + "POST 'https://host.example/b/a'" + TOKEN + " -H 'Content-Type:' --data-binary @body-2.json"
                        + PRINTED,
                script().lines().toList().get(3));
    }

    /** A target may answer whatever it likes: it stays a text. */
    @Test
    void leavesWhatATargetSaysInQuotes() {
        exchange("POST", "/a", "", "x", "{\"nr\":\"$(reboot)'`id`\"}");
        exchange("GET", "/a/%24%28reboot%29%27%60id%60", "", "", "");
        assertEquals(
                CURL + "GET 'https://host.example/b/a/'\"$id1\"" + TOKEN + PRINTED,
                script().lines().reduce((one, other) -> other).orElseThrow());
    }

    private String script() {
        List<CaseStory.Step> steps = new ArrayList<>();
        for (ExchangeRecord exchange : exchanges) {
            steps.add(new CaseStory.Step(exchange.number(), "", exchange.number() + " is \"due\"", ""));
        }
        CaseStory story = new CaseStory("", steps);
        return new StoryScript(new Replay(URI.create("https://host.example/b")), RUN)
                .of(new ReportedStory(story, story, List.of(), List.of("nr")), exchanges);
    }

    private void exchange(String method, String path, String token, String body, String answer) {
        exchanges.add(new ExchangeRecord(
                exchanges.size() + 1,
                new RecordedRequest(
                        method,
                        path,
                        List.of(new RecordedHeader("Authorization", "Bearer [TICK_TOKEN" + token + "]")),
                        Optional.of(body).filter(text -> !text.isEmpty()).map(text -> new RecordedBody(text, 0))),
                Optional.of(new RecordedResponse(
                        200, "OK", List.of(), Optional.of(answer).map(text -> new RecordedBody(text, 0)))),
                ""));
    }
}
