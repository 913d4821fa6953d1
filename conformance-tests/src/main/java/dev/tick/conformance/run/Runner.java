package dev.tick.conformance.run;

import dev.tick.conformance.console.Progress;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.deviation.Waivers;
import dev.tick.conformance.evidence.Evidence;
import dev.tick.conformance.evidence.Secrets;
import dev.tick.conformance.exchange.HttpSender;
import dev.tick.conformance.exchange.Pause;
import dev.tick.conformance.exchange.Sender;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.target.SettingsException;
import dev.tick.conformance.target.Sharing;
import dev.tick.conformance.target.Target;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Holds a target against a contract and its register. */
public final class Runner {
    /** Of one exchange. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private static final int RUN_BYTES = 4;

    private final Contract contract;
    private final Register register;
    private final Validator validator;
    private final Clock clock;
    private final Sender.Factory senders;
    private final Optional<Set<String>> selected;
    private final Progress progress;
    private final Pause pause;

    /** A runner that speaks HTTP through REST Assured, with ten seconds for each exchange. */
    public Runner(Contract contract, Register register, Clock clock) {
        this(contract, register, clock, baseUrl -> new HttpSender(baseUrl, DEADLINE));
    }

    /** A runner with senders of its own. */
    public Runner(Contract contract, Register register, Clock clock, Sender.Factory senders) {
        this(
                contract,
                register,
                new Validator(contract, register, clock),
                clock,
                senders,
                Optional.empty(),
                Progress.SILENT,
                Runner::sleep);
    }

    private Runner(
            Contract contract,
            Register register,
            Validator validator,
            Clock clock,
            Sender.Factory senders,
            Optional<Set<String>> selected,
            Progress progress,
            Pause pause) {
        this.contract = contract;
        this.register = register;
        this.clock = clock;
        this.senders = senders;
        this.selected = selected;
        this.validator = validator;
        this.progress = progress;
        this.pause = pause;
    }

    /** The same, telling how it goes on. */
    public Runner telling(Progress teller) {
        return new Runner(contract, register, validator, clock, senders, selected, teller, pause);
    }

    /** The same with another way to wait. */
    public Runner pausing(Pause other) {
        return new Runner(contract, register, validator, clock, senders, selected, progress, other);
    }

    /**
     * The same for some requirements alone. What it finds broken is broken; but a part proves no conformance, so its verdict is
     * {@code NOT CONFORMANT} or {@code INCONCLUSIVE}.
     *
     * @param ids at least one, each of a requirement that has a check
     * @throws SettingsException when no check is selected, or for an id that names none
     */
    public Runner only(Set<String> ids) {
        if (ids.isEmpty()) {
            throw new SettingsException(
                    "requirements: none is named, so nothing would be checked; name some, or leave the setting out");
        }
        List<String> known = register.checked().stream().map(Requirement::id).toList();
        ids.stream().filter(id -> !known.contains(id)).sorted().findFirst().ifPresent(id -> {
            throw new SettingsException("requirements: '" + id + "' has no check in "
                    + register.source().file() + NearestWord.hint(id, known)
                    + "; name others, or leave the setting out");
        });
        return new Runner(contract, register, validator, clock, senders, Optional.of(Set.copyOf(ids)), progress, pause);
    }

    /** Runs every check of the register that the target's capabilities call for. */
    public Report run(Target target) {
        Instant started = clock.instant();
        long start = System.nanoTime();
        String run = newId();
        List<Requirement> promised = register.checked();
        if (promised.isEmpty()) {
            String reason = register.source().file() + " has no row that binds a server and has a check,"
                    + " so there is nothing to hold the target to; is it the right register?";
            return new Report(
                    stamp(run, target, started, start, 0),
                    0,
                    List.of(),
                    Optional.of(reason),
                    List.of(),
                    Waivers.none());
        }
        List<Requirement> rows = promised.stream()
                .filter(row -> selected.filter(ids -> !ids.contains(row.id())).isEmpty())
                .toList();
        Secrets secrets = Secrets.of(target);
        try (Sender sender = new WatchedSender(senders.to(target.baseUrl()), progress)) {
            Conversation conversation =
                    new Conversation(contract, register, validator, target, sender, this::pause, run, clock);
            Plan plan = new Plan(rows, conversation, secrets, progress);
            progress.planned(plan.cases().size());
            Optional<String> stopped = Reach.of(target, conversation).map(secrets);
            stopped.ifPresent(plan::stop);
            execute(plan);
            return new Report(
                    stamp(run, target, started, start, conversation.sent()),
                    promised.size(),
                    plan.rows(),
                    stopped,
                    evidence(conversation, secrets),
                    Waivers.none());
        }
    }

    private void pause(Duration length, String reason) {
        progress.waiting(length, reason);
        pause.pause(length, reason);
        progress.answered();
    }

    private static void sleep(Duration length, String reason) {
        try {
            TimeUnit.MILLISECONDS.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stamp stamp(String run, Target target, Instant started, long start, int requests) {
        return new Stamp(
                run,
                target.withoutSecrets(),
                contract.source().file(),
                register.edition(),
                started,
                Duration.ofNanos(System.nanoTime() - start),
                requests,
                Sharing.PRIVATE);
    }

    private static List<Evidence> evidence(Conversation conversation, UnaryOperator<String> hiding) {
        return conversation.exchanges().stream()
                .map(exchange -> Evidence.of(conversation.number(exchange), exchange, hiding))
                .toList();
    }

    /**
     * The ids of the cases that a run would have, by the id of their requirement; nothing is sent. A requirement that the
     * target's capabilities do not call for has none.
     */
    public Map<String, List<String>> cases(Target target) {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        Conversation conversation =
                new Conversation(contract, register, validator, target, new Silent(), this::pause, newId(), clock);
        for (Case one : new Plan(register.checked(), conversation, UnaryOperator.identity(), Progress.SILENT).cases()) {
            cases.computeIfAbsent(one.row().id(), id -> new ArrayList<>()).add(one.id());
        }
        return cases;
    }

    private static String newId() {
        byte[] id = new byte[RUN_BYTES];
        new SecureRandom().nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** Sends nothing: planning needs no answer. */
    private static final class Silent implements Sender {
        @Override
        public Exchange send(Request message) {
            throw new IllegalStateException(
                    "planning sends nothing, but tried " + message.method() + " " + message.url());
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }

    private static void execute(Plan plan) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            session.getStore().put(Namespace.create(PlanParameter.class), Plan.class, plan);
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(DiscoverySelectors.selectClass(ConformanceSuite.class))
                            // Cases rely on the order of their phases, whatever the user's own JUnit is set to.
                            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                            .build());
        }
    }
}
