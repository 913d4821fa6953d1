package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.access.Application;
import dev.tick.stub.authority.TokenVariant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens as tenants have them, and tokens in the wrong place: none of them accuses a sound server. */
@Execution(ExecutionMode.CONCURRENT)
class TokensOfATenantTest {
    private static final List<String> ALL = List.of("Ti.ReadWrite.All");
    private static final Response FORBIDDEN = new Response(
            403,
            Map.of("Content-Type", List.of("application/json; charset=utf-8")),
            "{\"error\": {\"code\": \"Forbidden\", \"message\": \"A role is missing.\", \"target\": \"x\"}}"
                    .getBytes(StandardCharsets.UTF_8));
    private static final List<String> OWN = List.of("Ti.ReadWrite");
    private static final List<String> BOTH = List.of("Ti.ReadWrite", "Ti.ReadWrite.All");

    /** Today's pages tell an application to ask for this role; rows about what others must not reach do not bind it. */
    @Test
    void accusesNobodyWhereTheApplicationsReachAll() {
        RunResult report = run("indicators", ALL, ALL, Map.of());
        assertEquals(List.of(), accused(report));
        assertEquals(Verdict.AS_FAR_AS_TESTED, report.verdict());
        String reason = "TICK_TOKEN_OTHER_APPLICATION holds Ti.ReadWrite.All, which reaches what other applications"
                + " submitted; use one without it";
        assertEquals(
                Stream.of("ILS-005", "ILS-031", "IDL-006", "IBD-005", "ICR-016", "ICR-064", "IQY-022", "IQY-033")
                        .map(id -> id + " " + reason)
                        .toList(),
                untested(report));
    }

    @ParameterizedTest
    @CsvSource({"indicators, true, false", "indicators, false, false", "tiindicators, false, false"})
    void testsEverythingWhereTheOtherApplicationReachesItsOwn(String contract, boolean first, boolean other) {
        RunResult report = run(contract, first ? ALL : OWN, other ? ALL : OWN, Map.of());
        assertEquals(List.of(), accused(report));
        assertEquals(List.of(), untested(report));
        assertEquals(Verdict.CONFORMANT, report.verdict());
    }

    /** A tenant may grant both roles to either application. */
    @ParameterizedTest
    @CsvSource({
        "indicators, both, own, true",
        "indicators, both, both, true",
        "indicators, own, both, true",
        "indicators, both, own, false",
        "indicators, own, own, false",
        "tiindicators, both, both, true"
    })
    void accusesNobodyWhateverRolesAreGranted(String contract, String first, String other, boolean third) {
        EnumSet<TokenKind> kept = EnumSet.allOf(TokenKind.class);
        if (!third) {
            kept.remove(TokenKind.TENANT_WIDE);
        }
        RunResult report = run(contract, roles(first), roles(other), Map.of(), kept);
        assertEquals(List.of(), accused(report));
        boolean reaches = other.equals("both") && contract.equals("indicators");
        assertEquals(reaches || !third ? Verdict.AS_FAR_AS_TESTED : Verdict.CONFORMANT, report.verdict());
        assertEquals(
                reaches
                        ? List.of(
                                "TICK_TOKEN_OTHER_APPLICATION holds Ti.ReadWrite.All, which reaches what other applications"
                                        + " submitted; use one without it; what needs it is not tested")
                        : List.of(),
                report.stamp().notes());
    }

    /** Nor need a tenant of today have a third application: the token of the first is what these rows are about. */
    @Test
    void needsNoThirdApplicationWhereTheFirstReachesAll() {
        RunResult report =
                run("indicators", ALL, OWN, Map.of(), EnumSet.complementOf(EnumSet.of(TokenKind.TENANT_WIDE)));
        assertEquals(List.of(), accused(report));
        assertEquals(
                List.of("TICK_TOKEN_TENANT_WIDE is not set", "TICK_TOKEN_TENANT_WIDE is not set"),
                untested(report).stream()
                        .map(row -> row.substring(row.indexOf(' ') + 1))
                        .toList());
    }

    /** Pages of today name this role alone for deletes and imports; a server that asks for it is sound. */
    @Test
    void accusesNobodyWhoAsksForTheRoleThatTodaysPagesName() {
        RunResult report =
                run("indicators", OWN, OWN, Map.of(), EnumSet.allOf(TokenKind.class), TokensOfATenantTest::strict);
        assertEquals(List.of(), accused(report));
        assertEquals(Verdict.AS_FAR_AS_TESTED, report.verdict());
        String reason =
                " TICK_TOKEN holds Ti.ReadWrite and not Ti.ReadWrite.All, and was answered 403; use one with it";
        assertEquals(
                List.of("IDL-001", "IIM-001", "IBD-001"),
                untested(report).stream()
                        .filter(row -> row.endsWith(reason))
                        .map(row -> row.substring(0, 7))
                        .filter(id -> id.endsWith("-001"))
                        .toList());
    }

    private static Sender strict(URI base) {
        return new AlteringSender(
                base, request -> request, (request, response) -> isNarrow(request) ? FORBIDDEN : response);
    }

    private static boolean isNarrow(Request request) {
        boolean named = request.method().equals("DELETE") || request.url().matches(".*/(import|BatchDelete)");
        return named
                && TokenClaims.read(request.authorization().orElse("").replaceFirst("(?i)^bearer ", ""))
                        .filter(claims ->
                                claims.scopes().isEmpty() && claims.roles().equals(OWN))
                        .isPresent();
    }

