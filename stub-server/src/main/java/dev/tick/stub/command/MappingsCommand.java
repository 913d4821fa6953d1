package dev.tick.stub.command;

import dev.tick.spec.register.Specification;
import dev.tick.stub.mappings.MappingFolder;
import dev.tick.stub.mappings.PortableMappings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes mappings for plain WireMock. */
@Command(
        name = "mappings",
        mixinStandardHelpOptions = true,
        description = "Writes plain WireMock mappings of the contract: stateless, and without a look into tokens.")
public final class MappingsCommand implements Callable<Integer> {
    @Option(
            names = "--contract",
            paramLabel = "NAME|FOLDER",
            defaultValue = "indicators",
            description = "Of this contract (default: ${DEFAULT-VALUE}).")
    private String contract = "indicators";

    @Parameters(paramLabel = "FOLDER", description = "What WireMock is given as --root-dir; made where it is missing.")
    private Path folder = Path.of("");

    @Option(names = "--replace", description = "Remove what lies in FOLDER/mappings first.")
    private boolean replace;

    /** For the build, which has this process live on. */
    public static void main(String[] arguments) {
        int exit = new CommandLine(new MappingsCommand()).execute(arguments);
        if (exit != CommandLine.ExitCode.OK) {
            throw new IllegalArgumentException("no mappings were written, for the reason above");
        }
    }

    @Override
    public Integer call() throws IOException {
        Specification read = Specification.find(contract);
        if (replace) {
            MappingFolder.clear(folder);
        }
        MappingFolder.write(folder, new PortableMappings(read.contract(), read.register()).mappings());
        return CommandLine.ExitCode.OK;
    }
}
