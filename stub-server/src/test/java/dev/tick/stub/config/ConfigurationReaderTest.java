package dev.tick.stub.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubConfig.QuotaScope;
import dev.tick.stub.StubConfig.Scheme;
import dev.tick.stub.access.Application;
import dev.tick.stub.limit.Limits;
import dev.tick.stub.pipeline.RefusalPolicy;
import dev.tick.stub.quota.EarlyRetry;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.RateLimitHeaders;
import dev.tick.stub.quota.ThrottleStyle;
import dev.tick.stub.scenario.NamedScenario;
import dev.tick.stub.tenant.TenantPolicy;
import dev.tick.stub.tls.ServerCertificate;
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
    private static final List<Specification> EDITIONS = List.of(Specification.load("tiindicators"));

    @TempDir
    Path folder;

    @Test
    void readsEveryKey() {
        StubConfig read = read("""
                contracts: [indicators, tiindicators]
                port: 0
                bind: 0.0.0.0
                https: true
                refuse: everything
                without: [batch-delete-in-small]
                scenario: monday
                quotas:
                  - {calls: 10, per: 30s}
                  - {calls: 20, per: 1h}
                operation-quotas: true
                throttle: recorded
                rate-limit-headers: draft-10
                early-retry: refused
                capacity: 5
                page-size: 7
                token-lifetime: 60s
                tenants: open
                max-tenants: 7
                max-body: 64KiB
                max-nesting: 7
                max-header: 8KiB
                request-timeout: 5s
                scenarios:
                  monday: {description: Slow., steps: "fine x1, delay 2s"}
                applications:
                  - {id: one, secret: "s1", roles: [Ti.ReadWrite]}
                  - {id: two, secret-from: TWO_SECRET, roles: []}
                """);
        assertEquals(List.of("batch-delete-in-small"), read.without());
        assertEquals(
                List.of("indicators", "tiindicators"),
                read.specifications().stream().map(Specification::name).toList());
        assertEquals(0, read.port());
        assertEquals("0.0.0.0", read.address());
        assertEquals(Scheme.HTTPS, read.scheme());
        assertEquals(RefusalPolicy.EVERYTHING, read.refuse());
        assertEquals(Optional.of("monday"), read.scenario());
        assertEquals(List.of(new Quota(10, Duration.ofSeconds(30)), new Quota(20, Duration.ofHours(1))), read.quotas());
        assertEquals(QuotaScope.OPERATION, read.quotaScope());
        assertEquals(ThrottleStyle.RECORDED, read.throttle());
        assertEquals(RateLimitHeaders.DRAFT_10, read.rateLimitHeaders());
        assertEquals(EarlyRetry.REFUSED, read.earlyRetry());
        assertEquals(5, read.capacity());
        assertEquals(7, read.pageSize());
        assertEquals(Duration.ofMinutes(1), read.tokenLifetime());
        assertEquals(TenantPolicy.OPEN, read.tenants());
        assertEquals(7, read.maxTenants());
        assertEquals(new Limits(65_536, 7, 8192, Duration.ofSeconds(5)), read.limits());
        assertEquals(List.of(new NamedScenario("monday", "Slow.", "fine x1, delay 2s")), read.scenarios());
        assertEquals(
                List.of("s1", "from the environment"),
                read.applications().stream().map(Application::secret).toList());
        assertEquals(
                List.of(List.of("Ti.ReadWrite"), List.of()),
                read.applications().stream().map(Application::roles).toList());
    }

    @Test
    void readsTheFormerWords() {
        assertEquals(read("scenario: outage"), read("mood: outage"));
        assertEquals(read("refuse: everything"), read("refuse: all"));
        assertEquals(read("refuse: documented"), read("refuse: facts"));
        assertEquals(
                "config: stub.yaml cannot be used:\n  stub.yaml:1: mood: it is the former name of 'scenario', which is"
                        + " there, too; remove it",
                problems("{scenario: outage, mood: outage}"));
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
                  stub.yaml:1: unknown key 'prot' (did you mean 'port'?); expected one of [contracts, port, bind, https, admin-key, tenant, client-id, client-secret, signing-key, certificate, certificate-out, refuse, without, scenarios, scenario, quotas, operation-quotas, throttle, rate-limit-headers, early-retry, capacity, page-size, token-lifetime, tenants, max-tenants, max-body, max-nesting, max-header, request-timeout, applications]
                  stub.yaml:4: quotas/0: unknown key 'pre' (did you mean 'per'?); expected one of [calls, per]
                  stub.yaml:2: refuse: expected one of [everything, documented, nothing], got 'documentd' (did you mean 'documented'?)""".lines().sorted().toList(), problems("""
                        prot: 8080
                        refuse: documentd
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
                "admin-key: abc | admin-key: expected at least 16 characters, got 3",
                "tenant: contoso | tenant: expected a GUID such as 11111111-2222-3333-4444-555555555555, got 'contoso'",
                "signing-key: none.pem | signing-key: cannot read the file FOLDER/none.pem; correct the path",
                "certificate: none.pem | certificate: cannot read the file FOLDER/none.pem; correct the path",
                "quotas: none | quotas: expected a list, got \"none\"",
                "quotas: off | write true or false, or quote 'off'",
                "quotas: [{calls: 0, per: 1m}] | quotas/0/calls: expected a number from 1 to 2147483647, got 0",
                "quotas: [{calls: 1, per: 1 day}] | quotas/0/per: expected a time longer than nothing, such as 90s, 1m or 2h, got '1 day'",
                "token-lifetime: 25h | token-lifetime: expected at most 24h, got '25h'",
                "max-body: 1MB | max-body: expected a size such as 64KiB or 1MiB, got '1MB'",
                "max-header: 2MiB | max-header: expected 1KiB to 1MiB, got '2MiB'",
                "max-nesting: 501 | max-nesting: expected a number from 1 to 500, got 501",
                "request-timeout: 2h | request-timeout: expected at most 1h, got '2h'",
                "tenants: opn | tenants: expected one of [known, open], got 'opn' (did you mean 'open'?)",
                "max-tenants: 0 | max-tenants: expected a number from 1 to 10000, got 0",
                "scenario: outge | scenario: in 'outge', 'outge' is unknown (did you mean 'outage'?); expected the name of a scenario, one of [token-expires, throttled, burst, hiccup, outage, token-outage, lost-answer, flaky-network, cut-answers, hold-off, slow-service, trickle], or an action of [fine, 400 to 599, retry-after <time>, retry-after none, retry-after-date <time>, redirect, fail-item, answer <form>, expired-token, delay <time>, slow <time>, drop, reset, garbage, half-close, half-reset, half-hang <time>, last-chunk-cut, fault <name>]",
                "scenarios: {a: {steps: drop}} | scenarios/a: the key 'description' is missing; add it",
                "scenarios: {a: {description: b, steps: 700}} | scenarios/a/steps: expected text, got 700; write it out, in quotes where it is a number",
                "applications: [{id: a, secret: b}] | applications/0: the key 'roles' is missing; add it",
                "applications: [{id: a, roles: []}] | applications/0/id: the application cannot prove itself; add one of secret, secret-from, certificate, federations",
                "applications: [{id: a, secret-from: TWO_SECRETS, roles: []}] | applications/0/secret-from: the environment variable TWO_SECRETS is not set; set it (did you mean 'TWO_SECRET'?)",
                "applications: [{id: a, secret: b, roles: [Ti.ReadWrit]}] | applications/0/roles: 'Ti.ReadWrit' looks like a slip for 'Ti.ReadWrite'",
                "applications: [{id: a, secret: b, roles: []}, {id: a, secret: c, roles: []}] | applications: expected each id once, got 'a' twice",
                "contracts: [indicators, indicators] | contracts: expected each contract once, got 'indicators' twice",
                "{contracts: [indicators], without: [read-by-ids]} | without: expected one of [read-by-id, batch-delete-in-small], got 'read-by-ids' (did you mean 'read-by-id'?)",
                "- 1 | expected the keys [contracts, port, bind, https, admin-key, tenant, client-id, client-secret, signing-key, certificate, certificate-out, refuse, without, scenarios, scenario, quotas, operation-quotas, throttle, rate-limit-headers, early-retry, capacity, page-size, token-lifetime, tenants, max-tenants, max-body, max-nesting, max-header, request-timeout, applications], got [1]"
            })
    void saysWhatIsWrongWithAValue(String yaml, String problem) {
        assertEquals(
                "config: stub.yaml cannot be used:\n  stub.yaml:1: " + problem.replace("FOLDER", folder.toString()),
                problems(yaml));
    }

    @Test
    void lacksAFile() {
        assertEquals(
                "config: stub.yaml cannot be used:\n  stub.yaml:1: applications/0/certificate: cannot read the file "
                        + folder.resolve("no.pem") + "; correct the path",
                problems("applications: [{id: a, roles: [], certificate: no.pem}]"));
    }

    @Test
    void keepsWhatTheFileDoesNotSay() {
        assertEquals(StubConfig.service(EDITIONS).build(), read("{}"));
        assertEquals(StubConfig.service(EDITIONS).port(1).build(), read("port: 1"));
    }

    @Test
    void hasTheQuotasOfTheServiceUnlessTheyAreOff() {
        assertEquals(
                List.of(new Quota(100, Duration.ofMinutes(1)), new Quota(1_500, Duration.ofHours(1))),
                read("port: 1").quotas());
        assertEquals(QuotaScope.OPERATION, read("port: 1").quotaScope());
        assertEquals(List.of(), read("quotas: 'off'").quotas());
        assertEquals(List.of(), read("quotas: false").quotas());
        assertEquals(QuotaScope.APPLICATION, read("quotas: false").quotaScope());
    }

    private StubConfig read(String yaml) {
        StubConfig.Builder config = StubConfig.service(EDITIONS);
        new ConfigurationReader(folder, Map.of("TWO_SECRET", "from the environment")).read("stub.yaml", yaml, config);
        return config.build();
    }

    private String problems(String yaml) {
        return String.valueOf(
                assertThrows(ConfigurationException.class, () -> read(yaml)).getMessage());
    }
}
