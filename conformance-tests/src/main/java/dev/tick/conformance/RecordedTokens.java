package dev.tick.conformance;

import dev.tick.conformance.comparison.StubResultsDigest;
import dev.tick.conformance.recording.HarEntry;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.spec.contract.TokenRules;
import dev.tick.spec.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the tokens of a recording. Exporters leave tokens out, or black them out, so that of one which is no JWT little is certain. */
final class RecordedTokens {
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer\\s+(\\S+)");
    private static final Pattern OTHER_SCHEME = Pattern.compile("(?i)(Basic|Digest|Negotiate|NTLM)\\s+\\S.*");
    private static final int UNAUTHORIZED = 401;
    private static final int SUCCESS = 2;
    private static final int FAMILY = 100;

    /** Tokens whose names are kept: of some hours, or of a client that makes up one for each call the last. */
    private static final int MOST = 1000;

    /** Names of tokens by their digests, since a token may be long. */
    private final Map<String, String> credentials = new LinkedHashMap<>();

    private long named;

    /** Hosts at which a call of the recording shows its token, so that a missing one was not sent there. */
    private final Set<String> telling;

    /** Set where tokens are seen as they were sent, so that two that look alike are one. */
    private final boolean isUncut;

    /** Grades of knowledge of a token. */
    enum Grade {
        /** It says itself that it is an application's, which holds a role. */
        PROVEN,
        /** It is not seen, or says too little. */
        UNSEEN,
        /** It is wrong for certain. */
        FLAWED
    }

    /**
     * Knowledge of the token of a call.
     *
     * @param grade how much is known
     * @param flaw what is wrong with it; empty where nothing is for certain
     * @param credential stands for it; empty where nobody can tell it from others
     */
    record Known(Grade grade, Optional<String> flaw, Optional<String> credential) {}

    /** Begins with the calls of the service. */
    RecordedTokens(List<HarEntry> calls) {
        telling = calls.stream()
                .map(HarEntry::request)
                .filter(request -> request.authorization().isPresent())
                .map(Request::origin)
                .collect(Collectors.toUnmodifiableSet());
        isUncut = false;
    }

    private RecordedTokens(Set<String> telling) {
        this.telling = telling;
        isUncut = true;
    }

    /** Begins with calls of which every header is seen as it was sent, to this origin. */
    static RecordedTokens uncut(String origin) {
        return new RecordedTokens(Set.of(origin));
    }

    /** Returns what is known of the token of a call. */
    Known of(HarEntry call, TokenRules rules) {
        Optional<String> value = call.request().authorization();
        if (value.isEmpty()) {
            // Browsers show preliminary headers of some calls; only a 401 says that there was no token.
            return telling.contains(call.request().origin()) && isUnauthorized(call)
                    ? flawed("the header Authorization is missing")
                    : unseen();
        }
        Matcher other = OTHER_SCHEME.matcher(value.get());
        if (other.matches()) {
            return flawed("the header Authorization has the scheme " + other.group(1) + " and not Bearer");
        }
        Matcher bearer = BEARER.matcher(value.get());
        return bearer.matches() ? bearer(bearer.group(1), call, rules) : unseen();
    }

    private Known bearer(String token, HarEntry call, TokenRules rules) {
        Optional<TokenClaims> claims = TokenClaims.read(token);
        if (claims.isEmpty() && !isUncut) {
            return unseen();
        }
        Optional<String> credential = Optional.of(name(token));
        if (claims.isEmpty()) {
            return new Known(Grade.UNSEEN, Optional.empty(), credential);
        }
        // A user's token has no roles of an application.
        if (!claims.get().scopes().isEmpty()) {
            return new Known(Grade.UNSEEN, Optional.empty(), credential);
        }
        boolean holds =
                rules.roles().isEmpty() || !Collections.disjoint(claims.get().roles(), rules.roles());
        return holds
                ? new Known(Grade.PROVEN, Optional.empty(), credential)
                : succeeded(call)
                        ? new Known(Grade.UNSEEN, Optional.empty(), credential)
                        : new Known(
                                Grade.FLAWED,
                                Optional.of("the token holds none of the roles " + String.join(", ", rules.roles())),
                                credential);
    }

    /** Returns what stands for a token, by a name that no other gets. */
    private String name(String token) {
        String digest = digest(token);
        String known = credentials.remove(digest);
        String name = known == null ? "token " + ++named : known;
        // The one that was used last is the last to be forgotten.
        credentials.put(digest, name);
        if (credentials.size() > MOST) {
            credentials.remove(credentials.keySet().iterator().next());
        }
        return name;
    }

    private static String digest(String token) {
        return HexFormat.of().formatHex(StubResultsDigest.sha256().digest(token.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean isUnauthorized(HarEntry call) {
        return call.response()
                .filter(response -> response.status() == UNAUTHORIZED)
                .isPresent();
    }

    private static boolean succeeded(HarEntry call) {
        return call.response()
                .filter(response -> response.status() / FAMILY == SUCCESS)
                .isPresent();
    }

    private static Known flawed(String how) {
        return new Known(Grade.FLAWED, Optional.of(how), Optional.empty());
    }

    private static Known unseen() {
        return new Known(Grade.UNSEEN, Optional.empty(), Optional.empty());
    }
}
