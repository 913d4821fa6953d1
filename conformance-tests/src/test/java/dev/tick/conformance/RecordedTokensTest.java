package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.recording.HarEntry;
import dev.tick.spec.contract.TokenRules;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Specification;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tokens and secrets of traffic that goes on for long, of which few are kept. */
class RecordedTokensTest {
    private static final TokenRules RULES =
            Specification.load("indicators").contract().tokens();

    private final RecordedTokens tokens = RecordedTokens.uncut("");

    private static HarEntry call(String token) {
        Request request = Request.of("GET", "/api/indicators", Map.of("Authorization", "Bearer " + token));
        return new HarEntry(Instant.EPOCH, Optional.empty(), request, HarEntry.Extent.WHOLE, Optional.empty());
    }

    private String name(String token) {
        return tokens.of(call(token), RULES).credential().orElseThrow();
    }

    @Test
    void aTokenInUseKeepsItsNameAndNoTwoHaveTheSame() {
        Set<String> names = new HashSet<>();
        String used = name("used");
        String once = name("once");
        for (int i = 0; i < 3000; i++) {
            assertTrue(names.add(name("other-" + i)), "a name comes twice");
            assertEquals(used, name("used"));
        }
        assertFalse(names.contains(used));
        // So long ago that nobody compares with it any more.
        assertNotEquals(once, name("once"));
    }

    @Test
    void theLastSecretsAreHidden() {
        RecordedSecrets secrets = new RecordedSecrets();
        for (int i = 0; i < 60; i++) {
            secrets.learn(call("opaque-token-" + i + "-of-somebody"));
        }
        assertEquals("[hidden]", secrets.apply("opaque-token-59-of-somebody"));
        assertEquals("[hidden]", secrets.apply("opaque-token-10-of-somebody"));
        assertEquals("opaque-token-9-of-somebody", secrets.apply("opaque-token-9-of-somebody"));
    }
}
