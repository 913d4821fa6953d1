package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.TokenSource;
import dev.tick.stub.access.Application;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** MSAL4J, as a client of the vendor's would use it, gets its tokens from the stub. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MicrosoftLibraryTest {
    private static final String API = "https://api.securitycenter.windows.com";

    private final KeyPair keys = ClientCertificate.keys();
    private final X509Certificate certificate = ClientCertificate.of(keys);
    private final Application application = new Application(
                    "5f0ed1a5-0b7c-4f5b-9f0e-3a6c0f1a2b3c", "sesame open", List.of("Ti.ReadWrite"))
            .withCertificates(ClientCertificate.jwks(certificate));
    private final StubServer stub = StubServer.start(StubConfig.builder("tiindicators")
            .scheme(StubConfig.Scheme.HTTPS)
            .applications(List.of(application))
            .build());
    private final SSLContext trust = trust(stub.certificate().orElseThrow());

    @AfterAll
    void stop() {
        stub.close();
    }

    @Test
    void getsATokenForASecret() throws Exception {
        IAuthenticationResult result = token(client(ClientCredentialFactory.createFromSecret("sesame open")));
        assertEquals(200, list(result.accessToken()));
        assertTrue(
                result.expiresOnDate().toInstant().isAfter(Instant.now().plus(Duration.ofMinutes(50))),
                String.valueOf(result.expiresOnDate()));
    }

    @Test
    void getsATokenForACertificate() throws Exception {
        IClientCredential own = ClientCredentialFactory.createFromCertificate(keys.getPrivate(), certificate);
        assertEquals(200, list(token(client(own)).accessToken()));
        KeyPair foreign = ClientCertificate.keys();
        MsalServiceException refused = refused(
                ClientCredentialFactory.createFromCertificate(foreign.getPrivate(), ClientCertificate.of(foreign)));
        assertEquals("invalid_client", refused.errorCode());
        assertEquals("AADSTS700027", String.valueOf(refused.getMessage()).split(":", 2)[0]);
    }

    @Test
    void isToldThatItsSecretIsWrong() {
        MsalServiceException refused = refused(ClientCredentialFactory.createFromSecret("sesame"));
        assertEquals("invalid_client", refused.errorCode());
        assertEquals(401, refused.statusCode());
        assertEquals("AADSTS7000215", String.valueOf(refused.getMessage()).split(":", 2)[0]);
    }

    /** The page on the stub says so: it keeps tokens under the host, and looks for them under the host and its port. */
    @Test
    void keepsNoTokenWhereTheAuthorityHasAPort() throws Exception {
        ConfidentialClientApplication client = client(ClientCredentialFactory.createFromSecret("sesame open"));
        for (int i = 0; i < 2; i++) {
            assertEquals(TokenSource.IDENTITY_PROVIDER, token(client).metadata().tokenSource());
        }
    }

    @Test
    void isBuiltHereAsThePageSays() throws IOException {
        String page = Files.readString(Path.of("../docs/stub.md"));
        String block = page.substring(page.indexOf("ConfidentialClientApplication client ="));
        String shown = words(block.substring(0, block.indexOf("```")));
        String own = words(Files.readString(Path.of("src/test/java/dev/tick/stub/MicrosoftLibraryTest.java")));
        assertTrue(own.contains(shown), shown);
    }

    /** Without white space, which the formatter sets as it likes. */
    private static String words(String code) {
        return code.replaceAll("\\s+", "");
    }

    private ConfidentialClientApplication client(IClientCredential credential) throws IOException {
        ConfidentialClientApplication client = ConfidentialClientApplication.builder(application.id(), credential)
                .authority(stub.tokenEndpoint().resolve("..").toString())
                .instanceDiscovery(false)
                .sslSocketFactory(trust.getSocketFactory())
                .build();
        return client;
    }

    private static IAuthenticationResult token(ConfidentialClientApplication client)
            throws ExecutionException, InterruptedException {
        return client.acquireToken(ClientCredentialParameters.builder(Set.of(API + "/.default"))
                        .build())
                .get();
    }

    private MsalServiceException refused(IClientCredential credential) {
        ExecutionException failure = assertThrows(ExecutionException.class, () -> token(client(credential)));
        return assertInstanceOf(MsalServiceException.class, failure.getCause());
    }

    private int list(String token) throws IOException, InterruptedException {
        return HttpClient.newBuilder()
                .sslContext(trust)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(stub.baseUrl() + "/api/tiindicators"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static SSLContext trust(String pem) {
        try {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "stub",
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
