package dev.tick.stub.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tick.spec.http.Headers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalRedactionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a=1&client_secret=sesame&b=2 | a=1&client_secret=[removed]&b=2",
                "client%5Fsecret=sesame&x=%zz | client%5Fsecret=[removed]&x=%zz",
                "%63lient_secret=sesame | %63lient_secret=[removed]",
                "Client_Secret=sesame | Client_Secret=[removed]",
                "/nothing?client%5fsecret=sesame | /nothing?client%5fsecret=[removed]",
                "{\"name\":\"x\",\"secret\":\"sesame\"} | {\"name\":\"x\",\"secret\":\"[removed]\"}",
                "{\"password\":\"ab\\\"sesame\",\"b\":1} | {\"password\":\"[removed]\",\"b\":1}",
                "{\"password\" : \"ab sesame\"} | {\"password\" : \"[removed]\"}",
                "{\"client_secret\":[\"a\",\"sesame\"]} | {\"client_secret\":\"[removed]\"}",
                "{\"client_secret\":\"sesa | {\"client_secret\":\"[removed]\"",
                "{\"secret\":12345} | {\"secret\":\"[removed]\"}",
                "{\"title\":\"a secret: none, x=y\"} | {\"title\":\"a secret: none, x=y\"}",
                "$filter=title eq 'a' | $filter=title eq 'a'"
            })
    void removesTheValuesOfSecrets(String text, String shown) {
        assertEquals(shown, JournalRedaction.removed(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Authorization | Bearer sesame | Bearer [removed]",
                "Authorization | sesame x | [removed]",
                "X-Auth-Token | sesame | [removed]",
                "ApiKey | sesame | [removed]",
                "Accept | text/html | text/html"
            })
    void removesTheValuesOfHeaders(String name, String value, String shown) {
        Headers headers = new Headers(List.of(new Headers.Field(name, value)));
        assertEquals(shown, JournalRedaction.removed(headers).fields().get(0).value());
    }

    /** Nothing is looked at more than a few times, whatever a text is made of. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "%", "\"secret\":", "\"secret\":\"", "\"secret\":[", "a=", "=", "\\"})
    void endsOnLongTexts(String part) {
        String text = part.repeat(1_000_000 / part.length());
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> JournalRedaction.removed(text));
    }

    /** The stack of a thread holds a few thousand steps of a pattern. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "\\n", "a "})
    void removesValuesOfAnyLength(String part) {
        assertEquals(
                "{\"secret\":\"[removed]\"}",
                JournalRedaction.removed("{\"secret\":\"" + part.repeat(300_000) + "\"}"));
    }

    @Test
    void leavesTheRestOfATextAsItIs() {
        String text = "{\"title\":\"a=b, \\\"secretly\\\": c\",\"indicatorValue\":\"https://host.example/?q=1&r=2\"}";
        assertEquals(text, JournalRedaction.removed(text));
    }
}
