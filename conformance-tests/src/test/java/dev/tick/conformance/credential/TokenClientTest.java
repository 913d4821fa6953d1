package dev.tick.conformance.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.spec.register.Specification;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.access.Application;
import dev.tick.stub.access.Federation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of a credential gets a token of the stub's authority, over HTTPS, in both forms of its endpoint. */
class TokenClientTest {
    private static final String AUDIENCE = "https://api.securitycenter.windows.com";
    private static final String PASSWORD = "canary-of-a-key";
    private static final Instant LATER = Instant.parse("2126-01-01T00:00:00Z");
    private static final ClientKeys RSA = ClientKeys.rsa(LATER);
    private static final ClientKeys ELLIPTIC = ClientKeys.elliptic(LATER);
    private static final ClientKeys CLUSTER = ClientKeys.rsa(LATER);
    private static final Federation FEDERATION = new Federation(
            "https://cluster.example", "system:serviceaccount:a:b", Federation.USUAL_AUDIENCE, CLUSTER.published());

    private static final StubServer STUB = StubServer.start(StubConfig.builder(
                    Specification.load("tiindicators").contract(),
                    Specification.load("tiindicators").register())
            .scheme(StubConfig.Scheme.HTTPS)
            .build());

    @TempDir
    private static Path folder;

    private static TrustedAuthorities authorities = TrustedAuthorities.ofJvm();

    @BeforeAll
    static void trust() throws IOException {
        authorities = TrustedAuthorities.beside(
                Files.writeString(folder.resolve("ca.pem"), STUB.certificate().orElseThrow()));
    }

    @AfterAll
    static void close() {
        STUB.close();
    }

    @ParameterizedTest
    @EnumSource
    void aSecretGetsAToken(TokenVersion version) {
        Application own =
                added(new Application(UUID.randomUUID().toString(), "a+b/c=d&e%f g", List.of("Ti.ReadWrite")));
        assertIssued(own, version, new Credential.ClientSecret(own.id(), own.secret()));
    }

