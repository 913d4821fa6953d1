package dev.tick.stub.command;

import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Specification;
import dev.tick.spec.text.NearestWord;
import dev.tick.stub.StubConfig;
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
            "By the names of the body's properties it finds out which contract and operation the body is for, and says so.",
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
            paramLabel = "NAME|FOLDER",
            description = "The contract by which it is judged (default: the one that fits the body, today's first).")
    private Optional<String> contractName = Optional.empty();

    @Option(
            names = "--operation",
            paramLabel = "ID",
            description = "What the request asks for, by its operationId (default: the one that fits the body).")
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
        List<Specification> editions = editions();
        operationId.ifPresent(id -> known(id, editions));
        byte[] body = body();
        RecognizedBody recognized = RecognizedBody.of(
                body,
                editions,
                operation -> operationId.isEmpty() || operationId.get().equals(operation.id()));
        Specification edition = recognized.specification();
        Explanation explanation = new Explainer(edition.contract(), edition.register(), Clock.systemUTC())
                .explain(recognized.operation(), contentType, body);
        out.println(recognized.line() + (operationId.isEmpty() ? "; --contract and --operation choose another" : ""));
        explanation.lines().forEach(out::println);
        out.flush();
        return explanation.refusal().isPresent() ? REFUSED : 0;
    }

    private List<Specification> editions() {
        if (contractName.isEmpty()) {
            return StubConfig.editions();
        }
        try {
            return List.of(Specification.find(contractName.get()));
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private void known(String id, List<Specification> editions) {
        List<String> known = editions.stream()
                .flatMap(edition -> edition.contract().operations().stream())
                .filter(operation -> operation.requestSchema().isPresent())
                .map(Operation::id)
                .toList();
        if (!known.contains(id)) {
            throw wrong("--operation: expected one of " + known + ", got '" + id + "'" + NearestWord.hint(id, known));
        }
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
