package dev.tick.laws.command;

import dev.tick.laws.api.ApiFiles;
import dev.tick.laws.graph.GraphText;
import dev.tick.laws.graph.ImportGraph;
import dev.tick.laws.layout.KitModule;
import dev.tick.laws.walk.Walk;
import dev.tick.laws.walk.WalkKind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The entry point of the scripts {@code tools/write-api} and {@code tools/show-house}. */
public final class LawsCommand {
    private static final String USAGE = "usage: LawsCommand write-api | show-house <top folder of the repository>";

    private LawsCommand() {}

    /** Runs a command; ends with 2 if there is none of that name. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String command = arguments.length == 2 ? arguments[0] : "";
        switch (command) {
            case "write-api" -> {
                CodeBase code = CodeBase.read(Path.of(arguments[1]));
                new ApiFiles(code.modules(), code.classes()).write();
            }
            case "show-house" -> show(CodeBase.read(Path.of(arguments[1])), out);
            default -> {
                out.println(USAGE);
                System.exit(2);
            }
        }
    }

    private static void show(CodeBase code, PrintStream out) throws IOException {
        List<String> order = code.modules().all().stream().map(KitModule::name).toList();
        GraphText.lines(new ImportGraph(code.classes()), code.packages(), order).forEach(out::println);
        for (WalkKind kind : WalkKind.values()) {
            Walk.record(kind).lines().forEach(out::println);
        }
    }
}
