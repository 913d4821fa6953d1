package dev.tick.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.conduct.Conduct;
import dev.tick.conformance.conduct.Rate;
import dev.tick.conformance.conduct.Writing;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.stub.StubServer;
import dev.tick.stub.authority.TokenVariant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of a run on a target that has a file, and the word that confirms a run. */
class TargetSettingsTest {
    private static final String TENANT = "0f1e2d3c-0000-4000-8000-000000000001";
    private static final Map<String, String> SECRETS =
            Map.of("MY_TOKEN", "given", "TICK_TOKEN_EXPIRED", "old", "TICK_TOKEN", "another's");

    @TempDir
    private Path top = Path.of("");

    @BeforeEach
    void written() throws IOException {
        Files.createDirectories(top.resolve("targets"));
        Files.createDirectories(top.resolve("deviations"));
        Files.writeString(top.resolve("deviations/mine.yaml"), "[]");
        Files.writeString(top.resolve("targets/mine.yaml"), """
                base-url: https://host.example
                contract: indicators
                tenant: %s
                capabilities: [list]
                credentials: {sound: {token: MY_TOKEN}}
                pace: 50
                budget: 700
                deadline: 20
                """.formatted(TENANT));
    }

    @Test
    void takesEverythingFromTheFile() {
        Settings settings = settings(Map.of("target", "mine"));
        Remote remote = settings.remote().orElseThrow();
        assertEquals("https://host.example", remote.name());
        assertEquals(Set.of(Effect.CREATE, Effect.LIST), remote.capabilities());
        assertEquals(Map.of(TokenKind.SOUND, "given", TokenKind.EXPIRED, "old"), remote.tokens());
        assertEquals("indicators", settings.contract());
        assertEquals(Duration.ofMinutes(20), settings.deadline());
        assertEquals(new Conduct(new Rate(50, Duration.ofMinutes(1)), 700, Writing.ALLOWED), settings.conduct());
        assertEquals(
                Optional.of(new InputFile("deviations/mine.yaml", top.resolve("deviations/mine.yaml"))),
                settings.deviations());
        for (String path :
                List.of("targets/mine.yaml", top.resolve("targets/mine.yaml").toString())) {
            Settings same = settings(Map.of("target", path));
            assertEquals(settings.targetFile(), same.targetFile());
            assertEquals(settings.remote(), same.remote());
            assertEquals(settings.conduct(), same.conduct());
        }
    }

    /** Behind a proxy, a loopback address is the proxy's own machine. */
    @ParameterizedTest
    @CsvSource({"'', false", "'proxy: http://proxy.example:3128', true"})
    void aLoopbackAddressBehindAProxyIsNotThisMachine(String line, boolean foreign) throws IOException {
        Files.writeString(
                top.resolve("targets/mine.yaml"),
                "base-url: http://127.0.0.1:8099\ntenant: " + TENANT + "\ncredentials: {sound: {token: MY_TOKEN}}\n"
                        + line + "\n");
        Settings settings = settings(Map.of("target", "mine"));
        assertEquals(foreign ? Conduct.ofForeign() : Conduct.ofOwn(), settings.conduct());
        assertEquals(foreign, settings.terms().ledgers().isPresent());
        if (foreign) {
            assertThrows(InvalidSettingException.class, settings::requireConfirmation);
        } else {
            settings.requireConfirmation();
        }
    }

    @Test
    void anOptionHoldsInPlaceOfAKey() {
        Settings settings = settings(Map.of(
                "target", "mine",
                "contract", "tiindicators",
                "capabilities", "get",
                "pace", "10",
                "budget", "20",
                "deadline", "30",
                "read.only", "true"));
        assertEquals("tiindicators", settings.contract());
        assertEquals(
                Set.of(Effect.CREATE, Effect.READ),
                settings.remote().orElseThrow().capabilities());
        assertEquals(new Conduct(new Rate(10, Duration.ofMinutes(1)), 20, Writing.READ_ONLY), settings.conduct());
        assertEquals(Duration.ofMinutes(30), settings.deadline());
        assertEquals(
                Duration.ofMinutes(9),
                settings(Map.of("target", "mine", "wait", "9")).terms().patience());
        assertEquals(
                Duration.ZERO,
                settings(Map.of("target", "mine", "wait", "0")).terms().patience());
    }

