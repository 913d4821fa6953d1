package dev.tick.conformance.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.evidence.Body;
import dev.tick.conformance.evidence.Evidence;
import dev.tick.conformance.evidence.Header;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Header JSON = new Header("Content-Type", "application/json");
    private static final Header TOKEN = new Header("Authorization", "Bearer [TICK_TOKEN_EXPIRED]");

    private final Replay replay = new Replay(URI.create("https://host.example/behind"));

    @Test
    void quotesForEachShell() {
        Evidence.Request request = request("POST", "/a?b='c'", "{\"a\":\"it's $HOME\"}", TOKEN, JSON);
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

    @Test
    void sendsNoContentTypeWhereNoneWasSent() {
        Evidence.Request request = request("POST", "/a", "");
        assertEquals(
                "curl -gsSi --path-as-is -X POST 'https://host.example/behind/a' -H 'Content-Type:' --data-raw ''",
                replay.curl(request));
        Evidence.Request bare = new Evidence.Request("GET", "/a", List.of(), Optional.empty());
        assertEquals("curl -gsSi --path-as-is -X GET 'https://host.example/behind/a'", replay.curl(bare));
    }

    @Test
    void saysWhatHasToBePutInPlace() {
        Evidence.Request altered = request("GET", "/a", "", new Header("Authorization", "Bearer [another token]"));
        assertEquals(
                Optional.of(
                        "The kit altered a token for this request, and shows neither: put a token of that kind in place."),
                Replay.missing(altered));
        Evidence.Request large = request("POST", "/a", "x".repeat(100_001), JSON);
        assertEquals(
                Optional.of("The body is too long for a command line: save it as body.json first."),
                Replay.missing(large));
        assertEquals(
                "curl -gsSi --path-as-is -X POST 'https://host.example/behind/a' -H 'Content-Type: application/json'"
                        + " --data-binary @body.json",
                replay.curl(large));
    }

    private static Evidence.Request request(String method, String path, String body, Header... headers) {
        return new Evidence.Request(method, path, List.of(headers), Optional.of(new Body(body, 0)));
    }
}
