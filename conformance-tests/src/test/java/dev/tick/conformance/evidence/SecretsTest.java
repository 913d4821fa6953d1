package dev.tick.conformance.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String OPAQUE = "canary+of/32=characters\"and&more\\x";
    private static final String JWT =
            "eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ0aWNrIiwiZXhwIjoxfQ.c2lnbmF0dXJlLW9mLWEtY2FuYXJ5LXRva2Vu";

    private final Secrets secrets = Secrets.of(new Remote(
            URI.create("https://host.example"), Set.of(), Map.of(TokenKind.SOUND, OPAQUE, TokenKind.EXPIRED, JWT)));

    @Test
    void hidesATokenHoweverItIsWritten() {
        String encoded = URLEncoder.encode(OPAQUE, StandardCharsets.UTF_8);
        for (String written : List.of(
                OPAQUE,
                encoded,
                encoded.replaceAll("%2B", "%2b")
                        .replaceAll("%2F", "%2f")
                        .replaceAll("%3D", "%3d")
                        .replaceAll("%26", "%26")
                        .replaceAll("%5C", "%5c"),
                OPAQUE.replace("\\", "\\\\").replace("\"", "\\\""),
                OPAQUE.replace("/", "\\/"))) {
            assertEquals("before [TICK_TOKEN] behind", secrets.apply("before " + written + " behind"), written);
        }
        assertEquals("a [TICK_TOKEN_EXPIRED].", secrets.apply("a " + JWT + "."));
    }

    /** RFC 3986, section 2.3: a tilde needs no escape, and some leave more as it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s3cr3t%2B%2Fgeheim~value%21%22x",
                "s3cr3t%2B%2Fgeheim~value!%22x",
                "s3cr3t%2B%2Fgeheim%7Evalue%21%22x"
            })
    void hidesASecretHoweverItsEscapesAreChosen(String written) {
        assertEquals(
                "/[hidden]", Secrets.of(List.of("s3cr3t+/geheim~value!\"x")).apply("/" + written));
    }

    /** A token shorter than the pieces by which longer ones are found, and one of the same length. */
    @ParameterizedTest
    @ValueSource(strings = {"four", "elevenchars", "twelvechars+"})
    void hidesAShortToken(String token) {
        Secrets own =
                Secrets.of(new Remote(URI.create("https://host.example"), Set.of(), Map.of(TokenKind.SOUND, token)));
        assertEquals("[TICK_TOKEN] ü [TICK_TOKEN]", own.apply(token + " ü " + token));
    }

    @Test
    void hidesAPasswordInAUrl() {
        assertEquals(
                "to https://[hidden]@host.example/a, \"http:\\/\\/[hidden]@b\"",
                secrets.apply("to https://user:geheimpw@host.example/a, \"http:\\/\\/user:geheim@b\""));
        for (String sound : List.of("https://host.example:80/a@b", "https://user@host.example", "a: b@host.example")) {
            assertEquals(sound, secrets.apply(sound));
        }
    }

    /** What stands beside a token shifts its base64; at most two characters at either end may be left over. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "Bearer ", "{\"token\":\""})
    void hidesItInBase64AtAnyOffset(String before) {
        for (String token : List.of(OPAQUE, JWT)) {
            byte[] bytes = (before + token + "\"}").getBytes(StandardCharsets.UTF_8);
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                String shown = secrets.apply(encoder.encodeToString(bytes));
                String inside = token.substring(3, token.length() - 3);
                String decoded = new String(
                        Base64.getUrlDecoder()
                                .decode(shown.replaceAll("\\[[^]]*]", "AAAA")
                                        .replace('+', '-')
                                        .replace('/', '_')),
                        StandardCharsets.ISO_8859_1);
                assertTrue(shown.contains("[TICK_TOKEN"), shown);
                assertFalse(decoded.contains(inside.substring(0, 6)), decoded);
                assertFalse(decoded.contains(inside.substring(inside.length() - 6)), decoded);
            }
        }
    }

    @Test
    void hidesATokenThatWasCutOrAltered() {
        assertEquals("[part of TICK_TOKEN]…", secrets.apply(OPAQUE.substring(0, 26) + "…"));
        String altered = JWT.substring(0, JWT.length() - 4) + "A" + JWT.substring(JWT.length() - 3);
        assertEquals("[another token]", secrets.apply(altered));
        String signature = JWT.substring(JWT.lastIndexOf('.') + 1);
        assertEquals("signature [part of TICK_TOKEN_EXPIRED]", secrets.apply("signature " + signature));
    }

    @Test
    void leavesWordsAlone() {
        String text =
                "canary of characters, eyJ.x.y, 58c4fc38ed1c7731086d6fb914c1c658211f1e4a, {\"error\":{\"code\":\"BadRequest\"}}";
        assertEquals(text, secrets.apply(text));
    }

    @Test
    void showsOfCredentialsTheSchemeAndWhichTokenItWas() {
        Request message = Request.of("GET", "/a?t=" + URLEncoder.encode(OPAQUE, StandardCharsets.UTF_8), Map.of());
        for (Map.Entry<String, String> header : Map.of(
                        "Bearer " + OPAQUE,
                        "Bearer [TICK_TOKEN]",
                        "bearer " + JWT,
                        "bearer [TICK_TOKEN_EXPIRED]",
                        "Bearer short",
                        "Bearer [another token]",
                        "Basic dGljazp0aWNr",
                        "Basic [another token]",
                        "",
                        "")
                .entrySet()) {
            ExchangeRecord shown = shown(message.with("Authorization", header.getKey()), Map.of());
            assertEquals(
                    List.of(new RecordedHeader("Authorization", header.getValue())),
                    shown.request().headers());
            assertEquals("/a?t=[TICK_TOKEN]", shown.request().path());
        }
    }

    @Test
    void showsAnAnswerWithoutWhatItGivesAway() {
        ExchangeRecord shown = shown(
                Request.of("GET", "/a", Map.of()),
                Map.of("Set-Cookie", List.of("session=1"), "X-" + OPAQUE.substring(0, 6), List.of(JWT)));
        RecordedResponse answer = shown.response().orElseThrow();
        assertEquals("Hello [TICK_TOKEN]", answer.reason());
        assertEquals(
                List.of(
                        new RecordedHeader("set-cookie", "[hidden]"),
                        new RecordedHeader("x-canary", "[TICK_TOKEN_EXPIRED]")),
                answer.headers());
        assertEquals("{\"a\":\"[TICK_TOKEN]\"}", answer.body().orElseThrow().text());
    }

    /** A token that lies across the end of what is shown is hidden first, and not cut in two. */
    @Test
    void showsTheBeginningOfALongBody() {
        byte[] whole = ("x".repeat(32_762) + OPAQUE + "y".repeat(1000)).getBytes(StandardCharsets.UTF_8);
        RecordedBody body = RecordedBody.of(whole, secrets);
        assertEquals("x".repeat(32_762) + "[TICK_", body.text());
        assertEquals("TOKEN]".length() + 1000, body.omitted());
        String list = "x".repeat(32_000) + ",y".repeat(500) + "z".repeat(100);
        assertEquals(
                "x".repeat(32_000) + ",y".repeat(384),
                RecordedBody.of(list.getBytes(StandardCharsets.UTF_8), secrets).text());
        RecordedBody endless = RecordedBody.of("x".repeat(200_000).getBytes(StandardCharsets.UTF_8), secrets);
        assertEquals(200_000, endless.text().length() + endless.omitted());
        assertEquals(new RecordedBody("short", 0), RecordedBody.of("short".getBytes(StandardCharsets.UTF_8), secrets));
    }

    private ExchangeRecord shown(Request message, Map<String, List<String>> headers) {
        byte[] body = ("{\"a\":\"" + OPAQUE + "\"}").getBytes(StandardCharsets.UTF_8);
        Response response =
                new Response(200, "Hello " + OPAQUE, Headers.ofAll(headers), dev.tick.spec.http.Body.of(body));
        return ExchangeRecord.of(7, new Exchange(message, Optional.of(response), ""), secrets);
    }
}
