package dev.tick.conformance.command;

import dev.tick.spec.document.FieldType;
import dev.tick.spec.inspection.RowDraft;
import dev.tick.spec.inspection.RowWriter;
import dev.tick.spec.inspection.WrittenRow;
import dev.tick.spec.register.Basis;
import dev.tick.spec.register.Level;
import dev.tick.spec.register.Subject;
import dev.tick.spec.text.NearestWord;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tick contract new-row}. */
@Command(
        name = "new-row",
        mixinStandardHelpOptions = true,
        versionProvider = TickVersion.class,
        sortOptions = false,
        description = {
            "Writes a row into requirements.yaml, behind the last one of its prefix, with the next free id;",
            "in the sources of the kit also its line of the golden list. Then checks the contract."
        },
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Example:",
            "  tick contract new-row spec/src/main/resources/contracts/indicators \\\\",
            "    --operation submitOrUpdateIndicator --level must --basis documented \\\\",
            "    --statement 'The indicator carries the campaign that was submitted.' \\\\",
            "    --schema /components/schemas/Indicator/properties/campaign --check 'kind: echo'",
            "",
            "Exit codes: 0 written and no problem, 1 written, and problems told, 2 wrong usage or a row that cannot be read: nothing is written."
        })
final class NewRowCommand implements Callable<Integer> {
    private final Clock clock;
    private final PrintStream out;

    @Parameters(paramLabel = "FOLDER", description = "Folder that holds openapi.yaml and requirements.yaml.")
    private String folder = "";

    @Option(names = "--operation", paramLabel = "ID", description = "Operation that the row is about.")
    private Optional<String> operation = Optional.empty();

    @Option(names = "--level", paramLabel = "must|should|may", required = true, description = "How much it binds.")
    private String level = "";

    @Option(
            names = "--basis",
            paramLabel = "documented|family|http|observed|inferred|open",
            required = true,
            description = "What it rests on.")
    private String basis = "";

    @Option(
            names = "--subject",
            paramLabel = "server|client",
            description = "Who can honour or break it (default: server).")
    private String subject = "server";

    @Option(names = "--statement", paramLabel = "TEXT", required = true, description = "One sentence in own words.")
    private String statement = "";

    @Option(
            names = "--check",
            paramLabel = "KEYS",
            description = "Its check, such as 'kind: echo'; --operation is added.")
    private Optional<String> check = Optional.empty();

    @Option(names = "--schema", paramLabel = "POINTER", description = "JSON pointer into openapi.yaml.")
    private Optional<String> schema = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "One of the register's sources (default: that of the row before it).")
    private Optional<String> source = Optional.empty();

    @Option(
            names = "--section",
            paramLabel = "TEXT",
            description = "Section of the source (default: that of the row before it).")
    private Optional<String> section = Optional.empty();

    @Option(names = "--excluded", paramLabel = "TEXT", description = "Why it cannot be observed, in place of a check.")
    private Optional<String> excluded = Optional.empty();

    @Option(
            names = "--prefix",
            paramLabel = "AAA",
            description = "Three capitals of its id (default: those of most rows of this kind about the operation).")
    private Optional<String> prefix = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    NewRowCommand(Clock clock, PrintStream out) {
        this.clock = clock;
        this.out = out;
    }

    @Override
    public Integer call() {
        try {
            WrittenRow row = RowWriter.of(folder).write(draft());
            out.println(row.id() + " written: " + row.place());
            row.golden().ifPresent(line -> out.println("line added: " + line));
            return ContractReport.writeProblems(folder, clock, out);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), RunOptions.named(String.valueOf(e.getMessage())), e);
        }
    }

    private RowDraft draft() {
        return new RowDraft(
                prefix,
                word("level", level, Level.values()),
                word("basis", basis, Basis.values()),
                word("subject", subject, Subject.values()),
                statement,
                source,
                section,
                schema,
                check,
                operation,
                excluded);
    }

    private static <E extends Enum<E>> E word(String key, String text, E[] constants) {
        List<String> words = Stream.of(constants).map(FieldType::spelled).toList();
        if (!words.contains(text)) {
            throw new IllegalArgumentException(
                    key + ": expected one of " + words + ", got '" + text + "'" + NearestWord.hint(text, words));
        }
        return constants[words.indexOf(text)];
    }
}
