package dev.tick.stub.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Register;
import dev.tick.stub.config.Configuration.Scheme;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.mood.MoodGrammar;
import dev.tick.stub.mood.Scenario;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.ThrottleStyle;
import dev.tick.stub.service.Strictness;
import dev.tick.stub.tls.ServerCertificate;
import dev.tick.stub.token.Application;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {
    private static final Contract CONTRACT = Contract.load("tiindicators");
    private static final FaultCatalogue FAULTS = new FaultCatalogue(CONTRACT, Register.load("tiindicators", CONTRACT));

    @TempDir
    Path folder;

    @Test
    void readsEveryKey() {
        Configuration read = read("""
                port: 0
                bind: 0.0.0.0
                https: true
                refuse: all
                mood: monday
                quotas:
                  - {calls: 10, per: 30s}
                  - {calls: 20, per: 1h}
                throttle: recorded
                capacity: 5
                token-lifetime: 60s
                scenarios:
                  monday: {description: Slow., steps: "fine x1, delay 2s"}
                applications:
                  - {id: one, secret: "s1", roles: [Ti.ReadWrite]}
                  - {id: two, secret-from: TWO_SECRET, roles: []}
                """);
        assertEquals(Optional.of(0), read.port());
        assertEquals("0.0.0.0", read.address());
        assertEquals(Optional.of(Scheme.HTTPS), read.scheme());
        assertEquals(Optional.of(Strictness.ALL), read.refuse());
        assertEquals(Optional.of("monday"), read.mood());
        assertEquals(List.of(new Quota(10, Duration.ofSeconds(30)), new Quota(20, Duration.ofHours(1))), read.limits());
        assertEquals(Optional.of(ThrottleStyle.RECORDED), read.throttle());
        assertEquals(Optional.of(5), read.capacity());
        assertEquals(Optional.of(Duration.ofMinutes(1)), read.tokenLifetime());
        assertEquals(List.of(new Scenario("monday", "Slow.", "fine x1, delay 2s")), read.scenarios());
        assertEquals(
                List.of("s1", "from the environment"),
                read.applications().stream().map(Application::secret).toList());
        assertEquals(
                List.of(List.of("Ti.ReadWrite"), List.of()),
                read.applications().stream().map(Application::roles).toList());
    }

    @Test
    void readsCertificatesAndFederationsFromFilesBesideIt() throws IOException {
        Files.writeString(
                folder.resolve("app.pem"),
                ServerCertificate.create("app.example", Clock.systemUTC()).pem());
        Files.writeString(folder.resolve("jwks.json"), "{\"keys\":[]}");
        Application read = read("""
                applications:
                  - id: one
                    roles: []
                    certificate: app.pem
                    federations:
                      - {issuer: "https://issuer.example", subject: repo, keys: jwks.json}
                """).applications().get(0);
        assertEquals(1, read.certificates().size());
        assertEquals("https://issuer.example", read.federations().get(0).issuer());
        assertEquals("api://AzureADTokenExchange", read.federations().get(0).audience());
        assertEquals(Optional.empty(), read.clientSecret());
    }

    @Test
    void tellsEveryProblemOfAFileAtOnce() {
        assertEquals(
                """
                config: stub.yaml cannot be used:
                  stub.yaml:1: unknown key 'prot' (did you mean 'port'?); expected one of [port, bind, https, refuse, mood, quotas, throttle, capacity, token-lifetime, scenarios, applications]
                  stub.yaml:4: quotas/0: unknown key 'pre' (did you mean 'per'?); expected one of [calls, per]
                  stub.yaml:2: refuse: expected one of [all, facts, nothing], got 'fact' (did you mean 'facts'?)""".lines().sorted().toList(), problems("""
                        prot: 8080
                        refuse: fact
                        quotas:
                          - {calls: 100, pre: 1m}
                        """).lines().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port: 99999 | port: expected a number from 0 to 65535, got 99999",
                "https: 'yes' | https: expected true or false, got \"yes\"",
                "admin-key: abc | admin-key: a secret has no place in a file; remove it, and set TICK_ADMIN_KEY instead",
                "quotas: none | quotas: expected a list, got \"none\"",
                "quotas: off | write true or false, or quote 'off'",
                "quotas: [{calls: 0, per: 1m}] | quotas/0/calls: expected a number from 1 to 2147483647, got 0",
                "quotas: [{calls: 1, per: 1 day}] | quotas/0/per: expected a time longer than nothing, such as 90s, 1m or 2h, got '1 day'",
                "token-lifetime: 25h | token-lifetime: expected at most 24h, got '25h'",
                "mood: outge | mood: mood: in 'outge', 'outge' is unknown (did you mean 'outage'?); expected the name of a scenario, one of [token-expires, throttled, burst, hiccup, outage, token-outage, lost-answer, flaky-network, slow-service, trickle], or a manner of [fine, 400 to 599, expired-token, delay <time>, slow <time>, drop, reset, garbage, fault <name>]",
                "scenarios: {a: {steps: drop}} | scenarios/a: the key 'description' is missing; add it",
                "scenarios: {a: {description: b, steps: 700}} | scenarios/a/steps: expected text, got 700; write it out, in quotes where it is a number",
                "applications: [{id: a, secret: b}] | applications/0: the key 'roles' is missing; add it",
                "applications: [{id: a, roles: []}] | applications/0/id: the application cannot prove itself; add one of secret, secret-from, certificate, federations",
                "applications: [{id: a, secret-from: TWO_SECRETS, roles: []}] | applications/0/secret-from: the environment variable TWO_SECRETS is not set; set it (did you mean 'TWO_SECRET'?)",
                "applications: [{id: a, secret: b, roles: [Ti.ReadWrit]}] | applications/0/roles: 'Ti.ReadWrit' looks like a slip for 'Ti.ReadWrite'",
                "- 1 | expected the keys [port, bind, https, refuse, mood, quotas, throttle, capacity, token-lifetime, scenarios, applications], got [1]"
            })
    void saysWhatIsWrongWithAValue(String yaml, String problem) {
        assertEquals("config: stub.yaml cannot be used:\n  stub.yaml:1: " + problem, problems(yaml));
    }

    @Test
    void lacksAFile() {
        assertEquals(
                "config: stub.yaml cannot be used:\n  stub.yaml:1: applications/0/certificate: cannot read the file "
                        + folder.resolve("no.pem") + "; correct the path",
                problems("applications: [{id: a, roles: [], certificate: no.pem}]"));
    }

    @Test
    void overridesWhateverTheNextOneSays() {
        String all = """
                port: %1$d
                bind: 127.0.0.%1$d
                https: %2$s
                refuse: %3$s
                mood: delay %1$ds
                quotas: [{calls: %1$d, per: 1s}]
                throttle: %4$s
                capacity: %1$d
                token-lifetime: %1$ds
                scenarios: {monday: {description: a, steps: delay %1$ds}}
                applications: [{id: app%1$d, secret: s, roles: []}]
                """;
        Configuration one = read(all.formatted(1, "true", "all", "recorded"));
        Configuration other = read(all.formatted(2, "false", "facts", "documented"));
        assertEquals(one, one.over(other));
        assertEquals(other, other.over(one));
        assertEquals(one, Configuration.empty().over(one));
    }

    @Test
    void hasTheQuotasOfTheServiceUnlessTheyAreOff() {
        assertEquals(
                List.of(new Quota(100, Duration.ofMinutes(1)), new Quota(1_500, Duration.ofHours(1))),
                read("port: 1").limits());
        assertEquals(List.of(), read("quotas: 'off'").limits());
        assertEquals(List.of(), read("quotas: false").limits());
    }

    private Configuration read(String yaml) {
        MoodGrammar moods = new MoodGrammar(
                FAULTS, CONTRACT.operations().stream().map(Operation::id).toList());
        ApplicationReader applications = new ApplicationReader(
                folder,
                Map.of("TWO_SECRET", "from the environment"),
                CONTRACT.tokens().roles());
        return new ConfigurationReader(moods, applications).read("stub.yaml", yaml);
    }

    private String problems(String yaml) {
        return String.valueOf(
                assertThrows(ConfigurationException.class, () -> read(yaml)).getMessage());
    }
}
