package dev.tick.stub.config;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.tick.spec.document.Fields;
import dev.tick.spec.text.NearestWord;
import dev.tick.stub.access.Application;
import dev.tick.stub.access.Federation;
import dev.tick.stub.access.RoleNames;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the applications of a configuration: each proves itself by a secret, a certificate, or another authority. */
public final class ApplicationsReader {
    private static final List<String> KEYS =
            List.of("id", "name", "secret", "secret-from", "roles", "certificate", "federations");
    private static final List<String> FEDERATION_KEYS = List.of("issuer", "subject", "audience", "keys");

    private final Path folder;
    private final Map<String, String> environment;
    private final List<String> roles;

    /**
     * A reader.
     *
     * @param folder where the files that a configuration names lie
     * @param environment the variables that {@code secret-from} may name
     * @param roles the roles that the contract knows; a role that looks like a slip for one is refused
     */
    public ApplicationsReader(Path folder, Map<String, String> environment, List<String> roles) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
        this.roles = List.copyOf(roles);
    }

    Optional<Application> read(Fields fields) {
        if (!fields.hold(KEYS, List.of("id", "roles"))) {
            return Optional.empty();
        }
        fields.texts("roles")
                .forEach(role -> RoleNames.slip(role, roles).ifPresent(problem -> fields.problem("roles", problem)));
        Optional<String> secret = secret(fields);
        Optional<JWKSet> certificate = fields.read("certificate", name -> file(name, ApplicationsReader::certificate));
        List<Federation> federations = new ArrayList<>();
        if (fields.has("federations")) {
            fields.items("federations").forEach(one -> federation(one).ifPresent(federations::add));
        }
        if (List.of("secret", "secret-from", "certificate", "federations").stream()
                .noneMatch(fields::has)) {
            fields.problem(
                    "id",
                    "the application cannot prove itself; add one of secret, secret-from, certificate, federations");
        }
        return fields.text("id")
                .map(id -> new Application(
                        id,
                        secret,
                        fields.texts("roles"),
                        certificate.orElseGet(JWKSet::new),
                        federations,
                        fields.text("name")));
    }

    private Optional<String> secret(Fields fields) {
        if (fields.has("secret") && fields.has("secret-from")) {
            fields.problem("secret-from", "there is a secret already; remove one of the two keys");
        }
        return fields.secret("secret")
                .or(() -> fields.read("secret-from", name -> {
                    String value = environment.getOrDefault(name, "");
                    if (value.isBlank()) {
                        throw new IllegalArgumentException("the environment variable " + name + " is not set; set it"
                                + NearestWord.hint(name, environment.keySet()));
                    }
                    return value;
                }));
    }

    private Optional<Federation> federation(Fields fields) {
        if (!fields.hold(FEDERATION_KEYS, List.of("issuer", "subject", "keys"))) {
            return Optional.empty();
        }
        Optional<String> issuer = fields.text("issuer");
        Optional<String> subject = fields.text("subject");
        Optional<String> audience = fields.text("audience");
        Optional<JWKSet> keys = fields.read("keys", name -> file(name, ApplicationsReader::keys));
        if (issuer.isEmpty() || subject.isEmpty() || keys.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Federation(issuer.get(), subject.get(), audience.orElse(Federation.USUAL_AUDIENCE), keys.get()));
    }

    private JWKSet file(String name, KeyText reader) {
        Path file = folder.resolve(name);
        try {
            return reader.read(TextFile.read(file));
        } catch (JOSEException | ParseException e) {
            throw new IllegalArgumentException("cannot use the file " + file + ": " + e.getMessage(), e);
        }
    }

    private static JWKSet certificate(String pem) throws JOSEException {
        return new JWKSet(JWK.parseFromPEMEncodedX509Cert(pem));
    }

    private static JWKSet keys(String json) throws ParseException {
        return JWKSet.parse(json);
    }

    /** Reads keys from the text of a file. */
    private interface KeyText {
        JWKSet read(String text) throws JOSEException, ParseException;
    }
}
