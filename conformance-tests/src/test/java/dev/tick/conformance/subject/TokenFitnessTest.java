package dev.tick.conformance.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.spec.contract.TokenRules;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token that is not what its variable says is told by its claims. */
class TokenFitnessTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_000_000);
    private static final TokenRules APPLICATIONS =
            new TokenRules(List.of("Rw", "Rw.All"), List.of(), List.of("Rw.All"), List.of("https://api"));
    private static final TokenRules USERS_TOO =
            new TokenRules(List.of("Rw", "Rw.All"), List.of("Rw"), List.of("Rw.All"), List.of("https://api"));
    private static final String SOUND = "{'appid':'a','tid':'t','roles':['Rw'],'aud':'https://api','exp':1003599}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            nullValues = "fit",
            value = {
                "EXPIRED | {'appid':'a','roles':['Rw'],'aud':'https://api','exp':999000} | fit",
                "EXPIRED | {'appid':'a','roles':['Rw'],'aud':'https://api','exp':999701} | is not expired for 5 minutes,"
                        + " which servers may allow for: it lives until 1970-01-12T13:41:41Z",
                "EXPIRED | {'appid':'a','roles':['Rw'],'aud':'https://api','exp':1000001} | is not expired for 5 minutes,"
                        + " which servers may allow for: it lives until 1970-01-12T13:46:41Z",
                "EXPIRED | {'appid':'a','roles':['Rw'],'aud':'https://api'} | does not say when it expires (exp)",
                "EXPIRED | {'appid':'a','aud':'https://api','exp':999000} | holds no role, and none of Rw, Rw.All",
                "EXPIRED | {'appid':'a','roles':['Rw'],'aud':'https://b','exp':9} | is for another API: its audience is https://b",
                "EXPIRED | {'scp':'Rw','exp':9} | is of a signed-in user (scp), not of an application",
                "WITHOUT_ROLE | {'appid':'a','aud':'https://api','exp':1003599} | fit",
                "WITHOUT_ROLE | {'appid':'a','roles':['Other'],'aud':['https://api']} | fit",
                "WITHOUT_ROLE | {'appid':'a','roles':['Rw.All']} | holds the role Rw.All",
                "WITHOUT_ROLE | {'appid':'a','exp':1000000} | is expired since 1970-01-12T13:46:40Z",
                "WITHOUT_ROLE | {'appid':'a','aud':'https://b'} | is for another API: its audience is https://b",
                "WITHOUT_ROLE | {'appid':'a','scp':'Rw'} | is of a signed-in user (scp), not of an application",
                "DELEGATED | {'appid':'a','scp':'X Rw'} | fit",
                "DELEGATED | {'appid':'a','roles':['Rw']} | is not of a signed-in user: it has no scp",
                "DELEGATED | {'appid':'a','scp':'X'} | has the scopes X, and none of Rw, Rw.All",
                "DELEGATED_WITHOUT_SCOPE | {'appid':'a','scp':'X'} | fit",
                "DELEGATED_WITHOUT_SCOPE | {'appid':'a'} | is not of a signed-in user: it has no scp",
                "DELEGATED_WITHOUT_SCOPE | {'appid':'a','scp':'X','roles':['Rw']} | holds the role Rw",
                "DELEGATED_WITHOUT_SCOPE | {'appid':'a','scp':'X','exp':1000000} | is expired since 1970-01-12T13:46:40Z",
                "OTHER_APPLICATION | {'appid':'b','tid':'t','roles':['Rw']} | fit",
                "OTHER_APPLICATION | {'azp':'b','roles':['Rw']} | fit",
                "OTHER_APPLICATION | {'appid':'a','roles':['Rw']} | is of the same application as TICK_TOKEN",
                "OTHER_APPLICATION | {'roles':['Rw']} | cannot be told from TICK_TOKEN: not both are JWTs that name their"
                        + " application (appid)",
                "OTHER_APPLICATION | {'appid':'b','tid':'u','roles':['Rw']} | is of another tenant than TICK_TOKEN",
                "OTHER_APPLICATION | {'appid':'b'} | holds no role, and none of Rw, Rw.All",
                "TENANT_WIDE | {'appid':'b','roles':['Rw.All']} | fit",
                "TENANT_WIDE | {'appid':'b','roles':['Rw']} | holds none of Rw.All",
                "TENANT_WIDE | {'appid':'a','roles':['Rw.All']} | is of the same application as TICK_TOKEN",
                "OTHER_AUDIENCE | {'appid':'a','aud':'https://b'} | fit",
                "OTHER_AUDIENCE | {'appid':'a','aud':'https://api'} | is for this API: its audience is https://api",
                "OTHER_AUDIENCE | {'appid':'a'} | does not say whom it is meant for (aud)"
            })
    void saysWhatIsWrongWithAToken(TokenKind kind, String claims, String flaw) {
        assertEquals(
                Optional.ofNullable(flaw),
                fitness(jwt(SOUND), kind, jwt(claims), APPLICATIONS).flaw(kind));
    }

    @Test
    void asksAUserForAScopeThatTheOperationTakes() {
        TokenKind kind = TokenKind.DELEGATED;
        assertEquals(
                Optional.of("has the scopes Rw.All, and none of Rw"),
                fitness(jwt(SOUND), kind, jwt("{'scp':'Rw.All'}"), USERS_TOO).flaw(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED",
        "WITHOUT_ROLE",
        "DELEGATED",
        "DELEGATED_WITHOUT_SCOPE",
        "OTHER_APPLICATION",
        "TENANT_WIDE",
        "OTHER_AUDIENCE"
    })
    void takesNoTokenThatItCannotRead(TokenKind kind) {
        for (String opaque : List.of("", "opaque", "a.b.c", jwt("[]"))) {
            assertEquals(
                    Optional.of("cannot be read as a JWT, so nothing shows that it is what its name says"),
                    fitness(jwt(SOUND), kind, opaque, APPLICATIONS).flaw(kind));
        }
    }

    @Test
    void takesAnOpaqueTokenAsTheSoundOne() {
        assertEquals(
                Optional.empty(),
                fitness("opaque", TokenKind.SOUND, "opaque", APPLICATIONS).flaw(TokenKind.SOUND));
    }

    /** A server of one's own may name its roles and its audience as it likes; the sound token shows them. */
    @Test
    void takesTheWordsOfTheSoundToken() {
        TokenKind kind = TokenKind.OTHER_APPLICATION;
        assertEquals(
                Optional.empty(),
                fitness(
                                jwt("{'appid':'a','roles':['mine'],'aud':'me'}"),
                                kind,
                                jwt("{'appid':'b','roles':['mine'],'aud':'me'}"),
                                APPLICATIONS)
                        .flaw(kind));
    }

    private static TokenFitness fitness(String sound, TokenKind kind, String token, TokenRules rules) {
        Map<TokenKind, String> tokens = new EnumMap<>(TokenKind.class);
        tokens.put(TokenKind.SOUND, sound);
        tokens.put(kind, token);
        return new TokenFitness(new Remote(URI.create("http://host.example"), Set.of(), tokens), rules, NOW);
    }

    private static String jwt(String claims) {
        return "e30."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }
}
