package dev.tick.stub.command;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Specification;
import dev.tick.spec.text.NearestWord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says whether a request's body would be refused. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        versionProvider = StubVersion.class,
        sortOptions = false,
        description = {
            "Says whether a request's body would be refused, why, and which rows of the register say so. Starts no server.",
            "It judges the message alone, as if its token were sound, and by the clock of this machine."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it would be accepted", "2:wrong usage, or the file cannot be read", "3:it would be refused"})
final class ExplainCommand implements Callable<Integer> {
    private static final int REFUSED = 3;

    @Parameters(paramLabel = "FILE", description = "The body; - for the standard input.")
    private Path file = Path.of("-");

    @Option(
            names = "--contract",
            paramLabel = "NAME",
            defaultValue = "tiindicators",
            description = "The contract by which it is judged (default: ${DEFAULT-VALUE}).")
    private String contractName = "";

    @Option(
            names = "--operation",
            paramLabel = "ID",
            description = "What the request asks for, by its operationId (default: the one that creates).")
    private Optional<String> operationId = Optional.empty();

    @Option(
            names = "--content-type",
            paramLabel = "TYPE",
            defaultValue = "application/json",
            description = "The header Content-Type (default: ${DEFAULT-VALUE}).")
    private String contentType = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final PrintWriter out;

    ExplainCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Specification edition = edition();
        Contract contract = edition.contract();
        Operation operation = operationId
                .map(id -> named(id, contract))
                .orElseGet(() -> contract.operation(Effect.CREATE).orElseThrow());
        Explanation explanation =
                new Explainer(contract, edition.register(), Clock.systemUTC()).explain(operation, contentType, body());
        explanation.lines().forEach(out::println);
        out.flush();
        return explanation.refusal().isPresent() ? REFUSED : 0;
    }

    private Specification edition() {
        try {
            return Specification.find(contractName);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private Operation named(String id, Contract contract) {
        List<String> known = contract.operations().stream()
                .filter(operation -> operation.requestSchema().isPresent())
                .map(Operation::id)
                .toList();
        if (!known.contains(id)) {
            throw wrong("--operation: expected one of " + known + ", got '" + id + "'" + NearestWord.hint(id, known));
        }
        return contract.operation(id);
    }

    private byte[] body() {
        try {
            return file.toString().equals("-") ? System.in.readAllBytes() : Files.readAllBytes(file);
        } catch (IOException e) {
            throw wrong("FILE: cannot read " + file + "; correct the path, or give - for the standard input");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