    @ParameterizedTest
    @EnumSource
    void aCertificateGetsATokenAsPem(TokenVersion version) throws IOException {
        Application own = withKeys(RSA);
        assertIssued(own, version, certificate(own, RSA.pem(folder.resolve("key.pem")), Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void aCertificateGetsATokenAsAStore(TokenVersion version) throws IOException {
        Application own = withKeys(RSA);
        assertIssued(
                own, version, certificate(own, RSA.store(folder.resolve("k.p12"), PASSWORD), Optional.of(PASSWORD)));
    }

    @Test
    void aKeyMayBeEncryptedOrElliptic() throws IOException {
        Application own = withKeys(RSA);
        assertIssued(
                own,
                TokenVersion.V2,
                certificate(own, RSA.encryptedPem(folder.resolve("e.pem"), PASSWORD), Optional.of(PASSWORD)));
        assertIssued(
                own,
                TokenVersion.V2,
                certificate(own, RSA.classicPem(folder.resolve("c.pem"), PASSWORD), Optional.of(PASSWORD)));
        Application other = withKeys(ELLIPTIC);
        assertIssued(
                other, TokenVersion.V2, certificate(other, ELLIPTIC.pem(folder.resolve("ec.pem")), Optional.empty()));
    }

    /** Whoever writes the assertion renews it, so the file is read for each token. */
    @ParameterizedTest
    @EnumSource
    void anAssertionGetsATokenAndIsReadAnew(TokenVersion version) throws IOException, JOSEException {
        Application own = added(new Application(UUID.randomUUID().toString(), "unused", List.of("Ti.ReadWrite"))
                .withFederation(FEDERATION));
        Path file = Files.writeString(folder.resolve("assertion-" + version), assertion(Instant.now()) + "\n");
        Credential credential = new Credential.FederatedAssertion(own.id(), file);
        assertIssued(own, version, credential);
        Files.writeString(file, assertion(Instant.now().minus(Duration.ofHours(2))));
        String message = failure(credential, version);
        assertTrue(message.contains("answered 401 invalid_client (AADSTS700027"), message);
    }

    @Test
    void aTokenAtHandIsGivenOn() {
        IssuedToken token =
                client(Clock.systemUTC()).issue(new Credential.GivenToken("opaque"), authority(TokenVersion.V1));
        assertEquals(new IssuedToken("opaque", Optional.empty()), token);
    }

    /** A clock that is five minutes before or behind makes assertions of the future or the past. */
    @Test
    void clocksMayDifferByFiveMinutes() throws IOException {
        Application own = withKeys(RSA);
        Credential credential = certificate(own, RSA.pem(folder.resolve("skew.pem")), Optional.empty());
        for (Duration skew : List.of(Duration.ofMinutes(-5), Duration.ofMinutes(5))) {
            IssuedToken token =
                    client(Clock.offset(Clock.systemUTC(), skew)).issue(credential, authority(TokenVersion.V2));
            Duration life =
                    Duration.between(Instant.now().plus(skew), token.expiry().orElseThrow());
            assertTrue(
                    life.compareTo(Duration.ofMinutes(55)) > 0 && life.compareTo(Duration.ofHours(1)) < 0, "" + life);
        }
    }

    @Test
    void aWrongSecretIsNamedWithTheAuthoritysNumber() {
        Application own = added(new Application(UUID.randomUUID().toString(), "right", List.of()));
        String message = failure(new Credential.ClientSecret(own.id(), "canary-wrong"), TokenVersion.V2);
        assertTrue(
                message.startsWith(
                        authority(TokenVersion.V2).tokenEndpoint() + " answered 401 invalid_client (AADSTS7000215: "),
                message);
        assertTrue(message.endsWith("; use the secret's value, not its id"), message);
        assertFalse(message.contains("canary"), message);
    }

    @Test
    void anUnknownApplicationIsNamed() {
        String message = failure(
                new Credential.ClientSecret("0f1e2d3c-0000-4000-8000-000000000001", "any-secret"), TokenVersion.V1);
        assertTrue(message.endsWith("; correct the client id or the tenant"), message);
    }

    @Test
    void filesThatHoldNoKeyAreNamed() throws IOException {
        Application own = withKeys(RSA);
        Path file = folder.resolve("broken");
        assertEquals(
                "the certificate file " + file + " cannot be read; is its path right, and may this user read it?",
                failure(certificate(own, file, Optional.empty()), TokenVersion.V1));
        Files.writeString(file, "nothing");
        assertEquals(
                "the certificate file " + file
                        + " holds 0 private keys and 0 certificates; expected a key and its certificate",
                failure(certificate(own, file, Optional.empty()), TokenVersion.V1));
        String wrong =
                "the certificate file " + file + " is no PEM or PKCS #12 file of a key and its certificate, or its"
                        + " password is another; correct the file or the password";
        RSA.store(file, PASSWORD);
        assertEquals(wrong, failure(certificate(own, file, Optional.of("other")), TokenVersion.V1));
        RSA.encryptedPem(file, PASSWORD);
        assertEquals(wrong, failure(certificate(own, file, Optional.of("other")), TokenVersion.V1));
        ClientKeys ended = ClientKeys.elliptic(Instant.parse("2020-01-02T00:00:00Z"));
        ended.pem(file);
        assertEquals(
                "the certificate in " + file
                        + " ended at 2020-01-02T00:00:00Z; renew it, in the application's registration as well",
                failure(certificate(own, file, Optional.empty()), TokenVersion.V1));
        Files.writeString(file, "no.jwt");
        assertEquals(
                "the assertion file " + file
                        + " holds no signed JWT; name the file that the other authority writes its token to",
                failure(new Credential.FederatedAssertion(own.id(), file), TokenVersion.V1));
    }

    @Test
    void noCredentialTellsItsSecret() {
        String canary = "canary-of-a-secret";
        assertEquals(
                "GivenToken[] ClientSecret[a] ClientCertificate[a, f]",
                new Credential.GivenToken(canary) + " " + new Credential.ClientSecret("a", canary) + " "
                        + new Credential.ClientCertificate("a", Path.of("f"), Optional.of(canary)));
        assertEquals("IssuedToken[]", new IssuedToken(canary, Optional.empty()).toString());
    }

    /** A secret in the clear is for a machine that talks to itself. */
    @Test
    void anAuthorityInTheClearIsRefusedElsewhere() {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new Authority(URI.create("http://login.example"), "a.example", TokenVersion.V1, AUDIENCE));
        assertEquals(
                "base: 'http://login.example' is not https, and a secret would cross the network for all to read; use the"
                        + " https URL",
                refusal.getMessage());
        assertEquals(
                URI.create("http://127.0.0.1:8080/a.example/oauth2/v2.0/token"),
                new Authority(URI.create("http://127.0.0.1:8080/"), "a.example", TokenVersion.V2, AUDIENCE)
                        .tokenEndpoint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999", "-99999999999999999", "1e400"})
    void anEndBeyondAllTimesIsNone(String exp) {
        String claims =
                Base64.getUrlEncoder().encodeToString(("{\"exp\":" + exp + "}").getBytes(StandardCharsets.UTF_8));
        assertEquals(
                Optional.empty(),
                TokenClaims.read("e30." + claims + ".x").orElseThrow().expiry());
    }

    @Test
    void aKeyNeedsItsOwnCertificate() throws IOException {
        Path file = folder.resolve("anothers.pem");
        String own = Files.readString(RSA.pem(file));
        for (ClientKeys another : List.of(ELLIPTIC, ClientKeys.rsa(Instant.now()))) {
            String certificate = Files.readString(another.certificatePem(file));
            Files.writeString(file, certificate + own.substring(own.indexOf("-----BEGIN PRIVATE")));
            String told = failure(certificate(withKeys(RSA), file, Optional.empty()), TokenVersion.V2);
            assertTrue(
                    told.endsWith("holds a key and the certificate of another one; add the key's own certificate"),
                    told);
        }
    }

    private static void assertIssued(Application own, TokenVersion version, Credential credential) {
        Instant before = Instant.now();
        IssuedToken token = client(Clock.systemUTC()).issue(credential, authority(version));
        TokenClaims claims = TokenClaims.read(token.text()).orElseThrow();
        assertEquals(Optional.of(own.id()), claims.application());
        assertEquals(List.of(AUDIENCE), claims.audiences());
        assertEquals(List.of("Ti.ReadWrite"), claims.roles());
        Duration life = Duration.between(before, token.expiry().orElseThrow());
        assertTrue(
                life.compareTo(Duration.ofSeconds(3599)) >= 0 && life.compareTo(Duration.ofSeconds(3700)) < 0,
                "" + life);
    }

    private static String failure(Credential credential, TokenVersion version) {
        return String.valueOf(assertThrows(
                        UnissuedTokenException.class,
                        () -> client(Clock.systemUTC()).issue(credential, authority(version)))
                .getMessage());
    }

    private static TokenClient client(Clock clock) {
        return new TokenClient(Proxies.of(Map.of()), authorities, Duration.ofSeconds(20), clock);
    }

    private static Authority authority(TokenVersion version) {
        return new Authority(STUB.baseUrl(), STUB.tenantId(), version, AUDIENCE);
    }

    private static Application withKeys(ClientKeys keys) {
        return added(new Application(UUID.randomUUID().toString(), "unused", List.of("Ti.ReadWrite"))
                .withCertificates(keys.published()));
    }

    private static Application added(Application application) {
        STUB.applications().add(application);
        return application;
    }

    private static Credential certificate(Application own, Path file, Optional<String> password) {
        return new Credential.ClientCertificate(own.id(), file, password);
    }

    private static String assertion(Instant from) throws JOSEException {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .issuer(FEDERATION.issuer())
                        .subject(FEDERATION.subject())
                        .audience(FEDERATION.audience())
                        .expirationTime(Date.from(from.plus(Duration.ofHours(1))))
                        .build());
        jwt.sign(new RSASSASigner(CLUSTER.pair().getPrivate()));
        return jwt.serialize();
    }
}
