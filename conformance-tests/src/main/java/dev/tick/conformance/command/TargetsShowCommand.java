package dev.tick.conformance.command;

import dev.tick.conformance.target.TargetFiles;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tick targets show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = TickVersion.class,
        description = "Prints the file of a target, or a template to copy.",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Exit codes: 0 printed, 2 wrong usage, or no such file.",
            "",
            "Example:",
            "  tick targets show tenant-eu > targets/mine.yaml"
        })
final class TargetsShowCommand implements Callable<Integer> {
    private final PrintStream out;

    @Parameters(paramLabel = "NAME", description = "Name of a target or a template, as 'tick targets list' shows it.")
    private String name = "";

    TargetsShowCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        out.print(new TargetFiles(Path.of("").toAbsolutePath()).text(name));
        out.flush();
        return 0;
    }
}
