package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.config.ConfigurationException;
import dev.tick.stub.config.ConfigurationReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubIdentityTest {
    private static final String TENANT = "11111111-2222-3333-4444-555555555555";
    private static final String NAMES = "{port: 0, tenant: " + TENANT + ", client-id: pusher, client-secret: sesame";

    @TempDir
    Path folder;

    private StubConfig read(String yaml) {
        StubConfig.Builder config = StubConfig.builder("indicators");
        new ConfigurationReader(folder, Map.of()).read("stub.yaml", yaml, config);
        return config.build();
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }

    @Test
    void tokensOfOneStubAreSoundAtAnotherOfTheSameIdentity() throws Exception {
        KeyPair keys = ClientCertificate.keys();
        Files.writeString(
                folder.resolve("key.pem"), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        String token;
        try (StubServer one = StubServer.start(read(NAMES + ", signing-key: key.pem}"))) {
            token = one.token(one.application(), TokenVariant.SOUND);
            assertEquals("sesame", one.application().secret());
            assertEquals("/" + TENANT + "/oauth2/token", one.tokenEndpoint().getPath());
        }
        try (StubServer other = StubServer.start(read(NAMES + ", signing-key: key.pem}"))) {
            assertEquals(200, list(other, token));
        }
        try (StubServer stranger = StubServer.start(read(NAMES + "}"))) {
            assertEquals(401, list(stranger, token));
        }
    }

    @Test
    void takesTheSigningKeyAsJsonWebKeyWithItsId() throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("mine").generate();
        Files.writeString(folder.resolve("key.json"), key.toJSONString());
        try (StubServer stub = StubServer.start(read("{signing-key: key.json}"))) {
            Caller caller = new Caller(stub);
            HttpResponse<String> keys =
                    caller.send(caller.request("GET", "/" + stub.tenantId() + "/discovery/keys", ""));
            assertEquals("mine", Caller.json(keys).at("/keys/0/kid").asString());
            assertFalse(Caller.json(keys).at("/keys/0").has("d"), keys.body());
        }
    }

    @Test
    void refusesAPublicOrAShortSigningKey() throws Exception {
        Files.writeString(
                folder.resolve("key.json"),
                new RSAKeyGenerator(2048).generate().toPublicJWK().toJSONString());
        ConfigurationException refusal =
                assertThrows(ConfigurationException.class, () -> read("{signing-key: key.json}"));
        assertTrue(
                String.valueOf(refusal.getMessage())
                        .contains("a private RSA key of 2048 bits or more, got a public key"),
                refusal.getMessage());
        Files.writeString(
                folder.resolve("key.json"),
                new RSAKeyGenerator(1024, true).generate().toJSONString());
        refusal = assertThrows(ConfigurationException.class, () -> read("{signing-key: key.json}"));
        assertTrue(String.valueOf(refusal.getMessage()).contains("got 1024 bits"), refusal.getMessage());
    }

    @Test
    void servesWithTheCertificateThatItIsGivenAndWritesItWhereItIsTold() throws Exception {
        KeyPair keys = ClientCertificate.keys();
        String certificate = pem("CERTIFICATE", ClientCertificate.of(keys).getEncoded());
        Files.writeString(
                folder.resolve("server.pem"),
                certificate + pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
        Path written = folder.resolve("ca.pem");
        try (StubServer stub =
                StubServer.start(read("{https: true, certificate: server.pem, certificate-out: ca.pem}"))) {
            assertEquals(certificate, stub.certificate().orElseThrow());
            assertEquals(certificate, Files.readString(written));
            // The certificate names no host, so that only a client that does not look at names gets through.
            HttpRequest request = HttpRequest.newBuilder(URI.create(stub.baseUrl() + "/api/indicators"))
                    .build();
            IOException refusal = assertThrows(
                    IOException.class,
                    () -> HttpsTest.trusting(certificate).send(request, HttpResponse.BodyHandlers.ofString()));
            assertTrue(
                    String.valueOf(refusal.getMessage()).contains("No subject alternative names"), refusal::toString);
        }
        assertFalse(Files.exists(written));
    }

    @Test
    void overwritesNoFileWithAKey() throws Exception {
        KeyPair keys = ClientCertificate.keys();
        Path server = folder.resolve("server.pem");
        String both = pem("CERTIFICATE", ClientCertificate.of(keys).getEncoded())
                + pem("PRIVATE KEY", keys.getPrivate().getEncoded());
        Files.writeString(server, both);
        Files.createSymbolicLink(folder.resolve("link.pem"), server);
        Files.createLink(folder.resolve("hard.pem"), server);
        Files.writeString(
                folder.resolve("key.json"), new RSAKeyGenerator(2048).generate().toJSONString());
        for (String out : List.of("server.pem", "./server.pem", "link.pem", "hard.pem", "key.json")) {
            RuntimeException refusal = assertThrows(
                    RuntimeException.class,
                    () -> read("{https: true, certificate: server.pem, certificate-out: " + out + "}"),
                    out);
            assertTrue(
                    String.valueOf(refusal.getMessage()).contains("holds more than certificates"), refusal::toString);
            StubConfig config = StubConfig.builder()
                    .scheme(StubConfig.Scheme.HTTPS)
                    .identity(StubIdentity.made().withCertificateFile(folder.resolve(out)))
                    .build();
            assertThrows(
                    IllegalArgumentException.class,
                    () -> StubServer.start(config).close(),
                    out);
        }
        assertEquals(both, Files.readString(server));
        assertTrue(Files.exists(folder.resolve("link.pem")));
    }

    @Test
    void removesOnlyTheCertificateThatItWrote() throws Exception {
        Path out = folder.resolve("ca.pem");
        Files.writeString(
                out,
                pem(
                        "CERTIFICATE",
                        ClientCertificate.of(ClientCertificate.keys()).getEncoded()));
        try (StubServer stub = StubServer.start(read("{https: true, certificate-out: ca.pem}"))) {
            assertEquals(stub.certificate().orElseThrow(), Files.readString(out));
            Files.writeString(out, "of another stub");
        }
        assertEquals("of another stub", Files.readString(out));
    }

    @Test
    void saysWhatDoesNotFitTogether() throws IOException {
        Files.writeString(folder.resolve("server.pem"), "no key");
        for (Map.Entry<String, String> wrong : Map.of(
                        "{certificate-out: ca.pem}",
                        "there is one with HTTPS only; add --https, or https: true",
                        "{https: true, certificate: server.pem}",
                        "expected a certificate and its private key, both as PEM, got: 0 private keys and 0 certificates",
                        "{client-id: a, applications: [{id: b, secret: c, roles: []}]}",
                        "client-id, client-secret: the applications are configured")
                .entrySet()) {
            RuntimeException refusal = assertThrows(RuntimeException.class, () -> read(wrong.getKey()), wrong.getKey());
            assertTrue(String.valueOf(refusal.getMessage()).contains(wrong.getValue()), refusal.getMessage());
        }
    }

    @Test
    void keepsItsSecretsToItself() throws Exception {
        StubIdentity identity =
                StubIdentity.made().withClientSecret("sesame").withSigningKey(new RSAKeyGenerator(2048).generate());
        assertFalse(identity.toString().contains("sesame"), identity.toString());
        assertFalse(identity.toString().contains("\"d\""), identity.toString());
        assertNotEquals(StubIdentity.made(), identity);
    }

    private static int list(StubServer stub, String token) throws IOException, InterruptedException {
        Caller caller = new Caller(stub);
        return caller.send(caller.request("GET", "/api/indicators", "").header("Authorization", "Bearer " + token))
                .statusCode();
    }
}