    /** Every variable holds the sound token, or one of another kind: a sound server is right to answer as it does. */
    @ParameterizedTest
    @EnumSource
    void accusesNobodyWithTheSameTokenInEveryVariable(TokenVariant variant) {
        for (String contract : List.of("tiindicators", "indicators")) {
            RunResult report = run(contract, OWN, OWN, everywhere(variant));
            assertEquals(List.of(), accused(report), contract);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"opaque", "a.b.c"})
    void testsNothingWithTokensThatItCannotRead(String opaque) {
        for (String contract : List.of("tiindicators", "indicators")) {
            Map<TokenKind, Object> tokens = new EnumMap<>(TokenKind.class);
            EnumSet.complementOf(EnumSet.of(TokenKind.SOUND)).forEach(kind -> tokens.put(kind, opaque));
            RunResult opaqueRun = run(contract, OWN, OWN, tokens);
            assertEquals(List.of(), accused(opaqueRun));
            assertEquals(ids(run(contract, OWN, OWN, Map.of(), EnumSet.of(TokenKind.SOUND))), ids(opaqueRun), contract);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiindicators", "indicators"})
    void stopsWhereTheFirstTokenIsOfAUser(String contract) {
        RunResult report = run(contract, OWN, OWN, Map.of(TokenKind.SOUND, TokenVariant.DELEGATED));
        assertEquals(
                "TICK_TOKEN is of a signed-in user (scp), not of an application; use one of your application",
                report.stopped().orElse(""));
        assertEquals(Verdict.INCONCLUSIVE, report.verdict());
        assertEquals(0, report.stamp().requests());
    }

    private static Map<TokenKind, Object> everywhere(TokenVariant variant) {
        Map<TokenKind, Object> tokens = new EnumMap<>(TokenKind.class);
        EnumSet.complementOf(EnumSet.of(TokenKind.SOUND)).forEach(kind -> tokens.put(kind, variant));
        return tokens;
    }

    private static RunResult run(String name, List<String> roles, List<String> others, Map<TokenKind, Object> changed) {
        return run(name, roles, others, changed, EnumSet.allOf(TokenKind.class));
    }

    private static RunResult run(
            String name,
            List<String> roles,
            List<String> others,
            Map<TokenKind, Object> changed,
            EnumSet<TokenKind> kept) {
        return run(name, roles, others, changed, kept, QuickSender::new);
    }

    private static RunResult run(
            String name,
            List<String> roles,
            List<String> others,
            Map<TokenKind, Object> changed,
            EnumSet<TokenKind> kept,
            Sender.Factory senders) {
        Specification edition = Specification.load(name);
        Application first = application(roles);
        try (StubServer stub = StubServer.start(
                StubConfig.builder(edition.contract(), edition.register()).build())) {
            stub.applications().add(first);
            Map<TokenKind, String> tokens = new EnumMap<>(Map.of(
                    TokenKind.SOUND, stub.token(first, TokenVariant.SOUND),
                    TokenKind.EXPIRED, stub.token(first, TokenVariant.EXPIRED),
                    TokenKind.WITHOUT_ROLE, stub.token(first, TokenVariant.WITHOUT_ROLE),
                    TokenKind.DELEGATED, stub.token(first, TokenVariant.DELEGATED),
                    TokenKind.OTHER_AUDIENCE, stub.token(first, TokenVariant.OTHER_AUDIENCE)));
            if (!edition.contract().tokens().scopes().isEmpty()) {
                tokens.put(TokenKind.DELEGATED_WITHOUT_SCOPE, stub.token(first, TokenVariant.DELEGATED_WITHOUT_SCOPE));
            }
            Application other = application(others);
            stub.applications().add(other);
            tokens.put(TokenKind.OTHER_APPLICATION, stub.token(other, TokenVariant.SOUND));
            if (!edition.contract().tokens().tenantWideRoles().isEmpty()) {
                Application wide = application(ALL);
                stub.applications().add(wide);
                tokens.put(TokenKind.TENANT_WIDE, stub.token(wide, TokenVariant.SOUND));
            }
            changed.forEach((kind, token) -> tokens.put(
                    kind, token instanceof TokenVariant variant ? stub.token(first, variant) : token.toString()));
            tokens.keySet().retainAll(kept);
            return new Runner(edition.contract(), edition.register(), Clock.systemUTC(), senders)
                    .run(new Remote(stub.baseUrl(), EnumSet.allOf(Effect.class), tokens));
        }
    }

    private static List<String> roles(String name) {
        return name.equals("both") ? BOTH : OWN;
    }

    private static Application application(List<String> roles) {
        return new Application(UUID.randomUUID().toString(), UUID.randomUUID().toString(), roles);
    }

    private static List<String> accused(RunResult report) {
        return report.rows().stream()
                .filter(row -> row.result().compareTo(Result.WARN) >= 0)
                .map((RequirementResult row) -> row.row().id() + " " + row.result() + " " + row.detail())
                .toList();
    }

    private static List<String> untested(RunResult report) {
        return report.rows().stream()
                .filter(row -> row.result() == Result.NOT_TESTABLE)
                .map((RequirementResult row) -> row.row().id() + " " + row.detail())
                .toList();
    }

    private static String ids(RunResult report) {
        return untested(report).stream().map(row -> row.substring(0, 7)).collect(Collectors.joining(" "));
    }
}
