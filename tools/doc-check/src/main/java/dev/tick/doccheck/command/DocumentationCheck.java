package dev.tick.doccheck.command;

import dev.tick.doccheck.known.KnownPages;
import dev.tick.spec.register.Specification;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** The documentation check: reports how pages of the vendor's documentation differ from a contract. */
public final class DocumentationCheck {
    private static final String USAGE =
            "usage: DocumentationCheck <pages or folders> [<contract> [<where relative paths begin>]]";

    private DocumentationCheck() {}

    /** Runs the check; exits with 0 if nothing differs, 1 if something does, 2 if the pages or the contract cannot be used. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exit = run(List.of(arguments), out, Clock.systemUTC(), KnownPages::load);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    static int run(List<String> arguments, PrintStream out, Clock clock, Function<Specification, KnownPages> known) {
        if (arguments.isEmpty() || arguments.size() > 3) {
            out.println(USAGE);
            return DocumentationReport.UNUSABLE;
        }
        Path top = Path.of(arguments.size() > 2 ? arguments.get(2) : "");
        String contract = arguments.size() > 1 ? arguments.get(1) : "tiindicators";
        return new DocumentationReport(out, clock, known).write(contract, top, arguments.get(0));
    }
}
