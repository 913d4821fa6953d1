package dev.tick.conformance.command;

import dev.tick.conformance.UnwrittenResultsException;
import dev.tick.conformance.Verification;
import dev.tick.conformance.Verifications;
import dev.tick.conformance.cleaning.CleanUpReport;
import dev.tick.conformance.evidence.IdentityMask;
import dev.tick.conformance.report.ResultFolder;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.settings.Redaction;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.register.Level;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The end of {@code tick verify} and {@code tick judge} for programs: one JSON object. */
final class RunJson {
    /** Within it, fields are only added. */
    private static final String FORMAT = "1.0";

    private RunJson() {}

    /** Returns verdict, counts, files and, where there is one, the cause of an early end, for each contract. */
    static String of(Verifications all, int exitCode) {
        ObjectNode root = root(exitCode);
        ArrayNode notes = root.putArray("notes");
        all.choice().notes().forEach(notes::add);
        ArrayNode runs = root.putArray("runs");
        for (int i = 0; i < all.done().size(); i++) {
            run(runs.addObject(), all.done().get(i), all.choice().runs().get(i).settings());
        }
        return text(root);
    }

    /** Returns verdict, counts and files of the judgement of a client. */
    static String of(Verification done, Settings settings, int exitCode) {
        ObjectNode root = root(exitCode);
        root.putArray("notes");
        run(root.putArray("runs").addObject(), done, settings);
        return text(root);
    }

    /** Returns verdict and counts of a run whose results could not be written, and why. */
    static String unwritten(UnwrittenResultsException failure, int exitCode) {
        ObjectNode root = root(exitCode);
        root.put("error", String.valueOf(failure.getMessage()));
        run(root.putArray("runs").addObject(), failure.done(), failure.settings());
        return text(root);
    }

    /** Returns why there is no verdict. */
    static String refused(String message, int exitCode) {
        ObjectNode root = root(exitCode);
        root.put("error", message);
        root.putArray("runs");
        return text(root);
    }

    private static ObjectNode root(int exitCode) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        root.put("exitCode", exitCode);
        return root;
    }

    private static void run(ObjectNode run, Verification done, Settings settings) {
        RunResult report =
                settings.redaction() == Redaction.MASKED ? done.report().masked(new IdentityMask()) : done.report();
        run.put("contract", done.contract());
        run.put("edition", report.stamp().edition());
        run.put("target", report.stamp().target().name());
        run.put("verdict", report.verdict().title());
        run.put("failsBuild", done.ending().failsBuild());
        report.stopped().ifPresent(reason -> run.put("endedEarly", reason));
        run.put("untestedMusts", report.tally().mustsUntested());
        ObjectNode counts = run.putObject("counts");
        for (Level level : Level.values()) {
            ObjectNode own = counts.putObject(level.name());
            for (Result result : Result.values()) {
                own.put(result.name(), report.count(level, result));
            }
        }
        run.put("requests", report.stamp().requests());
        run.put("questions", report.stamp().questions());
        run.put("milliseconds", report.stamp().duration().toMillis());
        if (!report.stamp().cleanUp().equals(CleanUpReport.ofNothing())) {
            ArrayNode cleaned = run.putArray("cleanUp");
            report.stamp().cleanUp().earlier().forEach(cleaned::add);
            report.stamp().cleanUp().sentences().forEach(cleaned::add);
        }
        ObjectNode files = run.putObject("files");
        new ResultFolder(settings.directory()).files().forEach((name, file) -> files.put(name, file.toString()));
    }

    private static String text(ObjectNode root) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }
}
