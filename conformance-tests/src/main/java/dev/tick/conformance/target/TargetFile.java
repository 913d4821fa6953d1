package dev.tick.conformance.target;

import dev.tick.conformance.conduct.Conduct;
import dev.tick.conformance.credential.Authority;
import dev.tick.conformance.credential.Credential;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The file of a target, with the secrets that it names.
 *
 * @param name that of the file without its ending
 * @param path of the file
 * @param baseUrl what the contract's paths are appended to, without a slash at its end
 * @param contract the name or folder of the contract; empty where the target is asked which it serves
 * @param tenant the id of the tenant; empty where the file names none
 * @param authority whom to ask for tokens; empty where every token is given
 * @param capabilities the effects that the target is held to
 * @param credentials one for each kind of token that can be had
 * @param conduct pace, budget, and whether the run writes
 * @param deadline how long the target may take for all its responses together; empty for the usual
 * @param deviations the target's known deviations; empty where the file names none
 * @param proxy the forward proxy to the target; empty for that of the environment
 * @param ca the certificates to trust; empty for those of the JVM
 * @param owner who answers for the target; empty where the file does not say
 */
public record TargetFile(
        String name,
        Path path,
        URI baseUrl,
        Optional<String> contract,
        Optional<String> tenant,
        Optional<Authority> authority,
        Set<Effect> capabilities,
        Map<TokenKind, Credential> credentials,
        Conduct conduct,
        Optional<Duration> deadline,
        Optional<InputFile> deviations,
        Optional<URI> proxy,
        Optional<InputFile> ca,
        Optional<Owner> owner) {
    /** Copies the collections. */
    public TargetFile {
        capabilities = Set.copyOf(capabilities);
        credentials = Map.copyOf(credentials);
    }
}
