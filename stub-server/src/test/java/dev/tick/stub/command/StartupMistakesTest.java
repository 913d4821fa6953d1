package dev.tick.stub.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes at the start of a stub: told with their key and a remedy, before anything is printed, and without a secret. */
class StartupMistakesTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        return StubMain.run(
                arguments,
                Map.of(),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                (stub, forget) -> forget.run());
    }

    private void refused(String told, String... arguments) {
        int code = run(arguments);
        assertEquals(told, err.toString().contains(told) ? told : err.toString());
        assertEquals(2, code, err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void leaveTheFilesOfAStubThatHasThePort() throws IOException {
        Path ready = folder.resolve("ready");
        Path env = folder.resolve("env");
        try (StubServer first = StubServer.start(StubConfig.builder().port(0).build())) {
            Files.writeString(ready, first.baseUrl() + "\n");
            Files.writeString(env, "TICK_BASE_URL=" + first.baseUrl() + "\n");
            int code = run("--port=" + first.baseUrl().getPort(), "--ready-file=" + ready, "--env-file=" + env);
            assertEquals(1, code, err.toString());
            assertTrue(err.toString().contains("is it taken?"), err.toString());
            assertEquals(first.baseUrl() + "\n", Files.readString(ready));
            assertEquals("TICK_BASE_URL=" + first.baseUrl() + "\n", Files.readString(env));
        }
    }

    @ParameterizedTest
    @CsvSource({"--ready-file, ready-file", "--env-file, env-file", "--certificate-out, certificate-out"})
    void leaveAFolderThatIsNamedAsAFile(String option, String key) throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        refused(
                key + ": cannot write " + empty + "; it is a folder; name a file",
                "--port=0",
                "--https",
                option,
                "" + empty);
        assertTrue(Files.isDirectory(empty));
    }

    @ParameterizedTest
    @CsvSource({"--ready-file, ready-file", "--env-file, env-file", "--certificate-out, certificate-out"})
    void tellOfFilesThatCannotBeWritten(String option, String key) {
        refused(
                key + ": cannot write /proc/x; no file can be made in its folder; name another",
                "--port=0",
                "--https",
                option,
                "/proc/x");
    }

    @Test
    void tellOfTheFolderOfACertificateThatIsNotThere() {
        refused(
                "certificate-out: cannot write ",
                "--port=0",
                "--https",
                "--certificate-out",
                folder + "/nosuch/out.pem");
        assertTrue(err.toString().contains("; its folder does not exist"), err.toString());
    }

    @ParameterizedTest
    @CsvSource({"--client-secret, geh eim, TICK_CLIENT_SECRET", "--client-id, a b\"c, TICK_CLIENT_ID"})
    void tellOfValuesThatNoEnvFileHoldsBeforeTheyArePrinted(String option, String value, String key) {
        refused("env-file: " + key + " has characters", "--port=0", option, value, "--env-file=" + folder + "/env");
        assertFalse(err.toString().contains(value), err.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bind | '' | --bind: expected an address of this machine",
                "--bind | 192.0.2.1 | bind: 192.0.2.1 is no address of this machine; expected one such as 127.0.0.1 or 0.0.0.0",
                "--tenant | x | --tenant: expected a GUID",
                "--client-secret | '' | --client-secret: expected a text",
                "--scenario | 42 | --scenario: in '42', ",
                "--signing-key | '' | --signing-key: expected a file, got none",
                "--certificate | ' ' | --certificate: expected a file, got none",
                "--clientsecret=geheim | geheim | Unknown option: '--clientsecret' (did you mean '--client-secret'?)",
                "--clientsecret | geheim | Unknown option: '--clientsecret' (did you mean '--client-secret'?)"
            })
    void nameTheKeyOnce(String option, String value, String told) {
        refused(told, "--port=0", option, value);
        assertFalse(err.toString().contains("geheim"), err.toString());
    }

    @Test
    void namesOffAmongQuotas() {
        refused("--quota: expected off alone, or CALLS/TIME", "--quota=off", "--quota=3/1m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "client-secret: 7654321 | client-secret: expected text, got a number",
                "client-secret: [geheim] | client-secret: expected text, got a list",
                "admin-key: 12345678901234567 | admin-key: expected text, got a number",
                "admin-key: {geheim: 1} | admin-key: expected text, got a mapping",
                "client-secret: true | client-secret: expected text, got a truth value",
                "client-secret: 1_7654321 | write a decimal number, or put it in quotes",
                "client-secret: 2020-01-01T07:65:43.21Z | not YAML",
                "applications: [{id: a, roles: [], secret: 7654321}] | secret: expected text, got a number",
                "contracts: [] | stub.yaml:1: contracts: expected"
            })
    void namesFileAndLineButNoSecret(String text, String told) throws IOException {
        Path file = Files.writeString(folder.resolve("stub.yaml"), text + "\n");
        int code = run("--port=0", "--config=" + file);
        assertEquals(2, code, out + "" + err);
        assertTrue(err.toString().contains(told) || told.equals("not YAML"), err.toString());
        assertFalse(
                err.toString().replaceAll("got \\d", "").matches("(?s).*(7654321|geheim|345678|43\\.21).*"),
                err.toString());
    }

    @Test
    void tellOfKeysOfAnotherKind() throws IOException, GeneralSecurityException {
        Path ec = Files.writeString(
                folder.resolve("ec.pem"),
                pem(
                        "PRIVATE KEY",
                        KeyPairGenerator.getInstance("EC")
                                .generateKeyPair()
                                .getPrivate()
                                .getEncoded()));
        refused("expected a private RSA key as PEM or JSON Web Key, got a key of the kind EC", "--signing-key=" + ec);
    }

    @ParameterizedTest
    @CsvSource({"--signing-key", "--certificate"})
    void tellOfEncryptedKeys(String option) throws IOException {
        Path file = Files.writeString(
                folder.resolve("encrypted.pem"), pem("ENCRYPTED PRIVATE KEY", new byte[] {48, 3, 2, 1, 1}));
        refused("; the private key is encrypted; decrypt it first", "--https", option, file.toString());
    }

    @ParameterizedTest
    @CsvSource({"--signing-key", "--certificate", "--config"})
    void tellOfFilesThatAreNoText(String option) throws IOException {
        Path file = Files.write(folder.resolve("key.der"), new byte[] {48, (byte) 0x82, 4, (byte) 0xff});
        refused("cannot use the file " + file + "; it is not text (UTF-8)", "--https", option, file.toString());
    }

    @ParameterizedTest
    @CsvSource({"--signing-key", "--certificate", "--config"})
    void tellOfFilesThatAreFoldersOrNotThere(String option) {
        refused("cannot read the file " + folder + "; it is a folder; name a file", "--https", option, "" + folder);
        refused("cannot read the file " + folder + "/no; correct the path", "--https", option, folder + "/no");
    }

    @Test
    void tellOfAKeyThatIsNotThatOfTheCertificate() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("mismatch.pem");
        for (String kind : List.of("EC", "RSA", "Ed25519")) {
            try (StubServer stub = StubServer.start(
                    StubConfig.builder().port(0).scheme(StubConfig.Scheme.HTTPS).build())) {
                Files.writeString(
                        file,
                        stub.certificate().orElseThrow()
                                + pem(
                                        "PRIVATE KEY",
                                        KeyPairGenerator.getInstance(kind)
                                                .generateKeyPair()
                                                .getPrivate()
                                                .getEncoded()));
            }
            refused("the private key is not that of the certificate", "--https", "--port=0", "--certificate=" + file);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }
}
