package dev.tick.conformance.report.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.evidence.RecordedBody;
import dev.tick.conformance.evidence.RecordedHeader;
import dev.tick.conformance.evidence.RecordedRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final RecordedHeader JSON = new RecordedHeader("Content-Type", "application/json");
    private static final RecordedHeader TOKEN = new RecordedHeader("Authorization", "Bearer [TICK_TOKEN_EXPIRED]");

    private final Replay replay = new Replay(URI.create("https://host.example/behind"));

    @Test
    void quotesForEachShell() {
        RecordedRequest request = request("POST", "/a?b='c'", "{\"a\":\"it's $HOME\"}", TOKEN, JSON);
        assertEquals(
                "curl -gsSi --path-as-is -X POST 'https://host.example/behind/a?b='\\''c'\\'''"
                        + " -H \"Authorization: Bearer $TICK_TOKEN_EXPIRED\" -H 'Content-Type: application/json'"
                        + " --data-raw '{\"a\":\"it'\\''s $HOME\"}'",
                replay.curl(request));
        assertEquals(
                "Invoke-WebRequest -SkipHttpErrorCheck -SkipHeaderValidation -MaximumRedirection 0 -CustomMethod POST"
                        + " -Uri 'https://host.example/behind/a?b=''c''' -ContentType 'application/json'"
                        + " -Headers @{ 'Authorization' = \"Bearer $env:TICK_TOKEN_EXPIRED\" }"
                        + " -Body ([Text.Encoding]::UTF8.GetBytes('{\"a\":\"it''s $HOME\"}'))",
                replay.powerShell(request));
        assertEquals(Optional.empty(), Replay.missing(request));
    }

    /** A page and a terminal show such a character as an escape, with which the line would send another body. */
    @Test
    void printsABodyWithInvisibleCharacters() {
        RecordedRequest request = request("POST", "/a", "{\r\n\"a\":\"it's\\n\u200B%\"}", JSON);
        assertEquals(
                "printf %b '{\\0015\\0012\"a\":\"it'\\''s\\\\n\\0342\\0200\\0213%\"}' | curl -gsSi --path-as-is -X POST"
                        + " 'https://host.example/behind/a' -H 'Content-Type: application/json' --data-binary @-",
                replay.curl(request));
        assertTrue(
                replay.powerShell(request)
                        .endsWith(" -Body ([Text.Encoding]::UTF8.GetBytes('{' + [char]::ConvertFromUtf32(0xD) + '' +"
                                + " [char]::ConvertFromUtf32(0xA) + '\"a\":\"it''s\\n' + [char]::ConvertFromUtf32(0x200B) +"
                                + " '%\"}'))"),
                replay.powerShell(request));
    }

    @Test
    void sendsNoContentTypeWhereNoneWasSent() {
        RecordedRequest request = request("POST", "/a", "");
        assertEquals(
                "curl -gsSi --path-as-is -X POST 'https://host.example/behind/a' -H 'Content-Type:' --data-raw ''",
                replay.curl(request));
        RecordedRequest bare = new RecordedRequest("GET", "/a", List.of(), Optional.empty());
        assertEquals("curl -gsSi --path-as-is -X GET 'https://host.example/behind/a'", replay.curl(bare));
    }

    @Test
    void saysWhatHasToBePutInPlace() {
        RecordedRequest altered =
                request("GET", "/a", "", new RecordedHeader("Authorization", "Bearer [another token]"));
        assertEquals(
                Optional.of(
                        "Its token is shown nowhere, since the kit altered it or a client sent it: put one of that kind in place."),
                Replay.missing(altered));
        RecordedRequest large = request("POST", "/a", "x".repeat(100_001), JSON);
        assertEquals(
                Optional.of("The body is too long for a command line: save it as body.json first."),
                Replay.missing(large));
        assertEquals(
                "curl -gsSi --path-as-is -X POST 'https://host.example/behind/a' -H 'Content-Type: application/json'"
                        + " --data-binary @body.json",
                replay.curl(large));
    }

    private static RecordedRequest request(String method, String path, String body, RecordedHeader... headers) {
        return new RecordedRequest(method, path, List.of(headers), Optional.of(new RecordedBody(body, 0)));
    }
}
