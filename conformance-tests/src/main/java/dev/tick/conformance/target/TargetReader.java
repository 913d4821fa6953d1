package dev.tick.conformance.target;

import dev.tick.conformance.conduct.Conduct;
import dev.tick.conformance.conduct.Writing;
import dev.tick.conformance.credential.Authority;
import dev.tick.conformance.credential.Credential;
import dev.tick.conformance.credential.TokenVersion;
import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.document.Fields;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.document.Key;
import dev.tick.spec.document.LocatedDocument;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The only reader of the grammar of targets; it gathers all problems of a file before it refuses it. */
final class TargetReader {
    private static final int DAY = 24 * 60;
    private static final List<Region> REGIONS = Region.all();
    static final List<Key> KEYS = List.of(
            Key.optional("base-url", FieldType.TEXT),
            Key.optional(
                    "region", FieldType.word(REGIONS.stream().map(Region::name).toList())),
            Key.optional("contract", FieldType.TEXT),
            Key.optional("tenant", FieldType.TEXT),
            Key.optional("authority", FieldType.MAPPING),
            Key.optional("audience", FieldType.TEXT),
            Key.optional("capabilities", FieldType.listOf(FieldType.word(Capabilities.WORDS))),
            Key.optional("credentials", FieldType.ANY),
            Key.optional("pace", FieldType.number(1, ConductKeys.MOST)),
            Key.optional("budget", FieldType.number(1, ConductKeys.MOST)),
            Key.optional("deadline", FieldType.number(1, DAY)),
            Key.optional("deviations", FieldType.TEXT),
            Key.optional("proxy", FieldType.TEXT),
            Key.optional("ca", FieldType.TEXT),
            Key.optional("owner", FieldType.MAPPING),
            Key.optional("read-only", FieldType.TRUTH));
    private static final List<Key> AUTHORITY_KEYS = List.of(
            Key.optional("base", FieldType.TEXT), Key.optional("version", FieldType.word(TokenVersion.values())));
    private static final List<Key> OWNER_KEYS =
            List.of(Key.required("organisation", FieldType.TEXT), Key.optional("contact", FieldType.TEXT));

    private final String name;
    private final InputFile file;
    private final Path top;
    private final Variables variables;
    private final List<String> problems = new ArrayList<>();

    /**
     * Creates the reader of one file.
     *
     * @param name of the target
     * @param top where relative paths of the file begin
     * @param environment holds the secrets
     */
    TargetReader(String name, InputFile file, Path top, Map<String, String> environment) {
        this.name = name;
        this.file = file;
        this.top = top;
        variables = new Variables(environment);
    }

    TargetFile read(String text) {
        LocatedDocument yaml;
        try {
            yaml = LocatedDocument.parse(file.name(), text);
        } catch (InvalidDocumentException e) {
            throw refusal(List.of(String.valueOf(e.getMessage())));
        }
        // Before anything else, since other problems quote what they are about.
        List<String> secrets = SecretTexts.in(yaml);
        if (!secrets.isEmpty()) {
            throw refusal(secrets);
        }
        Optional<TargetFile> target = target(yaml, Fields.gathering(yaml, "", problems));
        if (target.isEmpty() || !problems.isEmpty()) {
            throw refusal(problems);
        }
        return target.get();
    }

    private InvalidSettingException refusal(List<String> found) {
        return new InvalidSettingException(
                "target: " + file.name() + " cannot be used:\n  " + String.join("\n  ", found));
    }

    private Optional<TargetFile> target(LocatedDocument yaml, Fields fields) {
        if (!fields.hold(KEYS)) {
            return Optional.empty();
        }
        Optional<Region> region = fields.text("region")
                .flatMap(word ->
                        REGIONS.stream().filter(one -> one.name().equals(word)).findFirst());
        Optional<URI> baseUrl = baseUrl(fields, region);
        Map<TokenKind, Credential> credentials = new CredentialReader(yaml, top, variables).read(fields);
        Optional<String> tenant = fields.read("tenant", TargetReader::tenant);
        Optional<Authority> authority = authority(fields, region, tenant, credentials);
        Optional<String> contract = fields.read("contract", word -> ContractName.of(word, top));
        Optional<InputFile> deviations = file(fields, "deviations");
        Optional<InputFile> ca = file(fields, "ca").filter(pem -> isReadable(fields, pem));
        Optional<URI> proxy = fields.read("proxy", TargetReader::proxy);
        Optional<Owner> owner = owner(fields);
        return baseUrl.map(url -> new TargetFile(
                name,
                file.path(),
                url,
                contract,
                tenant,
                authority,
                capabilities(fields),
                credentials,
                conduct(fields, proxy.isPresent() ? Conduct.ofForeign() : ConductKeys.usual(url)),
                fields.number("deadline", 1, DAY).map(Duration::ofMinutes),
                deviations,
                proxy,
                ca,
                owner));
    }

