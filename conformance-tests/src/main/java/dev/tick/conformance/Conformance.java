package dev.tick.conformance;

import dev.tick.conformance.report.Reporter;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.Runner;
import dev.tick.conformance.target.Settings;
import dev.tick.conformance.target.Target;
import dev.tick.conformance.target.TokenKind;
import dev.tick.conformance.verdict.Arithmetic;
import dev.tick.conformance.verdict.Verdict;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Register;
import dev.tick.stub.StubOptions;
import dev.tick.stub.StubServer;
import dev.tick.stub.token.TokenVariant;
import java.io.PrintStream;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;

/** Runs the conformance tests of one contract as the settings say. */
public final class Conformance {
    private final Contract contract;
    private final Register register;
    private final Clock clock;

    /** For the contract {@code tiindicators}. */
    public static Conformance ofTiIndicators(Clock clock) {
        Contract contract = Contract.load("tiindicators");
        return new Conformance(contract, Register.load("tiindicators", contract), clock);
    }

    /** For a contract and its register. */
    public Conformance(Contract contract, Register register, Clock clock) {
        this.contract = contract;
        this.register = register;
        this.clock = clock;
    }

    /**
     * What a run ended in.
     *
     * @param verdict of the target
     * @param failsBuild whether the build is to fail, by the settings
     */
    public record Ending(Verdict verdict, boolean failsBuild) {}

    /** Runs against the remote target, or against a stub that lives as long as the run; writes the results. */
    public Ending run(Settings settings, PrintStream out) {
        Report report;
        if (settings.remote().isPresent()) {
            report = new Runner(contract, register, clock).run(settings.remote().get());
        } else {
            try (StubServer stub =
                    StubServer.start(StubOptions.of(contract, register).withClock(clock))) {
                report = new Runner(contract, register, clock).run(embedded(stub));
            }
        }
        new Reporter(settings.directory(), out).write(report);
        return new Ending(
                report.verdict(),
                Arithmetic.failsBuild(report.verdict(), report.tally(), settings.failOn(), settings.strictness()));
    }

    /** A stub as a target: with every capability and every token. */
    public static Target embedded(StubServer stub) {
        return new Target(
                "stub",
                stub.baseUrl(),
                EnumSet.allOf(Effect.class),
                Map.of(
                        TokenKind.SOUND, stub.token(stub.application(), TokenVariant.SOUND),
                        TokenKind.EXPIRED, stub.token(stub.application(), TokenVariant.EXPIRED),
                        TokenKind.WITHOUT_ROLE, stub.token(stub.application(), TokenVariant.WITHOUT_ROLE),
                        TokenKind.DELEGATED, stub.token(stub.application(), TokenVariant.DELEGATED),
                        TokenKind.OTHER_APPLICATION, stub.token(stub.otherApplication(), TokenVariant.SOUND),
                        TokenKind.OTHER_AUDIENCE, stub.token(stub.application(), TokenVariant.OTHER_AUDIENCE)));
    }
}
