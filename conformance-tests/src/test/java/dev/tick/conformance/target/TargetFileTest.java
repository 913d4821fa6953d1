package dev.tick.conformance.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.conduct.Conduct;
import dev.tick.conformance.conduct.Rate;
import dev.tick.conformance.conduct.Writing;
import dev.tick.conformance.credential.Authority;
import dev.tick.conformance.credential.ClientKeys;
import dev.tick.conformance.credential.Credential;
import dev.tick.conformance.credential.TokenVersion;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.document.Key;
import dev.tick.spec.register.Specification;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetFileTest {
    private static final Map<String, String> SECRETS = Map.of(
            "TICK_SECRET", "canary of mine",
            "TICK_CLIENT_SECRET", "canary of mine",
            "TICK_PASSWORD", "canary of the file",
            "TICK_CERTIFICATE_PASSWORD", "canary of the file",
            "TICK_TOKEN_EXPIRED", "canary.token",
            "TICK_TOKEN_OLD", "Bearer canary.token");

    @TempDir
    private Path top = Path.of("");

    @Test
    void readsEveryKey() throws IOException {
        Files.createDirectories(top.resolve("known"));
        Files.writeString(top.resolve("known/mine.yaml"), "[]");
        ClientKeys.rsa(Instant.now()).store(top.resolve("app.p12"), "canary of the file");
        Files.writeString(top.resolve("assertion"), "");
        TargetFile file = parse("""
                base-url: https://host.example/prefix/
                contract: indicators
                tenant: 0f1e2d3c-0000-4000-8000-000000000001
                authority: {base: "https://login.host.example", version: v1}
                audience: https://host.example
                capabilities: [list, batch-delete]
                credentials:
                  sound: {client-id: a1, secret: TICK_SECRET}
                  without-role: {client-id: a2, certificate: app.p12, password: TICK_PASSWORD}
                  other-application: {client-id: a3, assertion-file: assertion}
                  expired: {token: TICK_TOKEN_OLD}
                pace: 50
                budget: 400
                deadline: 20
                deviations: known/mine.yaml
                proxy: http://proxy.example:3128
                owner: {organisation: Example Ltd, contact: soc@host.example}
                read-only: true
                """);
        assertEquals(
                new TargetFile(
                        "mine",
                        top.resolve("targets/mine.yaml"),
                        URI.create("https://host.example/prefix"),
                        Optional.of("indicators"),
                        Optional.of("0f1e2d3c-0000-4000-8000-000000000001"),
                        Optional.of(new Authority(
                                URI.create("https://login.host.example"),
                                "0f1e2d3c-0000-4000-8000-000000000001",
                                TokenVersion.V1,
                                "https://host.example")),
                        Set.of(Effect.CREATE, Effect.LIST, Effect.REMOVE_MANY),
                        Map.of(
                                TokenKind.SOUND, new Credential.ClientSecret("a1", "canary of mine"),
                                TokenKind.WITHOUT_ROLE,
                                        new Credential.ClientCertificate(
                                                "a2", top.resolve("app.p12"), Optional.of("canary of the file")),
                                TokenKind.OTHER_APPLICATION,
                                        new Credential.FederatedAssertion("a3", top.resolve("assertion")),
                                TokenKind.EXPIRED, new Credential.GivenToken("canary.token")),
                        new Conduct(new Rate(50, Duration.ofMinutes(1)), 400, Writing.READ_ONLY),
                        Optional.of(Duration.ofMinutes(20)),
                        Optional.of(new InputFile("known/mine.yaml", top.resolve("known/mine.yaml"))),
                        Optional.of(URI.create("http://proxy.example:3128")),
                        Optional.empty(),
                        Optional.of(new Owner("Example Ltd", Optional.of("soc@host.example")))),
                file);
        assertFalse(file.toString().contains("canary"), file.toString());
    }

    @Test
    void takesBaseAuthorityAndAudienceFromTheRegion() {
        TargetFile file = parse("""
                region: gcc-high
                tenant: host.example
                """);
        assertEquals(URI.create("https://api-gov.securitycenter.microsoft.us"), file.baseUrl());
        assertEquals(
                Optional.of(new Authority(
                        URI.create("https://login.microsoftonline.us"),
                        "host.example",
                        TokenVersion.V2,
                        "https://api-gov.securitycenter.microsoft.us")),
                file.authority());
        assertEquals(Conduct.ofForeign(), file.conduct());
        assertEquals(Conduct.ofOwn(), parse("base-url: http://127.0.0.1:8080").conduct());
    }

    /** The contract of today lists its servers, so that no region can lie elsewhere. */
    @Test
    void everyRegionIsAServerOfTheContract() {
        List<String> servers = Specification.load("indicators")
                .contract()
                .source()
                .root()
                .path("servers")
                .valueStream()
                .map(one -> one.path("url").asString(""))
                .toList();
        Region.all()
                .forEach(region -> assertTrue(servers.contains(region.baseUrl().toString()), region.toString()));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateIsRead(String name) {
        String text = new TargetFiles(top).text(name);
        TargetFile file = parse(text);
        assertEquals(Set.of(TokenKind.SOUND), file.credentials().keySet());
        assertTrue(file.authority().isPresent());
        assertEquals(
                ConductKeys.usual(file.baseUrl()).budget(),
                file.conduct().budget(),
                "a template says the default, so that whoever leaves the line out gets the same");
    }

    /** What is commented out in a template is sound as well, once its files are there. */
    @Test
    void readsWhatATemplateLeavesOut() throws IOException {
        Files.createDirectories(top.resolve("targets"));
        Files.createDirectories(top.resolve("deviations"));
        ClientKeys.rsa(Instant.now()).pem(top.resolve("targets/without-role.pem"));
        for (String file : List.of("targets/assertion", "deviations/mine.yaml")) {
            Files.writeString(top.resolve(file), "");
        }
        String text = new TargetFiles(top)
                .text("tenant-dod")
                .replaceAll("(?m)^#(?=  |[a-z])", "")
                .replace("/var/run/secrets/tokens/tick", "targets/assertion")
                .replace("ca: targets/ca.pem", "");
        TargetFile file = parse(text);
        assertEquals(
                Set.of(TokenKind.SOUND, TokenKind.WITHOUT_ROLE, TokenKind.OTHER_APPLICATION, TokenKind.EXPIRED),
                file.credentials().keySet());
        assertEquals(Writing.READ_ONLY, file.conduct().writing());
        assertTrue(file.proxy().isPresent());
    }

    static Stream<String> templates() {
        return TargetFiles.templates().stream();
    }

    @Test
    void tellsEveryProblemAtOnceWithItsLineAndRemedy() {
        assertEquals(
                List.of(
                        "target: targets/mine.yaml cannot be used:",
                        "  targets/mine.yaml:1: unknown key 'regoin' (did you mean 'region'?); expected one of "
                                + TargetReader.KEYS.stream().map(Key::name).toList(),
                        "  targets/mine.yaml:2: capabilities: expected a list of at least one, each one of [submit, list, get,"
                                + " patch, delete, import, batch-delete], got [\"lsit\"]",
                        "  targets/mine.yaml:3: pace: expected a number from 1 to 1000000, got \"fast\"",
                        "  targets/mine.yaml:5: credentials/sound/secret: the environment variable TICK_NONE is not set; export"
                                + " the secret in it, or remove the entry"),
                problem("""
                        regoin: eu
                        capabilities: [lsit]
                        pace: fast
                        credentials:
                          sound: {client-id: a, secret: TICK_NONE}
                        """).lines().toList());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void offersTheNearestRightKey(String key) {
        String slip = key.substring(0, key.length() - 1) + "x";
        String told = problem(slip + ": 1\n");
        assertTrue(told.contains("unknown key '" + slip + "'"), told);
        assertTrue(key.length() < 3 || told.contains("(did you mean '" + key + "'?)"), told);
    }

    static Stream<String> keys() {
        return TargetReader.KEYS.stream().map(Key::name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sound: {client-id: a, secret: kanari7} | credentials/sound/secret: expected the name of an environment variable",
                "sound: {client-id: a, secret: 12345678} | credentials/sound/secret: expected text, got a number",
                "sound: {client-id: a, secret: {kanari: 1}} | credentials/sound/secret: expected text, got a mapping",
                "sound: kanari7 | sound: expected a mapping of [client-id, secret, certificate, password, assertion-file, token], got a text",
                "sound: {client-id: a, secret: Abc8Q~kanari7kanari7kanari7kanari7kan} | looks like a client secret; name the environment variable that holds it",
                "sound: {client-id: a, token: eyJkanari7kanari7.e30.x} | looks like an access token; name the environment variable",
                "sound: {client-id: eyJkanari7kanari7} | looks like an access token",
                "sound: {token: TICK_TOKEN_OLD, client-id: a} | client-id: a token that is given names its application itself",
                "sound: {client-id: a} | sound: expected one of [secret, certificate, assertion-file, token], got none",
                "sound: {client-id: a, secret: TICK_SECRET, token: TICK_TOKEN_OLD} | got [secret, token]",
                "sound: {secret: TICK_SECRET} | the key 'client-id' is missing",
                "sound: {client-id: a, certificate: none.pem} | there is no readable file 'none.pem'",
                "sound: {client-id: a, secret: TICK_SECRET, password: TICK_PASSWORD} | password: is for a certificate",
                "sond: {client-id: a, secret: TICK_SECRET} | credentials/sond: 'sond' is no name of a token (did you mean 'sound'?)"
            })
    void refusesACredentialWithoutQuotingASecret(String entry, String expected) {
        String told = problem("region: eu\ntenant: a\ncredentials:\n  " + entry + "\n");
        assertTrue(told.contains(expected), told);
        assertTrue(told.contains("targets/mine.yaml:"), told);
        assertFalse(told.contains("kanari7") || told.contains("12345678") || told.contains("canary"), told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pace: 10 | neither the key 'region' nor 'base-url' is there; add one of the two",
                "region: eu#base-url: https://host.example | region: 'base-url' is there as well, and both say where the server is; remove one of the two",
                "base-url: https://host.example/x/api/indicators | ends with the path of an operation",
                "region: eu#pace: 99999999999999999999 | pace: expected a number from 1 to",
                "region: eu#Bearer geheimgeheim: 1 | looks like an access token",
                "region: europe | region: expected one of [worldwide, us, eu,",
                "base-url: ftp://host.example | base-url: 'ftp://host.example' is no http or https URL of a target",
                "base-url: https://me:geheim@host.example | base-url: 'https://…@host.example' is no http or https URL",
                "region: eu#tenant: my tenant | tenant: 'my tenant' is neither the id nor a domain name",
                "region: eu#contract: indicator | (did you mean 'indicators'?)",
                "region: eu#tenant: a#authority: {version: v1}#audience: a b | audience: 'a b' is no name of an API",
                "region: eu#tenant: a#authority: {base: 'http://host.example'} | authority: 'http://host.example' is not https",
                "base-url: https://host.example#tenant: a#audience: b#authority: {version: v1}#credentials: {sound: {client-id: a, secret: TICK_SECRET}} | authority: its key 'base' is missing",
                "base-url: https://host.example#tenant: a#audience: b#proxy: http://proxy.example#authority: {base: 'http://127.0.0.1:1'}#credentials: {sound: {client-id: a, secret: TICK_SECRET}} | a secret would cross the proxy",
                "region: eu#proxy: https://proxy.example | the kit speaks to proxies by http alone",
                "region: eu#ca: none.pem | ca: there is no file 'none.pem'",
                "region: eu#owner: {contact: a} | owner: the key 'organisation' is missing; add it",
                "region: eu#authority: {version: v3} | authority/version: expected one of [v1, v2], got 'v3'",
                "[] | expected the keys [base-url,",
                "region: [ | not YAML"
            })
    void namesKeyValueAndRemedy(String text, String expected) {
        String told = problem(text.replace('#', '\n'));
        assertTrue(told.contains(expected), told);
        assertFalse(told.contains("geheim"), told);
    }

    @Test
    void tellsOfACertificateThatNobodyCouldUse() throws IOException {
        ClientKeys.rsa(Instant.now()).store(top.resolve("app.p12"), "another");
        String told = problem("""
                region: eu
                tenant: a
                credentials:
                  sound: {client-id: a, certificate: app.p12, password: TICK_PASSWORD}
                """);
        assertTrue(told.contains("app.p12 is no PEM or PKCS #12 file"), told);
        assertTrue(told.contains("or its password is another"), told);
        assertTrue(told.contains("credentials/sound/certificate"), told);
    }

    @Test
    void tellsTheNearestNameAndWhereItLooked() throws IOException {
        Files.createDirectories(top.resolve("targets"));
        Files.writeString(top.resolve("targets/staging.yaml"), "base-url: https://host.example\n");
        TargetFiles files = new TargetFiles(top);
        assertEquals(List.of("staging"), files.own());
        assertEquals(
                "https://host.example",
                files.read("staging", Map.of()).baseUrl().toString());
        assertEquals(
                "https://host.example",
                files.read("targets/staging.yaml", Map.of()).baseUrl().toString());
        assertEquals(
                "target: 'stagin' is neither 'stub', nor a URL, nor the name of a file (did you mean 'staging'?); looked for "
                        + top.resolve("targets/stagin.yaml")
                        + " and among the kit's own; 'tick targets list' shows all",
                assertThrows(InvalidSettingException.class, () -> files.read("stagin", Map.of()))
                        .getMessage());
        assertEquals(
                "target: 'tenant-eu' is a template of the kit; copy it by 'tick targets show tenant-eu > targets/mine.yaml',"
                        + " write your values, and name 'mine'",
                assertThrows(InvalidSettingException.class, () -> files.read("tenant-eu", Map.of()))
                        .getMessage());
    }

    private TargetFile parse(String text) {
        return new TargetFiles(top)
                .parse(new InputFile("targets/mine.yaml", top.resolve("targets/mine.yaml")), text, SECRETS);
    }

    private String problem(String text) {
        return String.valueOf(
                assertThrows(InvalidSettingException.class, () -> parse(text)).getMessage());
    }
}