    private Optional<URI> baseUrl(Fields fields, Optional<Region> region) {
        if (fields.has("base-url") && fields.has("region")) {
            fields.problem(
                    "region", "'base-url' is there as well, and both say where the server is; remove one of the two");
        } else if (!fields.has("base-url")
                && !fields.has("region")
                // One that is misspelt is one problem.
                && problems.stream().noneMatch(problem -> problem.contains("unknown key"))) {
            fields.problem("", "neither the key 'region' nor 'base-url' is there; add one of the two");
        }
        return fields.read("base-url", TargetReader::baseUrl).or(() -> region.map(Region::baseUrl));
    }

    private static URI baseUrl(String word) {
        URI url = HttpUrls.of(word, "target");
        if (url.getPath().matches(".*/api/(ti)?indicators")) {
            throw new IllegalArgumentException(
                    "'" + word + "' ends with the path of an operation, which the contract adds; remove it");
        }
        return url;
    }

    private static URI proxy(String word) {
        URI url = HttpUrls.of(word, "proxy");
        Proxies.through(url);
        return url;
    }

    private static String tenant(String word) {
        if (!word.matches("[0-9A-Za-z](?:[0-9A-Za-z.-]*[0-9A-Za-z])?")) {
            throw new IllegalArgumentException(
                    "'" + word + "' is neither the id nor a domain name of a tenant; write, say,"
                            + " 0f1e2d3c-0000-4000-8000-000000000001");
        }
        return word;
    }

    /** Returns whom to ask for tokens; a part that is missing is a problem only where a token is to be asked for. */
    private Optional<Authority> authority(
            Fields fields, Optional<Region> region, Optional<String> tenant, Map<TokenKind, Credential> credentials) {
        Optional<Fields> own = fields.mapping("authority").filter(one -> one.hold(AUTHORITY_KEYS));
        Optional<URI> base = own.flatMap(one -> one.read("base", word -> HttpUrls.of(word, "authority")))
                .or(() -> region.map(Region::authority));
        TokenVersion version = own.flatMap(one -> one.word("version", List.of(TokenVersion.values())))
                .orElse(TokenVersion.V2);
        Optional<String> audience = fields.text("audience").or(() -> region.map(Region::audience));
        boolean asked = credentials.values().stream().anyMatch(one -> !(one instanceof Credential.GivenToken));
        if (asked && own.isPresent() && base.isEmpty() && !own.get().has("base")) {
            fields.problem("authority", "its key 'base' is missing, without which no token can be had; add its URL");
        }
        if (asked
                && fields.has("proxy")
                && base.filter(url -> !"https".equals(url.getScheme())).isPresent()) {
            fields.problem(
                    "authority", "is not https, and a secret would cross the proxy for all to read; use the https URL");
        }
        if (asked) {
            need(fields, "authority", base, "a mapping with the base URL");
            need(fields, "tenant", tenant, "the id of the tenant");
            need(fields, "audience", audience, "the resource that tokens are asked for");
        }
        if (base.isEmpty() || tenant.isEmpty() || audience.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Authority(base.get(), tenant.get(), version, audience.get()));
        } catch (IllegalArgumentException e) {
            String told = String.valueOf(e.getMessage());
            fields.problem(
                    told.startsWith("audience") ? "audience" : "authority",
                    told.replaceFirst("^(base|audience): ", ""));
            return Optional.empty();
        }
    }

    /** Adds a problem where a key is missing; what is wrong with one that is there is a problem already. */
    private static void need(Fields fields, String key, Optional<?> value, String what) {
        boolean fromRegion = fields.has("region") && !key.equals("tenant");
        if (value.isEmpty() && !fields.has(key) && !fromRegion) {
            fields.problem(
                    "credentials", "the key '" + key + "' is missing, without which no token can be had; add " + what);
        }
    }

    private static Set<Effect> capabilities(Fields fields) {
        Set<Effect> capabilities = EnumSet.of(Effect.CREATE);
        fields.texts("capabilities").stream()
                .filter(Capabilities.WORDS::contains)
                .forEach(word -> capabilities.add(Capabilities.effect(word)));
        return capabilities;
    }

    private static Conduct conduct(Fields fields, Conduct usual) {
        return ConductKeys.of(
                usual,
                fields.number("pace", 1, ConductKeys.MOST),
                fields.number("budget", 1, ConductKeys.MOST),
                fields.truth("read-only").filter(only -> only).map(only -> Writing.READ_ONLY));
    }

    private Optional<InputFile> file(Fields fields, String key) {
        return fields.read(key, word -> {
            try {
                InputFile input = new InputFile(word, top.resolve(word).normalize());
                if (!Files.isRegularFile(input.path())) {
                    throw new IllegalArgumentException(
                            "there is no file '" + word + "' (looked for " + input.path() + "); correct the path");
                }
                return input;
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("'" + word + "' is no path (" + e.getReason() + "); correct it", e);
            }
        });
    }

    private static boolean isReadable(Fields fields, InputFile pem) {
        try {
            TrustedAuthorities.read(pem.path());
            return true;
        } catch (IllegalArgumentException e) {
            fields.problem("ca", "'" + pem.name() + "' " + e.getMessage() + "; name a file with PEM certificates");
            return false;
        }
    }

    private static Optional<Owner> owner(Fields fields) {
        return fields.mapping("owner")
                .filter(own -> own.hold(OWNER_KEYS))
                .flatMap(own -> own.text("organisation").map(word -> new Owner(word, own.text("contact"))));
    }
}
