package dev.tick.conformance;

import dev.tick.conformance.client.ClientJudge;
import dev.tick.conformance.client.ClientProgram;
import dev.tick.conformance.client.JudgeOptions;
import dev.tick.conformance.comparison.BaselineDiff;
import dev.tick.conformance.comparison.Comparisons;
import dev.tick.conformance.comparison.Snapshot;
import dev.tick.conformance.deviation.Deviations;
import dev.tick.conformance.input.InputFile;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.proxy.ProxyTerms;
import dev.tick.conformance.recording.HarFile;
import dev.tick.conformance.report.Reporter;
import dev.tick.conformance.report.ResultFolder;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.settings.Settings;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.document.InvalidDocumentException;
import dev.tick.spec.register.Specification;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Verifies clients against one contract: judges them, compares the results with an earlier run's, and writes the reports. */
public final class ClientVerifier {
    private final Specification specification;
    private final ClientScenarios scenarios;
    private final ClientJudge judge;
    private final Settings settings;
    private final Clock clock;

    /**
     * Prepares the judgement of a client.
     *
     * @param settings the contract, deviations, baseline, folder, and what fails the build; the rest is about servers
     * @throws InvalidSettingException when the contract, its scenarios or the choice of them cannot be used
     */
    public ClientVerifier(Settings settings, JudgeOptions options, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        try {
            specification = Specification.find(settings.contract());
            scenarios = scenarios(specification);
            judge = judge(scenarios, options, clock);
        } catch (InvalidDocumentException e) {
            throw new InvalidSettingException("contract: " + e.getMessage() + "; 'tick contract check "
                    + settings.contract() + "' tells every problem");
        }
    }

    private static ClientScenarios scenarios(Specification specification) {
        try {
            return ClientScenarios.of(specification);
        } catch (IllegalStateException e) {
            throw new InvalidSettingException("contract: " + e.getMessage());
        }
    }

    private static ClientJudge judge(ClientScenarios scenarios, JudgeOptions options, Clock clock) {
        try {
            return new ClientJudge(scenarios, options, clock);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    (options.scenarios().isPresent() ? "scenarios: " : "capabilities: ") + e.getMessage());
        }
    }

    /**
     * Judges a client against stubs that live as long as the run; writes the results.
     *
     * @param out receives the summary
     * @throws InvalidSettingException when the deviations, the baseline, the folder or the command cannot be used
     * @throws UnwrittenResultsException when the results cannot be written after the run; the summary is, to {@code out}
     */
    public Verification run(ClientProgram program, PrintStream out, ConsoleStyle style) {
        return run(() -> judge.judge(program, () -> new StubStage(specification, clock)), out, style);
    }

    /**
     * Judges a client by a recording of its traffic; writes the results, as {@link #run(ClientProgram, PrintStream, ConsoleStyle)} does.
     *
     * @throws InvalidSettingException when the recording cannot be read, too
     */
    public Verification judge(InputFile recording, PrintStream out, ConsoleStyle style) {
        HarFile file = HarFile.read(recording);
        return run(() -> new RecordedTraffic(scenarios, clock).judge(file), out, style);
    }

    /**
     * Judges whoever calls a stub of its own, until the process gets a signal to end; writes the results, as
     * {@link #run(ClientProgram, PrintStream, ConsoleStyle)} does.
     *
     * @param port of the stub; 0 for a free one
     * @param length after which it ends by itself; empty for never
     * @param out receives how to reach the stub, and each row that is broken for the first time, too
     * @throws InvalidSettingException when the port is taken, too
     */
    public Verification observe(int port, Optional<Duration> length, PrintStream out, ConsoleStyle style) {
        try (EndOfObservation end = new EndOfObservation();
                ObservedStub stub = new ObservedStub(scenarios, port, clock)) {
            return run(() -> new TrafficWatch(stub, out).until(end, length), out, style);
        }
    }

    /**
     * Judges whoever calls a real service through a proxy on this machine, and how the service answers, until the process gets a signal
     * to end; writes the results, as {@link #run(ClientProgram, PrintStream, ConsoleStyle)} does.
     *
     * @param length after which it ends by itself; empty for never
     * @param out receives how to reach the proxy, and what is wrong for the first time, too
     * @throws InvalidSettingException when the port is taken, or the service would be the proxy itself, too
     */
    public Verification proxy(ProxyTerms terms, Optional<Duration> length, PrintStream out, ConsoleStyle style) {
        try (EndOfObservation end = new EndOfObservation();
                ProxiedService service = new ProxiedService(scenarios, terms, clock)) {
            return run(() -> new TrafficWatch(service, out).until(end, length), out, style);
        }
    }

    private Verification run(Supplier<RunResult> judging, PrintStream out, ConsoleStyle style) {
        settings.makeDirectory();
        ResultFolder folder = new ResultFolder(settings.directory());
        folder.refuseFolders();
        Optional<Path> kept = settings.baseline().map(InputFile::path);
        String contract = specification.contract().source().file();
        Optional<Snapshot> baseline = settings.baseline().map(file -> Snapshot.read(file, contract));
        Deviations deviations = settings.deviations()
                .map(file -> Deviations.ofClient(file, specification.register(), judge.cases()))
                .orElse(Deviations.none());
        folder.begin(kept);
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            RunResult result = judging.get().waiving(deviations, today);
            Optional<BaselineDiff> changes = settings.baseline()
                    .flatMap(file -> baseline.map(before -> BaselineDiff.between(file.name(), before, result)));
            return reported(Verification.of(result, new Comparisons(changes, List.of()), settings), out, style);
        } catch (RuntimeException | Error e) {
            Verifier.abandon(settings, e);
            throw e;
        }
    }

    private Verification reported(Verification done, PrintStream out, ConsoleStyle style) {
        try {
            new Reporter(specification.contract(), settings.directory(), out, style)
                    .write(done.report(), done.comparisons());
        } catch (UncheckedIOException e) {
            throw new UnwrittenResultsException(done, settings, e);
        }
        return done;
    }
}
