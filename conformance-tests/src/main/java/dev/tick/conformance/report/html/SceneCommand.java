package dev.tick.conformance.report.html;

import dev.tick.conformance.client.JudgeOptions;
import dev.tick.conformance.report.model.ShellWords;
import dev.tick.conformance.run.RunInfo;
import dev.tick.conformance.run.SceneHistory;
import dev.tick.spec.register.Specification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** The line for a shell that runs one scenario alone. */
final class SceneCommand {
    /** In place of a command line that may hold secrets. */
    private static final String YOURS = "<your command>";

    private SceneCommand() {}

    static String of(RunInfo run, SceneHistory scene) {
        Duration deadline = scene.end().deadline();
        return "java -jar tick.jar judge --contract " + contract(run) + " --target-command "
                + ShellWords.quoted(scene.end().command().orElse(YOURS))
                + scene.end().options().stream().map(one -> " " + one).collect(Collectors.joining())
                + " --scenarios " + scene.name()
                + (deadline.equals(JudgeOptions.standard().deadline()) ? "" : " --deadline " + deadline.toSeconds());
    }

    /** Returns the name of a contract of the kit, or the folder of one's own. */
    private static String contract(RunInfo run) {
        boolean ofKit =
                run.contract().startsWith("contracts/") && Specification.names().contains(run.contractName());
        return ofKit
                ? run.contractName()
                : ShellWords.quoted(Optional.ofNullable(Path.of(run.contract()).getParent())
                        .map(Path::toString)
                        .orElse("."));
    }
}
