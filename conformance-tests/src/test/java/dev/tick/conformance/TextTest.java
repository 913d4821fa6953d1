package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.evidence.VolatileText;
import dev.tick.spec.text.NearestWord;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    private final VolatileText volatileText = new VolatileText("53620ead", URI.create("http://127.0.0.1:38759/prefix"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "createdBy is 4dbd6c67-4015-40a0-9c3e-b43a9e6967ba | createdBy is <guid>",
                "at 2026-11-23T16:33:29.5997221Z | at <time>Z",
                "at 2026-11-23 16:33:29+02:00 | at <time>+02:00",
                "at 2026-11-23T16%3A33%3A29Z | at <time>Z",
                "Date: Mon, 23 Nov 2026 16:33:29 GMT | Date: <time>",
                "/expirationTime: \"2026-11-25T00:00:00.0000000Z\" | /expirationTime: \"<date>T00:00:00.0000000Z\"",
                "/creationTimeDateTimeUtc: \"2026-11-25T00:00:00.1234567Z\" | /creationTimeDateTimeUtc: \"<time>Z\"",
                "/expirationTime: \"2026-11-25T00:00:00Z\" | /expirationTime: \"<date>T00:00:00Z\"",
                "2026-11-25T02:00:00+02:00 | <time>+02:00",
                "test [tick 53620ead] | test [tick <run>]",
                "tEST [TICK 53620EAD] and TICK-53620EAD-7.EXAMPLE | tEST [TICK <run>] and TICK-<run>-<n>.EXAMPLE",
                "a53620ead and 53620eadf | a53620ead and 53620eadf",
                "GET /a/tick-53620ead-107.example -> 200 | GET /a/tick-<run>-<n>.example -> 200",
                "GET /a/https%3A%2F%2Ftick-53620ead-108.example%2Fdrop | GET /a/https%3A%2F%2Ftick-<run>-<n>.example%2Fdrop",
                "GET /a/198.51.100.175 -> 200 | GET /a/<address> -> 200",
                "192.0.2.1, 203.0.113.254/24 | <address>, <address>/24",
                "198.18.255.7, 198.19.254.255 | <address>, <address>",
                "GET /a/2001%3Adb8%3A%3Abee9%3A5519 -> 200 | GET /a/<address> -> 200",
                "2001:db8::bee9:5519 and 2001:0DB8:0:0:0:0:bee9:5519 | <address> and <address>",
                "Hash dac0b2d37097501c85cb8f7539020a1fcf1bc421 is | Hash <hash 40> is",
                "/a%2Fdac0b2d37097501c85cb8f7539020a1fcf1bc421 | /a%2F<hash 40>",
                "/a/%64ac0b2d37097501c85cb8f7539020a1fcf1bc421 | /a/<escaped><hash 40>",
                "/a/%39ac0b2d37097501c85cb8f7539020a1fcf1bc421 | /a/<escaped><hash 40>",
                "/a/%34dbd6c67-4015-40a0-9c3e-b43a9e6967ba | /a/<escaped><guid>",
                "/a/%64b-4015 and /a%34/b | /a/%64b-4015 and /a%34/b",
                "\\u0054\\u0020\\u005b\\u0035\\u0033\\u0036\\u0032\\u0030\\u0065\\u0061\\u0064\\u005d | <escaped>T [<run>]",
                "gdac0b2d37097501c85cb8f7539020a1fcf1bc42 | g<hash 39>",
                "0123456789abcdef0123456789abcde | <hash 31>",
                "0123456789abcdef0123456789abcd | 0123456789abcdef0123456789abcd",
                "tried POST http://127.0.0.1:38759/prefix/api | tried POST <target>/api",
                "Connect to 127.0.0.1:38759 failed | Connect to <target> failed",
                "answered 400 InvalidIpAddress, 256.0.2.1 | answered 400 InvalidIpAddress, 256.0.2.1"
            })
    void putsPlaceholdersWhereRunsDiffer(String text, String normalised) {
        assertEquals(normalised, volatileText.replaceIn(text));
        assertEquals(normalised, volatileText.replaceIn(normalised));
    }

    @Test
    void takesABareHostNameForOneInAUrlAlone() {
        VolatileText bare = new VolatileText("53620ead", URI.create("http://api"));
        assertEquals(
                "POST /api/x at <target> and //<target>/x", bare.replaceIn("POST /api/x at http://api and //api/x"));
    }

    @ParameterizedTest
    @CsvSource({
        "reasn, reason",
        "REASON, reason",
        "ownre, owner",
        "lnk, link",
        "linkk, link",
        "expired, expires",
        "colour, ",
        "'', "
    })
    void guessesAWordThatIsNear(String word, String guess) {
        assertEquals(
                Optional.ofNullable(guess),
                NearestWord.of(word, List.of("id", "case", "reason", "link", "owner", "opened", "expires")));
    }

    @Test
    void prefersTheNearestAndThenTheFirst() {
        assertEquals(Optional.of("SUB-004"), NearestWord.of("SUB-0O4", List.of("SUB-040", "SUB-004", "SUB-014")));
        assertEquals(Optional.of("abcdef"), NearestWord.of("abcdeg", List.of("abcxxg", "abcdef")));
        assertEquals(" (did you mean 'a'?)", NearestWord.hint("b", List.of("a")));
        assertEquals("", NearestWord.hint("xyz", List.of("abc")));
    }
}
