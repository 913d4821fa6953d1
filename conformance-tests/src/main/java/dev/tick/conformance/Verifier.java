package dev.tick.conformance;

import dev.tick.conformance.comparison.BaselineDiff;
import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.comparison.RequirementDiff;
import dev.tick.conformance.comparison.Snapshot;
import dev.tick.conformance.comparison.StubResults;
import dev.tick.conformance.comparison.StubResultsDigest;
import dev.tick.conformance.conduct.Interruption;
import dev.tick.conformance.deviation.Deviations;
import dev.tick.conformance.evidence.IdentityMask;
import dev.tick.conformance.exchange.HttpSender;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.rehearsal.Rehearsal;
import dev.tick.conformance.report.Reporter;
import dev.tick.conformance.report.ResultFolder;
import dev.tick.conformance.run.Plan;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.settings.Redaction;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.Embedded;
import dev.tick.conformance.subject.Remote;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.register.Subject;
import dev.tick.stub.StubConfig;
import dev.tick.stub.StubServer;
import dev.tick.stub.access.Application;
import dev.tick.stub.authority.TokenVariant;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Verifies targets against one contract: runs its checks, compares the results with other runs, and writes the reports. */
public final class Verifier {
    private final Contract contract;
    private final Register register;
    private final Clock clock;
    private final Runner runner;

    /**
     * Loads the conformance tests of a contract.
     *
     * @param name of one that comes with the kit, or the path of a folder
     * @throws InvalidSettingException when it cannot be used
     */
    public static Verifier of(String name, Clock clock) {
        HttpSender.warmUp();
        Specification specification = found(name);
        return new Verifier(specification.contract(), specification.register(), clock);
    }

    private static Specification found(String name) {
        try {
            return Specification.find(name);
        } catch (InvalidDocumentException e) {
            throw new InvalidSettingException(
                    "contract: " + e.getMessage() + "; 'tick contract check " + name + "' tells every problem");
        }
    }

    /** Creates the conformance tests of a contract and its register. */
    public Verifier(Contract contract, Register register, Clock clock) {
        this(contract, register, clock, new Runner(contract, register, clock));
    }

    /** Creates the conformance tests of a contract and its register, with senders of its own. */
    public Verifier(Contract contract, Register register, Clock clock, Sender.Factory senders) {
        this(contract, register, clock, new Runner(contract, register, clock, senders));
    }

    /** Creates the conformance tests of a contract and its register, with a runner of its own. */
    Verifier(Contract contract, Register register, Clock clock, Runner runner) {
        this.contract = contract;
        this.register = register;
        this.clock = clock;
        this.runner = runner;
    }

    /** Runs without progress and without colours. */
    public Conformance.Ending run(Settings settings, PrintStream out) {
        return run(settings, out, ConsoleStyle.PLAIN, Progress.SILENT).ending();
    }

    /**
     * Runs against the remote target, or against a stub that lives as long as the run; writes the results.
     *
     * @param out receives the summary
     * @param style of the summary
     * @param progress receives the progress of the run; closed before the summary is written
     * @throws dev.tick.conformance.input.InvalidSettingException when the deviations, the baseline or the folder for the
     *     results cannot be used, or nobody has confirmed the target; nothing is sent
     * @throws UnwrittenResultsException when the results cannot be written after the run; the summary is, to {@code out}
     */
    public Verification run(Settings settings, PrintStream out, ConsoleStyle style, Progress progress) {
        return run(ContractRun.of(settings), out, style, progress);
    }

    /** Runs as above, unless something is known to hinder the run; then its results say so. */
    public Verification run(ContractRun asked, PrintStream out, ConsoleStyle style, Progress progress) {
        Settings settings = asked.settings();
        settings.requireConfirmation();
        settings.makeDirectory();
        ResultFolder folder = new ResultFolder(settings.directory());
        folder.refuseFolders();
        Optional<Path> kept = settings.baseline().map(InputFile::path);
        Interruption interruption = new Interruption();
        Interrupts listening = Interrupts.listen(settings.terms(), interruption);
        try {
            // Before the folder is emptied, where it may lie.
            Optional<Snapshot> baseline = settings.baseline()
                    .map(file -> Snapshot.read(file, contract.source().file()));
            folder.begin(kept);
            IssuedTokens issued = IssuedTokens.of(settings, EnumSet.allOf(TokenKind.class), clock, interruption::pause);
            Work work = new Work(asked, issued, baseline, progress, interruption);
            Verification done = work.settings()
                    .remote()
                    .map(remote -> verify(work, remote))
                    .orElseGet(() -> withStub(stub -> verify(work, stub)));
            progress.close();
            return reported(done, settings, out, style);
        } catch (RuntimeException | Error e) {
            abandon(settings, e);
            throw e;
        } finally {
            listening.close();
        }
    }

