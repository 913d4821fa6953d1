package dev.tick.stub.wiremock;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.tick.stub.tls.ServerCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Has WireMock listen with a certificate; the key lies in a file, which WireMock wants, until it is closed. */
public final class TlsListener implements AutoCloseable {
    private final String password = UUID.randomUUID().toString();
    private final Path store;

    /** Stores the certificate's key. */
    public TlsListener(ServerCertificate certificate) {
        store = certificate.store(password);
    }

    /** Listens on this port with the certificate, and without it on none. */
    public WireMockConfiguration configure(WireMockConfiguration configuration, int port) {
        return configuration
                .httpDisabled(true)
                .httpsPort(port)
                .keystorePath(store.toString())
                .keystoreType("PKCS12")
                .keystorePassword(password)
                .keyManagerPassword(password);
    }

    /** Removes the file; the server has read it when it has started. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(store);
        } catch (IOException e) {
            throw new UncheckedIOException("https: the key cannot be removed: " + e.getMessage(), e);
        }
    }
}
