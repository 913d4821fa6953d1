package dev.tick.conformance.command;

import dev.tick.conformance.UnwrittenResultsException;
import dev.tick.conformance.input.InvalidSettingException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** The console of {@code --output json}: one JSON object, whatever becomes of the run. */
final class ProgramConsole {
    private ProgramConsole() {}

    /**
     * The end of runs.
     *
     * @param json that is printed
     * @param exitCode of the command
     */
    record End(String json, int exitCode) {}

    /** Prints how runs end, and returns the exit code; prints why they do not, and throws that. */
    static int tell(PrintStream out, Supplier<End> runs) {
        try {
            End end = runs.get();
            out.println(end.json());
            return end.exitCode();
        } catch (InvalidSettingException e) {
            out.println(RunJson.refused(RunOptions.named(String.valueOf(e.getMessage())), Tick.USAGE));
            throw e;
        } catch (UnwrittenResultsException e) {
            out.println(RunJson.unwritten(e, VerifyCommand.INCONCLUSIVE));
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            out.println(RunJson.refused(
                    Optional.ofNullable(e.getMessage()).orElseGet(e::toString), VerifyCommand.INCONCLUSIVE));
            throw e;
        }
    }

    /** Returns a console that shows nothing. */
    static PrintStream silent() {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }
}
