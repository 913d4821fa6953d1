package dev.tick.stub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tick.stub.access.Application;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vendor's libraries for Node get their tokens from the stub, in the page's words; runs in the profile "tools", which has them. */
class MicrosoftToolProof {
    private static final Path MODULES = Path.of("../tools/node_modules").toAbsolutePath();

    @TempDir
    private Path directory;

    @Test
    void nodeGetsTokensFromTheStub() throws Exception {
        KeyPair keys = ClientCertificate.keys();
        X509Certificate certificate = ClientCertificate.of(keys);
        Application application = new Application(
                        "5f0ed1a5-0b7c-4f5b-9f0e-3a6c0f1a2b3c", "sesame", List.of("Ti.ReadWrite"))
                .withCertificates(ClientCertificate.jwks(certificate));
        Path signer = directory.resolve("signer.pem");
        Files.writeString(
                signer,
                pem("PRIVATE KEY", keys.getPrivate().getEncoded()) + pem("CERTIFICATE", certificate.getEncoded()));
        try (StubServer stub = StubServer.start(StubConfig.builder("tiindicators")
                .scheme(StubConfig.Scheme.HTTPS)
                .applications(List.of(application))
                .build())) {
            Path trusted = directory.resolve("stub.pem");
            Files.writeString(trusted, stub.certificate().orElseThrow());
            assertEquals(
                    List.of(
                            "msal-node 200 false",
                            "msal-node again true",
                            "identity 200",
                            "identity certificate 200",
                            "msal-node refused AADSTS7000215",
                            "identity refused AADSTS7000215"),
                    node(
                            script(),
                            Map.of(
                                    "NODE_PATH", MODULES.toString(),
                                    "NODE_EXTRA_CA_CERTS", trusted.toString(),
                                    "stub", stub.baseUrl().toString(),
                                    "tenant", stub.tokenEndpoint().getPath().split("/", -1)[1],
                                    "clientId", application.id(),
                                    "certificate", signer.toString())));
        }
    }

    /** Returns the script with the page's own lines in it. */
    private Path script() throws IOException {
        String page = Files.readString(Path.of("../docs/stub.md"));
        String block = page.substring(page.indexOf("const msal ="));
        String frame = Files.readString(Path.of("src/test/resources/microsoft/tokens.cjs"));
        return Files.writeString(
                directory.resolve("tokens.cjs"), frame.replace("/* page */", block.substring(0, block.indexOf("```"))));
    }

    private static List<String> node(Path script, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder node = new ProcessBuilder("node", script.toString());
        node.environment().putAll(environment);
        node.redirectErrorStream(true);
        Process process = node.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines().toList();
    }

    private static String pem(String kind, byte[] bytes) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN " + kind + "-----\n" + lines.encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }
}
