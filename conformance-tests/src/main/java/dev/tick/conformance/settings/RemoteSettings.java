package dev.tick.conformance.settings;

import dev.tick.conformance.credential.Credential;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.conformance.subject.TokenOrigin;
import dev.tick.conformance.target.AccessTokens;
import dev.tick.conformance.target.Capabilities;
import dev.tick.conformance.target.TargetFile;
import dev.tick.conformance.target.TargetUrl;
import dev.tick.spec.contract.Effect;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The settings of a server of the user's: from its file, or from a URL and the environment. */
final class RemoteSettings {
    private RemoteSettings() {}

    /**
     * Reads the server.
     *
     * @param file that names it; empty where {@code target} is its URL
     * @throws InvalidSettingException for a value that cannot be used, or where no sound token can be had
     */
    static Remote of(
            String target, Optional<TargetFile> file, Map<String, String> properties, Map<String, String> environment) {
        Map<TokenKind, String> tokens =
                file.map(one -> tokens(one, environment)).orElseGet(() -> AccessTokens.of(environment));
        URI url = file.map(TargetFile::baseUrl).orElseGet(() -> TargetUrl.of(target));
        boolean sound = tokens.containsKey(TokenKind.SOUND)
                || file.filter(one -> one.credentials().containsKey(TokenKind.SOUND))
                        .isPresent();
        if (!sound) {
            throw new InvalidSettingException("TICK_TOKEN: not set"
                    + file.map(one -> ", and " + one.path() + " has no credential 'sound'")
                            .orElse("")
                    + "; export an access token of your application for " + url
                    + (file.isPresent() ? ", or add the credential" : ""));
        }
        return new Remote(
                url, capabilities(file, properties), tokens, TokenOrigin.givenFor(file.flatMap(TargetFile::tenant)));
    }

    private static Set<Effect> capabilities(Optional<TargetFile> file, Map<String, String> properties) {
        return properties.containsKey("capabilities") || file.isEmpty()
                ? Capabilities.of(properties.getOrDefault("capabilities", ""))
                : file.get().capabilities();
    }

    /** Returns the tokens that a file gives; one of a kind of which it says nothing comes from its variable. */
    private static Map<TokenKind, String> tokens(TargetFile file, Map<String, String> environment) {
        Set<String> unnamed = Arrays.stream(TokenKind.values())
                .filter(kind -> !file.credentials().containsKey(kind))
                .map(TokenKind::variable)
                .collect(Collectors.toSet());
        Map<String, String> others = new HashMap<>(environment);
        others.keySet().retainAll(unnamed);
        Map<TokenKind, String> tokens = new EnumMap<>(TokenKind.class);
        tokens.putAll(AccessTokens.of(others));
        file.credentials().forEach((kind, credential) -> {
            if (credential instanceof Credential.GivenToken given) {
                tokens.put(kind, given.token());
            }
        });
        return tokens;
    }
}