    @Test
    void theContractOfTheFileIsTheOneThatIsRun() {
        Map<String, String> properties = Map.of(
                "target", "mine", "tick.top", top.toString(), "confirm", TENANT, "tick.directory", top.toString());
        ContractChoice choice = ContractChoice.of(properties, SECRETS, Clock.systemUTC());
        assertEquals(
                List.of("indicators"),
                choice.runs().stream().map(run -> run.settings().contract()).toList());
    }

    @Test
    void keepsThePaceOfOthersServersAndNoneOfOnesOwn() {
        Map<String, String> token = Map.of("TICK_TOKEN", "a");
        assertEquals(
                Conduct.ofForeign(),
                Settings.of(Map.of("target", "https://host.example"), token).conduct());
        assertEquals(
                Conduct.ofOwn(),
                Settings.of(Map.of("target", "http://127.0.0.1:1"), token).conduct());
        assertEquals(Conduct.ofOwn(), Settings.of(Map.of(), token).conduct());
    }

    @Test
    void namesTheMissingCredential() throws IOException {
        Files.writeString(top.resolve("targets/mine.yaml"), "region: eu\n");
        String told = String.valueOf(assertThrows(
                        InvalidSettingException.class,
                        () -> Settings.of(Map.of("target", "mine", "tick.top", top.toString()), Map.of()))
                .getMessage());
        assertEquals(
                "TICK_TOKEN: not set, and " + top.resolve("targets/mine.yaml")
                        + " has no credential 'sound'; export an access token of your application for"
                        + " https://eu.api.security.microsoft.com, or add the credential",
                told);
    }

    /** Nothing is sent: the port is closed, and a run would say so. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mine | - | confirm: not given, and this run would write to the tenant 0f1e2d3c-0000-4000-8000-000000000001 (https://host.example); nothing was sent. If you mean it, add --confirm 0f1e2d3c-0000-4000-8000-000000000001,",
                "mine | host.example | confirm: 'host.example' is not the tenant 0f1e2d3c-0000-4000-8000-000000000001 (https://host.example); nothing was sent.",
                "https://host.example | - | confirm: not given, and this run would write to the server host.example (https://host.example); nothing was sent. If you mean it, add --confirm host.example, for Maven -Dconfirm=host.example;",
                "http://10.0.0.1:9 | host.example | confirm: 'host.example' is not the server 10.0.0.1"
            })
    void refusesARunThatNobodyConfirmed(String target, String confirm, String message) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "target",
                target,
                "tick.top",
                top.toString(),
                "tick.directory",
                top.resolve("out").toString()));
        if (!confirm.equals("-")) {
            properties.put("confirm", confirm);
        }
        String told = String.valueOf(assertThrows(
                        InvalidSettingException.class, () -> ContractChoice.of(properties, SECRETS, Clock.systemUTC()))
                .getMessage());
        assertTrue(told.startsWith(message), told);
        assertFalse(Files.exists(top.resolve("out")));
    }

    @Test
    void takesTheTenantOfTheTokenWhereNoFileNamesOne() {
        String claims = Base64.getUrlEncoder()
                .encodeToString(("{\"tid\": \"" + TENANT + "\"}").getBytes(StandardCharsets.UTF_8));
        Map<String, String> token = Map.of("TICK_TOKEN", "a." + claims + ".b");
        Settings unconfirmed = Settings.of(Map.of("target", "https://host.example"), token);
        String told = String.valueOf(assertThrows(InvalidSettingException.class, unconfirmed::requireConfirmation)
                .getMessage());
        assertTrue(told.contains("add --confirm " + TENANT), told);
        Settings.of(Map.of("target", "https://host.example", "confirm", TENANT), token)
                .requireConfirmation();
    }

    @Test
    void asksForNoWordOnThisMachine() {
        try (StubServer stub = StubServer.start()) {
            Map<String, String> token = Map.of("TICK_TOKEN", stub.token(stub.application(), TokenVariant.SOUND));
            Settings.of(Map.of("target", stub.baseUrl().toString()), token).requireConfirmation();
            Settings.of(Map.of(), Map.of()).requireConfirmation();
        }
    }

    @Test
    void knowsTheKindsOfTokenThatTheRunCanHave() throws IOException {
        Files.writeString(
                top.resolve("targets/mine.yaml"),
                "region: eu\ntenant: " + TENANT + "\ncredentials: {sound: {client-id: a, secret: MY_TOKEN}}\n");
        assertEquals(
                Set.of(TokenKind.SOUND, TokenKind.EXPIRED),
                settings(Map.of("target", "mine")).kinds());
    }

    private Settings settings(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.put("tick.top", top.toString());
        return Settings.of(all, SECRETS);
    }
}
