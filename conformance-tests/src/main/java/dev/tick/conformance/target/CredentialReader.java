package dev.tick.conformance.target;

import dev.tick.conformance.credential.Credential;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.Json;
import dev.tick.spec.document.Key;
import dev.tick.spec.document.LocatedDocument;
import dev.tick.spec.text.NearestWord;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The only reader of the credentials of a target's file; no problem quotes what may be a secret. */
final class CredentialReader {
    private static final String CREDENTIALS = "credentials";
    private static final String CLIENT = "client-id";
    private static final String SECRET = "secret";
    private static final String CERTIFICATE = "certificate";
    private static final String PASSWORD = "password";
    private static final String ASSERTION = "assertion-file";
    private static final String TOKEN = "token";

    /** The forms, of which an entry has one. */
    private static final List<String> FORMS = List.of(SECRET, CERTIFICATE, ASSERTION, TOKEN);

    /** Any type, where a value may be a secret: what is told of a wrong type quotes it. */
    private static final List<Key> KEYS = List.of(
            Key.optional(CLIENT, FieldType.TEXT),
            Key.optional(SECRET, FieldType.ANY),
            Key.optional(CERTIFICATE, FieldType.TEXT),
            Key.optional(PASSWORD, FieldType.ANY),
            Key.optional(ASSERTION, FieldType.TEXT),
            Key.optional(TOKEN, FieldType.ANY));

    private static final List<String> NAMES =
            Arrays.stream(TokenKind.values()).map(FieldType::spelled).toList();

    private final LocatedDocument yaml;
    private final Path top;
    private final Variables variables;

    CredentialReader(LocatedDocument yaml, Path top, Variables variables) {
        this.yaml = yaml;
        this.top = top;
        this.variables = variables;
    }

    /** Returns the sound credentials of a file, by the kind of their token. */
    Map<TokenKind, Credential> read(Fields file) {
        Map<TokenKind, Credential> credentials = new EnumMap<>(TokenKind.class);
        if (file.has(CREDENTIALS) && isMapping(file, file.pointer(CREDENTIALS), CREDENTIALS)) {
            file.members(CREDENTIALS, (name, fields) -> {
                if (!NAMES.contains(name)) {
                    fields.problem(
                            "",
                            "'" + name + "' is no name of a token" + NearestWord.hint(name, NAMES) + "; use some of "
                                    + NAMES);
                } else if (isMapping(fields, fields.pointer(), "") && fields.hold(KEYS)) {
                    credential(fields).ifPresent(one -> credentials.put(kind(name), one));
                }
            });
        }
        return credentials;
    }

    private static TokenKind kind(String name) {
        return Arrays.stream(TokenKind.values())
                .filter(kind -> FieldType.spelled(kind).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private boolean isMapping(Fields fields, String pointer, String key) {
        boolean mapping = yaml.root().at(pointer).isObject();
        if (!mapping) {
            fields.problem(
                    key,
                    "expected a mapping of " + (key.isEmpty() ? names() : "names to credentials") + ", got "
                            + Json.kind(yaml.root().at(pointer)));
        }
        return mapping;
    }

    private static List<String> names() {
        return KEYS.stream().map(Key::name).toList();
    }

    private Optional<Credential> credential(Fields fields) {
        List<String> forms = FORMS.stream().filter(fields::has).toList();
        if (forms.size() != 1) {
            fields.problem("", "expected one of " + FORMS + ", got " + (forms.isEmpty() ? "none" : forms.toString()));
            return Optional.empty();
        }
        String form = forms.get(0);
        if (fields.has(PASSWORD) && !form.equals(CERTIFICATE)) {
            fields.problem(PASSWORD, "is for a certificate, and there is none; remove it");
        }
        return form.equals(TOKEN) ? given(fields) : ofApplication(fields, form);
    }

    private Optional<Credential> given(Fields fields) {
        if (fields.has(CLIENT)) {
            fields.problem(CLIENT, "a token that is given names its application itself; remove this key");
        }
        return variables.value(fields, TOKEN).flatMap(value -> {
            Optional<String> flaw = AccessTokens.flaw(value);
            flaw.ifPresent(text -> fields.problem(TOKEN, "the variable " + text));
            return flaw.isPresent()
                    ? Optional.empty()
                    : Optional.of(new Credential.GivenToken(AccessTokens.bare(value)));
        });
    }

    private Optional<Credential> ofApplication(Fields fields, String form) {
        Optional<String> client = fields.text(CLIENT);
        if (client.isEmpty() && !fields.has(CLIENT)) {
            fields.problem("", "the key '" + CLIENT + "' is missing; add the id of the application");
        }
        return switch (form) {
            case SECRET ->
                both(client, variables.value(fields, SECRET))
                        .map(all -> new Credential.ClientSecret(all.id(), all.value()));
            case CERTIFICATE -> certificate(fields, client);
            default ->
                both(client, file(fields, ASSERTION))
                        .map(all -> new Credential.FederatedAssertion(all.id(), all.value()));
        };
    }

    private Optional<Credential> certificate(Fields fields, Optional<String> client) {
        Optional<String> password = variables.value(fields, PASSWORD);
        return both(client, file(fields, CERTIFICATE))
                .filter(all -> password.isPresent() || !fields.has(PASSWORD))
                .flatMap(all -> checked(fields, new Credential.ClientCertificate(all.id(), all.value(), password)));
    }

    private static Optional<Credential> checked(Fields fields, Credential.ClientCertificate own) {
        try {
            own.check();
            return Optional.of(own);
        } catch (IllegalArgumentException e) {
            fields.problem(CERTIFICATE, "the file " + own.file() + " " + e.getMessage());
            return Optional.empty();
        }
    }

    /** An application with what it proves itself by. */
    private record Proof<T>(String id, T value) {}

    private static <T> Optional<Proof<T>> both(Optional<String> client, Optional<T> value) {
        return client.flatMap(id -> value.map(own -> new Proof<>(id, own)));
    }

    private Optional<Path> file(Fields fields, String key) {
        return fields.read(key, name -> {
            try {
                Path file = top.resolve(name).normalize();
                if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
                    throw new IllegalArgumentException(
                            "there is no readable file '" + name + "' (looked for " + file + "); correct the path");
                }
                return file;
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("'" + name + "' is no path (" + e.getReason() + "); correct it", e);
            }
        });
    }
}
