package dev.tick.conformance.command;

import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.target.TargetFile;
import dev.tick.conformance.target.TargetFiles;
import dev.tick.spec.document.FieldType;
import dev.tick.spec.text.VisibleText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tick targets check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = TickVersion.class,
        description = "Tells every problem of targets' files at once, with line, key and remedy. Sends nothing.",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Exit codes: 0 no problem, 1 problems, 2 wrong usage."})
final class TargetsCheckCommand implements Callable<Integer> {
    /** The tenant of the templates. */
    private static final String EXAMPLE = "0f1e2d3c-0000-4000-8000-000000000001";

    private final Map<String, String> environment;
    private final PrintStream out;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files, or the names of files in targets/.")
    private List<String> files = List.of();

    TargetsCheckCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    @Override
    public Integer call() {
        TargetFiles targets = new TargetFiles(Path.of("").toAbsolutePath());
        int code = 0;
        for (String file : files) {
            try {
                out.println(line(targets.read(file, environment)));
            } catch (InvalidSettingException e) {
                // What stands in a file may be meant for the terminal.
                String.valueOf(e.getMessage()).lines().map(VisibleText::line).forEach(out::println);
                code = 1;
            }
        }
        return code;
    }

    private static String line(TargetFile file) {
        return file.name() + ": no problem; " + file.baseUrl() + ", tokens "
                + file.credentials().keySet().stream()
                        .sorted()
                        .map(FieldType::spelled)
                        .toList()
                + file.authority()
                        .map(authority -> " from " + authority.base() + "/" + authority.tenant())
                        .orElse("")
                + file.tenant()
                        .filter(EXAMPLE::equals)
                        .map(id -> "; the tenant is still that of the template, write the id of yours")
                        .orElse("");
    }
}
