package dev.tick.conformance.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tick.conformance.credential.ClientKeys;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.access.Application;
import dev.tick.stub.access.Federation;
import dev.tick.stub.authority.TokenVariant;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** No secret of any credential is in a file of a run, in its output, or in the list of processes. */
class CanaryTest {
    private static final ClientKeys KEYS = ClientKeys.rsa(Instant.parse("2126-01-01T00:00:00Z"));

    /** What is sent in a token request, and what never is: a password of a key, and of a proxy that the way does not pass. */
    private static final String SECRET = "canary/of+a=secret~1";

    private static final String PASSWORD = "canary/of+a=password~2";
    private static final String LOGIN = "canary-of-a-login~3";
    private static final String OPAQUE = "canary-of-an-opaque-token~4";

    @TempDir
    private Path folder;

    private final StubServer stub = StubServer.start(
            StubConfig.builder("indicators").scheme(StubConfig.Scheme.HTTPS).build());

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void areNowhere() throws IOException, InterruptedException {
        Map<String, String> environment = environment();
        TreeSet<String> listed = new TreeSet<>();
        Path output = folder.resolve("tick.out");
        Process run = Children.java(output, environment, "dev.tick.conformance.command.TickMain", arguments(target()));
        while (!run.waitFor(20, TimeUnit.MILLISECONDS)) {
            Stream.concat(Stream.of(run.toHandle()), run.descendants())
                    .forEach(one -> listed.add(commandLine(one.pid())));
        }
        String said = Files.readString(output);
        assertTrue(said.contains("6 of "), said);
        assertTrue(listed.stream().anyMatch(line -> line.contains("TickMain")), listed::toString);
        List<String> found = new ArrayList<>();
        for (String canary : canaries(environment)) {
            listed.stream()
                    .filter(line -> line.contains(canary))
                    .forEach(line -> found.add(canary + " in ps: " + line));
            for (Path file : files()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(canary)) {
                    found.add(canary + " in " + file);
                }
            }
        }
        assertEquals(List.of(), found);
    }

    /** Returns what a run writes: results, ledgers and its output. */
    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".p12")
                            && !file.toString().endsWith(".jwt"))
                    .toList();
            assertTrue(files.stream().anyMatch(file -> file.endsWith("results.json")), files::toString);
            return files;
        }
    }

    /** Returns each secret raw, in both forms of base64, and as a form writes it. */
    private List<String> canaries(Map<String, String> environment) throws IOException {
        List<String> secrets = new ArrayList<>(environment.values());
        secrets.removeIf(secret -> secret.startsWith("http:"));
        secrets.add(LOGIN);
        secrets.add(Files.readString(folder.resolve("assertion.jwt")));
        List<String> all = new ArrayList<>();
        for (String secret : secrets) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            all.add(secret);
            all.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            all.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
            all.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return all;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("MY_SECRET", SECRET);
        environment.put("MY_PASSWORD", PASSWORD);
        environment.put("MY_TOKEN", stub.token(stub.application(), TokenVariant.WITHOUT_ROLE));
        environment.put("MY_OPAQUE", OPAQUE);
        environment.put("TICK_TOKEN_DELEGATED", stub.token(stub.application(), TokenVariant.DELEGATED));
        environment.put("HTTP_PROXY", "http://user:" + LOGIN + "@127.0.0.1:1");
        return environment;
    }

    private List<String> arguments(Path target) {
        return List.of(
                "verify",
                "--target",
                target.toString(),
                "--requirements",
                "ISU-001,ITK-011,ITK-013,ITK-017,ILS-005,IDL-006",
                "--explore",
                "0",
                "--progress",
                "plain",
                "--ledger",
                folder.resolve("ledgers").toString(),
                "--output",
                folder.resolve("results").toString());
    }

    private Path target() throws IOException {
        Application secret = new Application("by-secret", SECRET, List.of("Ti.ReadWrite"));
        Application keyed =
                new Application("by-certificate", "unused", List.of("Ti.ReadWrite")).withCertificates(KEYS.published());
        Application federated = new Application("by-assertion", "unused", List.of("Ti.ReadWrite.All"))
                .withFederation(new Federation(
                        CredentialForm.ISSUER, "by-assertion", Federation.USUAL_AUDIENCE, KEYS.published()));
        Stream.of(secret, keyed, federated).forEach(stub.applications()::add);
        KEYS.store(folder.resolve("key.p12"), PASSWORD);
        Files.writeString(folder.resolve("assertion.jwt"), CredentialForm.assertion("by-assertion", KEYS));
        return Files.writeString(folder.resolve("mine.yaml"), """
                base-url: %s
                contract: indicators
                tenant: %s
                capabilities: [list, delete, import, batch-delete]
                authority: {base: '%s'}
                audience: https://api.securitycenter.microsoft.com
                ca: %s
                credentials:
                  sound: {client-id: by-secret, secret: MY_SECRET}
                  other-application: {client-id: by-certificate, certificate: %s, password: MY_PASSWORD}
                  tenant-wide: {client-id: by-assertion, assertion-file: %s}
                  without-role: {token: MY_TOKEN}
                  expired: {token: MY_OPAQUE}
                """.formatted(
                stub.baseUrl(),
                stub.tenantId(),
                stub.baseUrl(),
                Files.writeString(folder.resolve("ca.pem"), stub.certificate().orElseThrow()),
                folder.resolve("key.p12"),
                folder.resolve("assertion.jwt")));
    }

    private static String commandLine(long process) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "it has ended";
        }
    }
}
