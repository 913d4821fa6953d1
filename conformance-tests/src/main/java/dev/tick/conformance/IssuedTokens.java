package dev.tick.conformance;

import dev.tick.conformance.credential.Credential;
import dev.tick.conformance.credential.RunTokens;
import dev.tick.conformance.credential.TokenClient;
import dev.tick.conformance.exchange.Pause;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.target.TargetFile;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tokens that a run on a target's file begins with: issued for the file's credentials, or given.
 *
 * @param settings of the run, with the tokens at hand
 * @param tokens which are renewed under way
 */
record IssuedTokens(Settings settings, RunTokens tokens) {
    /**
     * Gets the tokens, those of the environment where the file has no credential; sends nothing where all are given.
     *
     * @param kinds of those that are needed; others of the file are not asked for
     * @param pause waits for the end of a token
     * @throws InvalidSettingException when the authority refuses one of the application under test
     * @throws dev.tick.conformance.credential.UnissuedTokenException when it is silent, busy or out of order
     */
    static IssuedTokens of(Settings settings, Set<TokenKind> kinds, Clock clock, Pause pause) {
        Optional<TargetFile> file =
                settings.targetFile().filter(one -> !one.credentials().isEmpty());
        if (file.isEmpty()) {
            return new IssuedTokens(
                    settings,
                    settings.remote()
                            .map(remote -> RunTokens.given(remote.tokens(), clock))
                            .orElseGet(RunTokens::none));
        }
        Map<TokenKind, Credential> credentials = new EnumMap<>(TokenKind.class);
        credentials.putAll(file.get().credentials());
        settings.remote()
                .ifPresent(remote -> remote.tokens()
                        .forEach((kind, token) -> credentials.putIfAbsent(kind, new Credential.GivenToken(token))));
        credentials.keySet().retainAll(kinds);
        RunTokens tokens = RunTokens.of(credentials, file.get().authority(), client(settings, clock), pause);
        tokens.missing(TokenKind.SOUND)
                .map(why -> why.prefixed("target: " + file.get().path()
                        + ": credentials/sound: no token of the application under test: "))
                .ifPresent(why -> {
                    throw why.isOutage() ? why : new InvalidSettingException(String.valueOf(why.getMessage()));
                });
        return new IssuedTokens(
                settings.holding(tokens.first(), tokens.origin(file.get().tenant())), tokens);
    }

    /** Returns the client; the authority's certificate may come from the JVM's authorities as well as from those of the setting. */
    private static TokenClient client(Settings settings, Clock clock) {
        return new TokenClient(
                settings.proxies(),
                settings.ca()
                        .map(file -> TrustedAuthorities.beside(file.path()))
                        .orElseGet(TrustedAuthorities::ofJvm),
                TokenClient.DEADLINE,
                clock);
    }
}
