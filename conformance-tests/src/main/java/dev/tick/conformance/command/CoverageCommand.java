package dev.tick.conformance.command;

import dev.tick.conformance.ContractChoice;
import dev.tick.conformance.input.InvalidSettingException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tick coverage}. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        versionProvider = TickVersion.class,
        sortOptions = false,
        description = "Writes what is checked of a contract, and how it is known that the checks work. Sends nothing.",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0 the pages are written, 2 wrong usage or setting."})
final class CoverageCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;

    @Mixin
    private final RunOptions options = new RunOptions();

    CoverageCommand(Map<String, String> environment, Clock clock, PrintStream out) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() {
        if (options.isJson()) {
            throw new InvalidSettingException("tick.directory: 'json' is for 'tick verify'; name a folder");
        }
        Map<String, String> properties = options.properties();
        properties.put("target", "none");
        ContractChoice.of(properties, environment, clock).describe(clock, out);
        return 0;
    }
}
