package dev.tick.stub.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.tick.spec.contract.TokenRules;
import dev.tick.stub.TestClock;
import dev.tick.stub.authority.TokenAuthority;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.state.InMemoryState;
import dev.tick.stub.state.StubState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tokens whose signature is verified once, and which are judged each time. */
class TokenVerifierTest {
    private static final TokenRules RULES =
            new TokenRules(List.of("role"), List.of(), List.of(), List.of("https://api.example"));

    private final TestClock clock = new TestClock("2026-01-01T00:00:00Z");
    private final StubState state = new InMemoryState(clock, 10, List.of(), Map.of());
    private final Application application = new Application("id", "secret", List.of("role"));
    private final TokenAuthority authority =
            new TokenAuthority("tenant", clock, RULES, TokenAuthority.USUAL_LIFETIME, Optional.empty(), state);
    private final List<String> verified = new ArrayList<>();
    private final TokenVerifier verifier = new TokenVerifier(
            clock,
            authority.publicKey(),
            tenant -> Optional.empty(),
            id -> state.applications().find(id).isPresent(),
            new ProvenTokens() {
                @Override
                public Optional<JWTClaimsSet> claims(String token) {
                    return state.tokens().claims(token);
                }

                @Override
                public void add(String token, JWTClaimsSet claims) {
                    verified.add(token);
                    state.tokens().add(token, claims);
                }
            });

    private TokenVerdict verdict(String token, TokenRules rules) {
        return verifier.verify(Optional.of("Bearer " + token), rules);
    }

    private static TokenFlaw flaw(TokenVerdict verdict) {
        return assertInstanceOf(TokenVerdict.Rejected.class, verdict).flaw();
    }

    @Test
    void verifiesASignatureOnce() {
        state.applications().add(application);
        String token = authority.issue(application, TokenVariant.SOUND);
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(TokenVerdict.Accepted.class, verdict(token, RULES));
        }
        assertEquals(List.of(token), verified);
    }

    @Test
    void refusesATokenThatHasExpiredSince() {
        state.applications().add(application);
        String token = authority.issue(application, TokenVariant.SOUND);
        assertInstanceOf(TokenVerdict.Accepted.class, verdict(token, RULES));
        clock.move(Duration.ofDays(1));
        assertEquals(TokenFlaw.EXPIRED, flaw(verdict(token, RULES)));
    }

    @Test
    void refusesATokenOfAnApplicationThatWasRemovedSince() {
        state.applications().add(application);
        String token = authority.issue(application, TokenVariant.SOUND);
        assertInstanceOf(TokenVerdict.Accepted.class, verdict(token, RULES));
        state.applications().remove(application.id());
        assertEquals(TokenFlaw.UNKNOWN_APPLICATION, flaw(verdict(token, RULES)));
    }

    @Test
    void refusesATokenWhereAnotherAudienceOrRoleIsAskedFor() {
        state.applications().add(application);
        String token = authority.issue(application, TokenVariant.SOUND);
        assertInstanceOf(TokenVerdict.Accepted.class, verdict(token, RULES));
        TokenRules elsewhere = new TokenRules(List.of("role"), List.of(), List.of(), List.of("https://other.example"));
        assertEquals(TokenFlaw.OTHER_AUDIENCE, flaw(verdict(token, elsewhere)));
        TokenRules stricter = new TokenRules(List.of("other"), List.of(), List.of(), List.of("https://api.example"));
        assertEquals(TokenFlaw.WITHOUT_ROLE, flaw(verdict(token, stricter)));
    }

    @Test
    void believesNoTokenOfAnotherSignature() {
        state.applications().add(application);
        String token = authority.issue(application, TokenVariant.SOUND);
        assertInstanceOf(TokenVerdict.Accepted.class, verdict(token, RULES));
        String[] parts = token.split("\\.", -1);
        char other = parts[2].charAt(9) == 'A' ? 'B' : 'A';
        String tampered = parts[0] + "." + parts[1] + "." + parts[2].substring(0, 9) + other + parts[2].substring(10);
        assertEquals(TokenFlaw.TAMPERED, flaw(verdict(tampered, RULES)));
        assertEquals(TokenFlaw.TAMPERED, flaw(verdict(tampered, RULES)));
        assertEquals(List.of(token), verified);
    }
}
