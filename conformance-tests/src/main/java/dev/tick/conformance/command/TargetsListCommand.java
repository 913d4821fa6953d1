package dev.tick.conformance.command;

import dev.tick.conformance.target.TargetFiles;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code tick targets list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = TickVersion.class,
        description = "Lists the names that --target takes, and the templates to copy.",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0 listed, 2 wrong usage."})
final class TargetsListCommand implements Callable<Integer> {
    private final PrintStream out;

    TargetsListCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        TargetFiles files = new TargetFiles(Path.of("").toAbsolutePath());
        out.println(TargetFiles.STUB + "  the kit's own server");
        files.own().forEach(name -> out.println(name + "  " + files.folder().resolve(name + ".yaml")));
        TargetFiles.templates().forEach(name -> out.println(name + "  template: tick targets show " + name));
        return 0;
    }
}
