package dev.tick.conformance;

import dev.tick.conformance.baseline.Changes;
import dev.tick.conformance.baseline.Comparisons;
import dev.tick.conformance.baseline.Difference;
import dev.tick.conformance.baseline.Snapshot;
import dev.tick.conformance.console.Progress;
import dev.tick.conformance.console.Style;
import dev.tick.conformance.deviation.Deviations;
import dev.tick.conformance.evidence.Identities;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.report.Reporter;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.target.Settings;
import dev.tick.conformance.target.Sharing;
import dev.tick.conformance.target.Target;
import dev.tick.conformance.target.TokenKind;
import dev.tick.conformance.verdict.Arithmetic;
import dev.tick.conformance.verdict.Tally;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Edition;
import dev.tick.spec.register.Register;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.access.Application;
import dev.tick.stub.authority.TokenVariant;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs the conformance tests of one contract as the settings say. */
public final class Conformance {
    private final Contract contract;
    private final Register register;
    private final Clock clock;
    private final Runner runner;

    /** For a contract that comes with the kit, by its name. */
    public static Conformance of(String name, Clock clock) {
        Edition edition = Edition.load(name);
        return new Conformance(edition.contract(), edition.register(), clock);
    }

    /** For a contract and its register. */
    public Conformance(Contract contract, Register register, Clock clock) {
        this(contract, register, clock, new Runner(contract, register, clock));
    }

    /** The same with senders of its own. */
    public Conformance(Contract contract, Register register, Clock clock, Sender.Factory senders) {
        this(contract, register, clock, new Runner(contract, register, clock, senders));
    }

    private Conformance(Contract contract, Register register, Clock clock, Runner runner) {
        this.contract = contract;
        this.register = register;
        this.clock = clock;
        this.runner = runner;
    }

    /**
     * What a run ended in.
     *
     * @param verdict of the target
     * @param failsBuild whether the build is to fail, by the settings
     */
    public record Ending(Verdict verdict, boolean failsBuild) {
        /** What is said when the build fails. */
        public String message() {
            return switch (verdict) {
                case NOT_CONFORMANT, INCONCLUSIVE -> verdict.title() + ", for the reasons above";
                case CONFORMANT, AS_FAR_AS_TESTED, WITH_DEVIATIONS ->
                    verdict.title() + ", and fail.on or strict lets the build fail for what is counted above";
            };
        }
    }

    /** The same, where nobody watches. */
    public Ending run(Settings settings, PrintStream out) {
        return run(settings, out, Style.PLAIN, Progress.SILENT);
    }

    /**
     * Runs against the remote target, or against a stub that lives as long as the run; writes the results.
     *
     * @param out for the summary
     * @param style of the summary
     * @param progress is told how the run goes on, and closed before the summary
     * @throws dev.tick.conformance.target.SettingsException when the deviations or the baseline cannot be used; no results
     *     are written
     */
    public Ending run(Settings settings, PrintStream out, Style style, Progress progress) {
        // Before the run, whose results may replace the file.
        Optional<Snapshot> baseline = settings.baseline()
                .map(file -> Snapshot.read(file, contract.source().file()));
        try (StubServer stub = StubServer.start(
                StubConfig.builder(contract, register).clock(clock).build())) {
            Target target = settings.remote().orElseGet(() -> embedded(stub, contract));
            Runner checks = settings.requirements().map(runner::only).orElse(runner);
            Report report = hold(checks.telling(progress), target, settings);
            Optional<Changes> changes = settings.baseline()
                    .flatMap(file -> baseline.map(before -> Changes.between(file.name(), before, report)));
            List<Difference> differsFromStub = settings.remote().isEmpty()
                            || report.stopped().isPresent()
                    ? List.of()
                    : Difference.between(Snapshot.of(checks.run(comparable(stub, target))), Snapshot.of(report));
            progress.close();
            describe(settings, out);
            new Reporter(contract, settings.directory(), out, style)
                    .write(
                            settings.sharing() == Sharing.MASKED ? report.masked(new Identities()) : report,
                            new Comparisons(changes, differsFromStub));
            Tally tally = changes.map(found -> report.tally().withNewFailures(found.newFailures()))
                    .orElse(report.tally());
            return new Ending(
                    report.verdict(),
                    Arithmetic.failsBuild(report.verdict(), tally, settings.failOn(), settings.strictness()));
        }
    }

    /** Writes what the kit checks, and how it is known that the checks work; nothing is sent. */
    public void describe(Settings settings, PrintStream out) {
        Map<TokenKind, String> tokens = new EnumMap<>(TokenKind.class);
        EnumSet.allOf(TokenKind.class).forEach(kind -> tokens.put(kind, kind.placeholder()));
        Target everything = new Target("none", URI.create("http://none.example"), EnumSet.allOf(Effect.class), tokens);
        new Reporter(contract, settings.directory(), out, Style.PLAIN).describe(register, runner.cases(everything));
    }

    private Report hold(Runner checks, Target target, Settings settings) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Deviations deviations = settings.deviations()
                .map(file -> Deviations.read(file, register, runner.cases(target)))
                .orElse(Deviations.none());
        return checks.run(target).waiving(deviations, today);
    }

    /** The stub with what the target has, so that their results can be laid side by side. */
    private Target comparable(StubServer stub, Target target) {
        Target all = embedded(stub, contract);
        return new Target(
                all.name(),
                all.baseUrl(),
                target.capabilities(),
                all.tokens().entrySet().stream()
                        .filter(token -> target.tokens().containsKey(token.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** A stub of this contract as a target: with every capability and every token. */
    public static Target embedded(StubServer stub, Contract contract) {
        Map<TokenKind, String> tokens = new EnumMap<>(Map.of(
                TokenKind.SOUND, stub.token(stub.application(), TokenVariant.SOUND),
                TokenKind.EXPIRED, stub.token(stub.application(), TokenVariant.EXPIRED),
                TokenKind.WITHOUT_ROLE, stub.token(stub.application(), TokenVariant.WITHOUT_ROLE),
                TokenKind.DELEGATED, stub.token(stub.application(), TokenVariant.DELEGATED),
                TokenKind.OTHER_APPLICATION, stub.token(stub.otherApplication(), TokenVariant.SOUND),
                TokenKind.OTHER_AUDIENCE, stub.token(stub.application(), TokenVariant.OTHER_AUDIENCE)));
        List<String> reachingAll = contract.tokens().reachingAll();
        if (!reachingAll.isEmpty()) {
            Application wide = new Application(
                    UUID.randomUUID().toString(), UUID.randomUUID().toString(), reachingAll);
            stub.applications().add(wide);
            tokens.put(TokenKind.REACHING_ALL, stub.token(wide, TokenVariant.SOUND));
        }
        return new Target("stub", stub.baseUrl(), EnumSet.allOf(Effect.class), tokens);
    }
}
