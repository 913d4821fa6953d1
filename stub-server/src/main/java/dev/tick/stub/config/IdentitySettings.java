package dev.tick.stub.config;

import dev.tick.stub.StubIdentity;
import dev.tick.stub.config.Setting.Group;
import dev.tick.stub.config.Setting.Help;
import dev.tick.stub.tls.CertificateFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The settings of what a stub otherwise makes anew each time: names, secrets and keys. */
final class IdentitySettings {
    private IdentitySettings() {}

    /**
     * Returns all of them.
     *
     * @param folder where the files lie that are named without one
     */
    static List<Setting> all(Path folder) {
        return List.of(
                one("tenant", text -> text, StubIdentity::withTenant, "GUID", "Id of the tenant."),
                one("client-id", text -> text, StubIdentity::withClientId, "ID", "Id of the default application."),
                secret(
                        "client-secret",
                        StubIdentity::withClientSecret,
                        "SECRET",
                        "Secret of the default application; better set the environment variable TICK_STUB_CLIENT_SECRET."),
                one(
                        "signing-key",
                        name -> KeyFiles.signingKey(file(folder, name)),
                        StubIdentity::withSigningKey,
                        "FILE",
                        "Private RSA key that signs tokens, as PEM or JSON Web Key."),
                one(
                        "certificate",
                        name -> KeyFiles.certificate(file(folder, name)),
                        StubIdentity::withCertificate,
                        "FILE",
                        "PEM file with the certificate of HTTPS, its private key, and the chain if there is one."),
                one(
                        "certificate-out",
                        name -> new CertificateFile(folder.resolve(name)).path(),
                        StubIdentity::withCertificateFile,
                        "FILE",
                        "Where the certificate is written while the stub runs, for clients to trust (default: a"
                                + " temporary file)."));
    }

    private static Path file(Path folder, String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("expected a file, got none");
        }
        return folder.resolve(name);
    }

    private static Setting secret(
            String key, BiFunction<StubIdentity, String, StubIdentity> with, String label, String description) {
        return Setting.secret(
                key,
                text -> checked(text, with),
                (config, value) -> config.identity(with.apply(config.identity(), value)),
                new Help(Group.IDENTITY, label, description));
    }

    /** Checks a value where it stands, so that a file's problem comes with its line. */
    private static <T> T checked(T value, BiFunction<StubIdentity, T, StubIdentity> with) {
        Objects.requireNonNull(with.apply(StubIdentity.made(), value));
        return value;
    }

    private static <T> Setting one(
            String key,
            Function<String, T> reader,
            BiFunction<StubIdentity, T, StubIdentity> with,
            String label,
            String description) {
        return Setting.text(
                key,
                text -> checked(reader.apply(text), with),
                (config, value) -> config.identity(with.apply(config.identity(), value)),
                new Help(Group.IDENTITY, label, description));
    }
}
