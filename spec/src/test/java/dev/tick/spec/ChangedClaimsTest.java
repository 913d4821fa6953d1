package dev.tick.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.spec.check.RequestDefect;
import dev.tick.spec.document.Json;
import dev.tick.spec.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A token whose claims were changed keeps all else: a server that goes by header and signature alone believes it. */
class ChangedClaimsTest {
    @ParameterizedTest
    @ValueSource(strings = {"{\"roles\":[\"Ti\"],\"aud\":\"tick\"}", "{ \"roles\" : [\"Ti\"] , \"aud\" : \"tick\" }\n"})
    void theTokenSaysOneThingMore(String claims) {
        String[] parts = changed("aGVhZA." + encoded(claims) + ".c2lnbmF0dXJl").split("\\.", -1);
        assertEquals(3, parts.length);
        assertEquals("aGVhZA", parts[0]);
        assertEquals("c2lnbmF0dXJl", parts[2]);
        JsonNode read = read(parts[1]);
        assertEquals("tick", read.path("aud").asString());
        assertEquals("[\"Ti\"]", read.path("roles").toString());
        assertEquals(3, read.size());
    }

    @Test
    void aTokenWithoutClaimsGetsOne() {
        assertEquals(
                1,
                read(changed("aGVhZA." + encoded("{}") + ".c2ln").split("\\.", -1)[1])
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b", "a.!.c", ""})
    void whatIsNoJwtBecomesAnotherText(String token) {
        String changed = changed(token);
        assertNotEquals(token, changed);
        assertTrue(changed.startsWith(token));
    }

    private static String changed(String token) {
        Request sound = Request.of("GET", "/a", Map.of("Authorization", "Bearer " + token));
        return RequestDefect.CHANGED_CLAIMS_TOKEN
                .apply(sound, kind -> "")
                .authorization()
                .orElseThrow()
                .substring("Bearer ".length());
    }

    private static String encoded(String claims) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode read(String claims) {
        return Json.read(Base64.getUrlDecoder().decode(claims));
    }
}
