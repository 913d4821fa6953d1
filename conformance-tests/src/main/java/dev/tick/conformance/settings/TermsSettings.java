package dev.tick.conformance.settings;

import dev.tick.conformance.conduct.Conduct;
import dev.tick.conformance.conduct.Terms;
import dev.tick.conformance.exchange.Loopback;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.target.TargetFile;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads the settings that say on which terms a run sends. */
public final class TermsSettings {
    static final String LEDGER = "ledger";
    static final String WAIT = "wait";

    private static final int DAY = 24 * 60;

    private TermsSettings() {}

    /** Returns the terms; a ledger is kept of what is created on a server that is not on this machine, or where one is set. */
    static Terms of(
            Map<String, String> properties,
            Map<String, String> environment,
            Optional<Remote> remote,
            Optional<TargetFile> file,
            Conduct conduct) {
        boolean foreign = remote.filter(one -> !isOurs(one, file)).isPresent();
        boolean written = foreign || (remote.isPresent() && properties.containsKey(LEDGER));
        return new Terms(
                conduct,
                written ? Optional.of(ledgers(properties, environment)) : Optional.empty(),
                Duration.ofMinutes(
                        "0".equals(properties.get(WAIT))
                                ? 0
                                : Settings.number(WAIT, "of minutes", properties, DAY, 10)
                                        .orElse(0)));
    }

    /** Returns whether a server is on this machine; behind a proxy, its address means another one. */
    static boolean isOurs(Remote remote, Optional<TargetFile> file) {
        return Loopback.is(remote.baseUrl()) && file.flatMap(TargetFile::proxy).isEmpty();
    }

    /** Returns the folder of ledgers: the one that is set, or the one for a user's state (XDG Base Directory Specification). */
    public static Path ledgers(Map<String, String> properties, Map<String, String> environment) {
        String name = properties.getOrDefault(LEDGER, "");
        if (properties.containsKey(LEDGER) && name.isBlank()) {
            throw new InvalidSettingException(LEDGER + ": is empty; name a folder, or leave the setting out");
        }
        try {
            return (name.isEmpty() ? state(environment) : Path.of(name)).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new InvalidSettingException(
                    LEDGER + ": '" + name + "' is no path (" + e.getReason() + "); correct it");
        }
    }

    /** Returns the folder for a user's state; one in the working directory where no user is known. */
    private static Path state(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("XDG_STATE_HOME"))
                .map(Path::of)
                .filter(Path::isAbsolute)
                .or(() -> Optional.ofNullable(environment.get("HOME"))
                        .or(() -> Optional.ofNullable(environment.get("USERPROFILE")))
                        .map(user -> Path.of(user, ".local", "state")))
                .map(folder -> folder.resolve("tick"))
                .orElse(Path.of(".tick"));
    }
}