    /** Removes the results from a run's folder; says there why it ended early. */
    static void abandon(Settings settings, Throwable reason) {
        abandon(settings.directory(), settings.baseline().map(InputFile::path), reason);
    }

    /** Says in a folder how a run ended, unless nothing can be written there; what ended it is told in either case. */
    static void abandon(Path folder, Optional<Path> kept, Throwable reason) {
        try {
            new ResultFolder(folder)
                    .end(
                            kept,
                            "This run ended early: "
                                    + Optional.ofNullable(reason.getMessage()).orElseGet(reason::toString));
        } catch (UncheckedIOException unwritable) {
            reason.addSuppressed(unwritable);
        }
    }

    /**
     * Reads every file of a run's settings; sends nothing.
     *
     * @throws InvalidSettingException when one cannot be used
     */
    void check(Settings settings) {
        settings.baseline()
                .ifPresent(file -> Snapshot.read(file, contract.source().file()));
        Runner checks = checks(settings);
        settings.deviations()
                .ifPresent(file -> Deviations.read(
                        file,
                        register,
                        settings.remote()
                                .map(remote -> namedCases(checks, remote))
                                .orElseGet(() -> withStub(stub -> namedCases(checks, stub)))));
    }

    /**
     * Plays the run of the settings against a stub of this process; the target receives nothing.
     *
     * @param progress receives the progress of the rehearsal; closed at its end
     */
    public Rehearsal rehearse(Settings settings, Progress progress) {
        try (progress;
                StubServer stub = StubServer.start(
                        StubConfig.builder(contract, register).clock(clock).build())) {
            return new Rehearser(contract, clock)
                    .play(settings, untrusting(settings).reportingTo(progress), stub);
        }
    }

    /** A run to perform. */
    private record Work(
            ContractRun asked,
            IssuedTokens issued,
            Optional<Snapshot> baseline,
            Progress progress,
            Interruption interruption) {
        Settings settings() {
            return issued.settings();
        }
    }

    private Verification reported(Verification done, Settings settings, PrintStream out, ConsoleStyle style) {
        Reporter reporter = new Reporter(contract, settings.directory(), out, style);
        RunResult report =
                settings.redaction() == Redaction.MASKED ? done.report().masked(new IdentityMask()) : done.report();
        try {
            reporter.write(report, done.comparisons());
            reporter.describe(register, everyCase());
        } catch (UncheckedIOException e) {
            throw new UnwrittenResultsException(done, settings, e);
        }
        return done;
    }

    /** Writes what the kit checks, and how it is known that the checks work; nothing is sent. */
    public void describe(Settings settings, PrintStream out) {
        settings.makeDirectory();
        new ResultFolder(settings.directory()).refuseFolders();
        new Reporter(contract, settings.directory(), out, ConsoleStyle.PLAIN).describe(register, everyCase());
        out.println("No target, so nothing was sent. What is checked: "
                + settings.directory().resolve("coverage.html"));
    }

    private Verification verify(Work work, Target target) {
        RunResult report = results(work, target);
        Optional<BaselineDiff> changes = work.settings()
                .baseline()
                .flatMap(file -> work.baseline().map(before -> BaselineDiff.between(file.name(), before, report)));
        return Verification.of(report, new Comparisons(changes, differsFromStub(target, report)), work.settings());
    }

    private RunResult results(Work work, Target target) {
        Settings settings = work.settings();
        Runner checks = checks(settings);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try (Plan plan = checks.endedBy(work.interruption())
                .renewing(work.issued().tokens())
                .reportingTo(work.progress())
                .plan(target)) {
            Deviations deviations = settings.deviations()
                    .map(file -> Deviations.read(file, register, namedCases(checks, target)))
                    .orElse(Deviations.none());
            return work.asked()
                    .hindrance()
                    .map(plan::hindered)
                    .orElseGet(plan::run)
                    .after(work.asked().questions())
                    .waiving(deviations, today);
        }
    }

    private Runner checks(Settings settings) {
        return untrusting(settings).reaching(settings).under(settings.terms());
    }

    private Runner untrusting(Settings settings) {
        Runner exploring = runner.exploring(settings.exploration());
        return settings.requirements()
                .map(exploring::only)
                .orElse(exploring)
                .within(settings.deadline())
                .sending(settings.inFlight());
    }

    /** Returns the ids of the cases that deviations may name: a run that does not explore leaves an entry about that untested. */
    private static Map<String, List<String>> namedCases(Runner checks, Target target) {
        try (Plan plan = checks.exploring(ExplorationPlan.standard()).plan(target)) {
            return plan.cases();
        }
    }

