package dev.tick.conformance;

import dev.tick.conformance.evidence.Secrets;
import dev.tick.conformance.recording.HarEntry;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gathers the secrets in a recording, so that they are hidden wherever else they stand. In traffic that goes on, those are hidden that
 * came last.
 */
final class RecordedSecrets implements UnaryOperator<String> {
    private static final Set<String> PARAMETERS =
            Set.of("access_token", "client_secret", "client_assertion", "password", "refresh_token");
    private static final Pattern PROPERTY =
            Pattern.compile("\"(?:access_token|refresh_token|id_token)\"\\s*:\\s*\"([^\"\\\\]+)");
    private static final Pattern CREDENTIALS = Pattern.compile("(\\S+)(?:\\s+(\\S.*))?");

    /** In characters; a shorter text is a placeholder or a word, and would be hidden in words. */
    private static final int SHORTEST = 8;

    /** A client has few at a time. One that makes up a token for each call must not slow everything down: each new one costs as much as all. */
    private static final int MOST = 50;

    private final Set<String> found = new LinkedHashSet<>();
    private Secrets hiding = Secrets.of(List.of());

    /** Returns what hides the secrets of these entries. */
    static Secrets of(List<HarEntry> entries) {
        RecordedSecrets secrets = new RecordedSecrets();
        entries.forEach(secrets::gather);
        return Secrets.of(List.copyOf(secrets.found));
    }

    /** Learns the secrets of one more call. */
    void learn(HarEntry entry) {
        int before = found.size();
        gather(entry);
        if (found.size() > before) {
            while (found.size() > MOST) {
                found.remove(found.iterator().next());
            }
            hiding = Secrets.of(List.copyOf(found));
        }
    }

    /** Hides what was learned so far. */
    @Override
    public String apply(String text) {
        return hiding.apply(text);
    }

    private void gather(HarEntry entry) {
        Request request = entry.request();
        request.headers().all("Authorization").forEach(this::credentials);
        parameters(request.query());
        if (TokenEndpoints.isTokenCall(request)) {
            parameters(request.body().text());
            entry.response()
                    .map(response -> response.body().text())
                    .map(PROPERTY::matcher)
                    .ifPresent(matcher -> {
                        while (matcher.find()) {
                            add(matcher.group(1));
                        }
                    });
        }
    }

    private void credentials(String value) {
        Matcher parts = CREDENTIALS.matcher(value);
        if (parts.matches()) {
            String scheme = parts.group(1);
            String rest = parts.group(2) == null ? scheme : parts.group(2);
            add(rest);
            if (scheme.equalsIgnoreCase("Basic")) {
                basic(rest);
            }
        }
    }

    private void basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            add(pair.substring(pair.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            // No base64, so there is nothing in it; the whole of it is hidden.
            add(encoded);
        }
    }

    private void parameters(String form) {
        Stream.of(form.split("&", -1))
                .map(one -> one.split("=", 2))
                .filter(one -> one.length == 2 && PARAMETERS.contains(PathMatch.decoded(one[0].trim())))
                .forEach(one -> {
                    add(one[1].trim());
                    add(PathMatch.decoded(one[1].trim()));
                });
    }

    private void add(String secret) {
        if (secret.length() >= SHORTEST) {
            found.add(secret);
        }
    }
}
