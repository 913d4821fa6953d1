package dev.tick.conformance.run;

import dev.tick.conformance.cleaning.CleanUpReport;
import dev.tick.conformance.conduct.Exit;
import dev.tick.conformance.conduct.Interruption;
import dev.tick.conformance.conduct.Terms;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.credential.RunTokens;
import dev.tick.conformance.exchange.HttpSender;
import dev.tick.conformance.exchange.InFlight;
import dev.tick.conformance.exchange.Pause;
import dev.tick.conformance.exchange.Proxies;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.exchange.TrustedAuthorities;
import dev.tick.conformance.exploration.Exploration;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.input.InvalidSettingException;
import dev.tick.conformance.ledger.Ledger;
import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.Target;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.text.NearestWord;
import dev.tick.spec.validation.Validator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs the checks of a register against targets; immutable. */
public final class Runner {
    /** Deadline of one exchange. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private static final int RUN_BYTES = 4;

    private final Contract contract;
    private final Register register;
    private final Validator validator;
    private final Clock clock;
    private final Sender.Factory senders;
    private final RunnerOptions options;

    /** Creates a runner that sends with REST Assured, with a deadline of ten seconds for each exchange. */
    public Runner(Contract contract, Register register, Clock clock) {
        this(contract, register, clock, baseUrl -> new HttpSender(baseUrl, DEADLINE));
    }

    /** Creates a runner with senders of its own. */
    public Runner(Contract contract, Register register, Clock clock, Sender.Factory senders) {
        this(
                contract,
                register,
                new Validator(contract, register, clock),
                clock,
                senders,
                RunnerOptions.standard(Runner::sleep));
    }

    private Runner(
            Contract contract,
            Register register,
            Validator validator,
            Clock clock,
            Sender.Factory senders,
            RunnerOptions options) {
        this.contract = contract;
        this.register = register;
        this.validator = validator;
        this.clock = clock;
        this.senders = senders;
        this.options = options;
    }

    private Runner with(RunnerOptions others) {
        return new Runner(contract, register, validator, clock, senders, others);
    }

    /** Returns a runner that reports its progress. */
    public Runner reportingTo(Progress other) {
        return with(options.withProgress(other));
    }

    /** Returns a runner with another way to wait. */
    public Runner pausing(Pause other) {
        return with(options.withPause(other));
    }

    /**
     * Returns a runner with another deadline of a run: how long the target may take for all its responses together. A wait that it
     * asks for does not count.
     */
    public Runner within(Duration other) {
        return with(options.withDeadline(other));
    }

    /** Returns a runner that explores otherwise than the standard. */
    public Runner exploring(ExplorationPlan other) {
        return with(options.withExploration(other));
    }

    /** Returns a runner with another number of requests in flight together; 1 sends one after the other. */
    public Runner sending(InFlight other) {
        return with(options.withInFlight(other));
    }

    /** Returns a runner that sends on other terms. */
    public Runner under(Terms terms) {
        return with(options.withTerms(terms));
    }

    /** Returns a runner that also hands each request to a witness before it leaves. */
    public Runner witnessedBy(Consumer<Request> witness) {
        return new Runner(
                contract,
                register,
                validator,
                clock,
                baseUrl -> new WitnessedSender(senders.to(baseUrl), witness),
                options);
    }

    /** Returns a runner that something may end early, and its waits with it. */
    public Runner endedBy(Interruption interruption) {
        return with(options.withInterruption(interruption));
    }

    /** Returns a runner whose requests leave with the newest of these tokens, by which the target's are known. */
    public Runner renewing(RunTokens tokens) {
        return with(options.withTokens(tokens));
    }

    /** Returns a runner that reaches the target of these settings: by the authorities and the proxies that they name. */
    public Runner reaching(Settings settings) {
        boolean proxied = settings.remote()
                .flatMap(remote -> settings.proxies().on(remote.baseUrl()))
                .isPresent();
        return settings.ca().isEmpty() && !proxied
                ? this
                : reaching(
                        settings.ca()
                                .map(file -> TrustedAuthorities.read(file.path()))
                                .orElseGet(TrustedAuthorities::ofJvm),
                        settings.proxies());
    }

    /** Returns a runner that sends with REST Assured, through a proxy where one is on the way. */
    public Runner reaching(TrustedAuthorities authorities, Proxies proxies) {
        return new Runner(
                contract,
                register,
                validator,
                clock,
                baseUrl -> new HttpSender(baseUrl, DEADLINE, authorities, proxies),
                options);
    }

    /**
     * Returns a runner for some requirements only. What it finds broken is broken; but a part proves no conformance, so its
     * verdict is {@code NOT CONFORMANT} or {@code INCONCLUSIVE}.
     *
     * @param ids at least one, each of a requirement that has a check
     * @throws InvalidSettingException when no check is selected, or for an id that names none
     */
    public Runner only(Set<String> ids) {
        if (ids.isEmpty()) {
            throw new InvalidSettingException(
                    "requirements: none is named, so nothing would be checked; name some, or leave the setting out");
        }
        List<String> known = register.checked().stream().map(Requirement::id).toList();
        ids.stream().filter(id -> !known.contains(id)).sorted().findFirst().ifPresent(id -> {
            throw new InvalidSettingException("requirements: '" + id + "' has no check in "
                    + register.source().file() + NearestWord.hint(id, known)
                    + "; name others, or leave the setting out");
        });
        return with(options.withSelected(ids));
    }

    /** Runs every check of the register that the target's capabilities call for. */
    public RunResult run(Target target) {
        try (Plan plan = plan(target)) {
            return plan.run();
        }
    }

    /** Sends one sound submit, once, and nothing else; returns nothing where the token is not fit for this contract. */
    public Optional<Exchange> ask(Target target) {
        try (Plan plan = plan(target)) {
            return plan.ask();
        }
    }

    /** Removes from a target what an earlier run on it left, by its ledger. */
    public CleanUpReport cleanUp(Target target, Ledger left) {
        try (Outlet outlet = outlet(target, left.head().run())) {
            outlet.resume(left);
            return outlet.cleanUp();
        }
    }

    private Outlet outlet(Target target, String run) {
        PlannedSender timed = new PlannedSender(
                () -> options.tokens().on(senders.to(target.baseUrl())), options.progress(), clock, options.deadline());
        Exit exit = new Exit(contract, target, options.terms(), run, this::pause, clock, options.interruption());
        return new Outlet(contract, target, run, options.terms(), exit, timed, this::pause, clock);
    }

    /** Prepares a run; nothing is sent before it begins. */
    public Plan plan(Target target) {
        String run = newId();
        List<Requirement> checked = register.checked();
        Outlet sender = outlet(target, run);
        Conversation conversation = new Conversation(
                contract,
                register,
                validator,
                target,
                sender,
                this::pause,
                options.inFlight(),
                run,
                clock,
                sender.horizon());
        return new Plan(
                contract,
                register,
                checked,
                checked.stream().filter(row -> options.selects(row.id())).toList(),
                target,
                conversation,
                new Exploration(conversation, validator, options.exploration()),
                sender,
                options.tokens(),
                options.progress(),
                options.terms().conduct().writing(),
                run,
                clock);
    }

    private void pause(Duration length, String reason) {
        options.progress().waiting(length, reason);
        options.pause().pause(length, reason);
        options.progress().answered();
    }

    private static void sleep(Duration length, String reason) {
        try {
            TimeUnit.MILLISECONDS.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String newId() {
        byte[] id = new byte[RUN_BYTES];
        new SecureRandom().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