    /** Returns the ids of the cases of a run with every capability and every token, by the id of their requirement. */
    private Map<String, List<String>> everyCase() {
        return StubResults.shipped(contract, register)
                .map(known -> known.cases(contract))
                .orElseGet(this::planned);
    }

    private Map<String, List<String>> planned() {
        try (Plan plan = runner.plan(Remote.ofEverything())) {
            return plan.cases();
        }
    }

    /** Compares with a stub of the target's capabilities and tokens; one is started only where no shipped results exist. */
    private List<RequirementDiff> differsFromStub(Target target, RunResult report) {
        return target instanceof Remote remote && report.stopped().isEmpty()
                ? RequirementDiff.between(stubSnapshot(remote, report), Snapshot.of(report))
                : List.of();
    }

    private Snapshot stubSnapshot(Remote target, RunResult report) {
        List<Requirement> rows =
                report.rows().stream().map(RequirementResult::row).toList();
        Set<TokenKind> tokens = target.tokens().keySet();
        return StubResults.shipped(contract, register)
                .map(known -> known.of(contract, rows, target.capabilities(), tokens))
                .orElseGet(() -> onStub(rows, target.capabilities(), tokens));
    }

    /** Returns the results of a fresh stub with these capabilities and tokens. */
    Snapshot onStub(List<Requirement> rows, Set<Effect> capabilities, Set<TokenKind> tokens) {
        Set<String> ids = rows.stream().map(Requirement::id).collect(Collectors.toSet());
        return withStub(stub -> {
            Map<TokenKind, String> own = new EnumMap<>(stub.tokens());
            own.keySet().retainAll(tokens);
            return Snapshot.of(runner.only(ids).run(stub.with(capabilities, own)));
        });
    }

    /**
     * Returns the results of stubs for each set of reading operations, with every token and with the sound one only.
     *
     * @param inputs the SHA-256 of the code, in hexadecimal digits
     */
    StubResults stubResults(String inputs) {
        List<Requirement> rows = register.of(Subject.SERVER).stream()
                .filter(row -> row.check().isPresent())
                .toList();
        Map<Set<Effect>, Snapshot> readings = new LinkedHashMap<>();
        for (Set<Effect> absent : List.<Set<Effect>>of(
                Set.of(), Set.of(Effect.LIST), Set.of(Effect.READ), Set.of(Effect.LIST, Effect.READ))) {
            Set<Effect> capabilities = EnumSet.allOf(Effect.class);
            capabilities.removeAll(absent);
            readings.computeIfAbsent(
                    StubResults.readingOf(contract, capabilities),
                    some -> onStub(rows, capabilities, EnumSet.allOf(TokenKind.class)));
        }
        return StubResults.of(
                StubResultsDigest.of(contract, register),
                inputs,
                readings,
                readings.values().iterator().next(),
                onStub(rows, EnumSet.allOf(Effect.class), Set.of(TokenKind.SOUND)));
    }

    /** Applies a function to a stub, which is closed afterwards. */
    private <T> T withStub(Function<Target, T> work) {
        try (StubServer stub = StubServer.start(
                StubConfig.builder(contract, register).clock(clock).build())) {
            return work.apply(embedded(stub, contract));
        }
    }

    /** Returns a stub as a target with every capability and every token. */
    public static Embedded embedded(StubServer stub, Contract contract) {
        Map<TokenKind, String> tokens = new EnumMap<>(Map.of(
                TokenKind.SOUND, stub.token(stub.application(), TokenVariant.SOUND),
                TokenKind.EXPIRED, stub.token(stub.application(), TokenVariant.EXPIRED),
                TokenKind.WITHOUT_ROLE, stub.token(stub.application(), TokenVariant.WITHOUT_ROLE),
                TokenKind.DELEGATED, stub.token(stub.application(), TokenVariant.DELEGATED),
                TokenKind.OTHER_APPLICATION, stub.token(stub.otherApplication(), TokenVariant.SOUND),
                TokenKind.OTHER_AUDIENCE, stub.token(stub.application(), TokenVariant.OTHER_AUDIENCE)));
        if (!contract.tokens().scopes().isEmpty()) {
            tokens.put(
                    TokenKind.DELEGATED_WITHOUT_SCOPE,
                    stub.token(stub.application(), TokenVariant.DELEGATED_WITHOUT_SCOPE));
        }
        List<String> tenantWideRoles = contract.tokens().tenantWideRoles();
        if (!tenantWideRoles.isEmpty()) {
            Application wide = new Application(
                    UUID.randomUUID().toString(), UUID.randomUUID().toString(), tenantWideRoles);
            stub.applications().add(wide);
            tokens.put(TokenKind.TENANT_WIDE, stub.token(wide, TokenVariant.SOUND));
        }
        return new Embedded(stub.baseUrl(), EnumSet.allOf(Effect.class), tokens);
    }
}
