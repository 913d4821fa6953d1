package dev.tick.conformance.command;

import dev.tick.conformance.Leftovers;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.settings.TermsSettings;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tick clean}. */
@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        versionProvider = TickVersion.class,
        sortOptions = false,
        description = {
            "Removes from a server what runs of 'tick verify' left that were killed, or could not clean up.",
            "Touches nothing but what their ledgers name."
        },
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Access tokens come from the target's file or the environment, as for 'tick verify'.",
            "",
            "Exit codes: 0 nothing is left, 1 something is, and is named, 2 wrong usage or setting, 3 it could not be done."
        })
final class CleanCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;
    private final Map<String, String> properties = new TreeMap<>();

    CleanCommand(Map<String, String> environment, Clock clock, PrintStream out) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
    }

    @Option(names = "--target", paramLabel = "NAME|FILE|URL", required = true, description = "Server to clean.")
    void target(String target) {
        properties.put("target", target);
    }

    @Option(
            names = "--ledger",
            paramLabel = "DIR",
            description = "Folder of the ledgers (default: tick in XDG_STATE_HOME, else ~/.local/state/tick).")
    void ledger(String folder) {
        properties.put("ledger", folder);
    }

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "PEM certificates of the authorities that the server's certificate may come from, and no others.")
    void ca(String file) {
        properties.put("ca", file);
    }

    @Override
    public Integer call() {
        if ("stub".equals(properties.get("target")) || "none".equals(properties.get("target"))) {
            throw new InvalidSettingException(
                    "target: the kit's own stub keeps nothing; name the file or the URL of a server");
        }
        Path folder = TermsSettings.ledgers(properties, environment);
        if (properties.containsKey("ledger") && !Files.isDirectory(folder)) {
            throw new InvalidSettingException(
                    "ledger: there is no folder '" + folder + "'; name the one that the run had, or leave it out");
        }
        return new Leftovers(Settings.ofLeftovers(properties, environment), clock).remove(out) ? 0 : 1;
    }
}
