package dev.tick.conformance.report.model;

import dev.tick.conformance.cleaning.CleanUpReport;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.run.RunInfo;
import dev.tick.conformance.settings.Redaction;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.JudgedClient;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A fact about a run, for people.
 *
 * @param name what it is about
 * @param value what is known
 */
public record RunFact(String name, String value) {
    /** Returns what was run, when, and against what. */
    public static List<RunFact> of(RunInfo run, BuildInfo build) {
        Set<TokenKind> missing = EnumSet.allOf(TokenKind.class);
        missing.removeAll(run.target().tokens().keySet());
        List<RunFact> facts = new ArrayList<>(subject(run, missing));
        facts.addAll(List.of(
                new RunFact(
                        "Started", run.started().truncatedTo(ChronoUnit.SECONDS).toString()),
                new RunFact(
                        "Took",
                        String.format(
                                Locale.ROOT,
                                "%.1f s, %d requests%s",
                                run.duration().toMillis() / 1000.0,
                                run.requests(),
                                questions(run))),
                new RunFact("Run", run.run()),
                new RunFact("Kit", "Tick " + build.version() + ", commit " + build.commit())));
        if (!(run.target() instanceof JudgedClient)) {
            facts.add(facts.size() - 2, new RunFact("Explored", explored(run.exploration())));
        }
        run.notes().forEach(note -> facts.add(new RunFact("Note", note)));
        cleanUp(run).forEach(sentence -> facts.add(new RunFact("Clean-up", sentence)));
        if (run.redaction() == Redaction.MASKED) {
            facts.add(new RunFact(
                    "Masked", "GUIDs, addresses of users and tenants' domains are made up, the same for the same"));
        }
        return facts;
    }

    private static List<RunFact> subject(RunInfo run, Set<TokenKind> missing) {
        RunFact contract = new RunFact("Contract", run.contract() + ", edition " + run.edition());
        RunFact capabilities = new RunFact("Capabilities", String.join(", ", capabilities(run)));
        if (run.target() instanceof JudgedClient client) {
            RunFact name = new RunFact("Client", client.name());
            boolean all = client.capabilities().size() == Effect.values().length;
            return all ? List.of(name, contract) : List.of(name, contract, capabilities);
        }
        return List.of(
                new RunFact("Target", run.target().name()),
                new RunFact("Base URL", run.target().baseUrl().toString()),
                contract,
                capabilities,
                new RunFact("Tokens at hand", words(tokens(run))),
                new RunFact("Tokens not given", words(variables(missing))));
    }

    /** Returns what became of what runs created on a target that is not ours; nothing of one that is. */
    private static List<String> cleanUp(RunInfo run) {
        CleanUpReport done = run.cleanUp();
        return done.equals(CleanUpReport.ofNothing())
                ? List.of()
                : Stream.concat(done.earlier().stream(), done.sentences().stream())
                        .toList();
    }

    /** Returns how many requests learned the contract before a run; empty where none did. */
    public static String questions(RunInfo run) {
        return run.questions() == 0 ? "" : ", and " + run.questions() + " before, to learn the contract";
    }

    /** Returns how far a run explored, and from which seed. */
    public static String explored(ExplorationPlan plan) {
        return plan.size().requests() == 0
                ? "nothing beside the cases"
                : "up to " + plan.size().requests() + " requests, seed " + plan.seed();
    }

    /** Returns the capabilities that the target was held to, by name. */
    public static List<String> capabilities(RunInfo run) {
        return run.target().capabilities().stream()
                .map(Settings::capability)
                .sorted()
                .toList();
    }

    /** Returns the environment variables of the tokens that were at hand, by name. */
    public static List<String> tokens(RunInfo run) {
        return variables(run.target().tokens().keySet());
    }

    private static List<String> variables(Set<TokenKind> kinds) {
        return kinds.stream().map(TokenKind::variable).sorted().toList();
    }

    private static String words(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
