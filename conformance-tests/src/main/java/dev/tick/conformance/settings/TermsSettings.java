package dev.tick.conformance.settings;

import dev.tick.conformance.conduct.Conduct;
import dev.tick.conformance.conduct.Interruption;
import dev.tick.conformance.conduct.Terms;
import dev.tick.conformance.conduct.Writing;
import dev.tick.conformance.ledger.LedgerFolder;
import dev.tick.conformance.subject.Remote;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads the settings that say on which terms a run sends. */
public final class TermsSettings {
    static final String LEDGER = "ledger";
    static final String READ_ONLY = "read.only";
    static final String BUDGET = "budget";
    static final String WAIT = "wait";

    private static final int MOST_REQUESTS = 100_000;
    private static final int DAY = 24 * 60;

    private TermsSettings() {}

    /** Returns the terms: those for a server of ours where the target is the stub or on this machine, as far as nothing else is set. */
    static Terms of(Map<String, String> properties, Map<String, String> environment, Optional<Remote> remote) {
        boolean foreign = remote.filter(one -> !isHere(one)).isPresent();
        Conduct usual = foreign ? Conduct.ofForeign() : Conduct.ofOwn();
        Conduct conduct = new Conduct(
                usual.rate(),
                number(BUDGET, properties, MOST_REQUESTS).orElse(usual.budget()),
                Settings.truth(READ_ONLY, properties) ? Writing.READ_ONLY : Writing.ALLOWED);
        boolean written = foreign || (remote.isPresent() && properties.containsKey(LEDGER));
        return new Terms(
                conduct,
                written ? Optional.of(ledgers(properties, environment)) : Optional.empty(),
                Duration.ofMinutes(number(WAIT, properties, DAY).orElse(0)),
                new Interruption());
    }

    private static boolean isHere(Remote remote) {
        String host = Optional.ofNullable(remote.baseUrl().getHost()).orElse("");
        return host.matches("(?i)localhost|127(\\.[0-9]+){3}|\\[::1]");
    }

    /** Returns the folder of ledgers: the one that is set, or the one for a user's state (XDG Base Directory Specification). */
    public static LedgerFolder ledgers(Map<String, String> properties, Map<String, String> environment) {
        String name = properties.getOrDefault(LEDGER, "");
        if (properties.containsKey(LEDGER) && name.isBlank()) {
            throw new InvalidSettingException(LEDGER + ": is empty; name a folder, or leave the setting out");
        }
        try {
            return new LedgerFolder((name.isEmpty() ? state(environment) : Path.of(name)).toAbsolutePath());
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

    private static Optional<Integer> number(String key, Map<String, String> properties, int most) {
        return Optional.ofNullable(properties.get(key)).map(text -> {
            int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
            if (number < 1 || number > most) {
                throw new InvalidSettingException(
                        key + ": '" + text + "' is no number from 1 to " + most + "; correct it, or leave it out");
            }
            return number;
        });
    }
}
