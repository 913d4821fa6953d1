package dev.tick.conformance.run;

import dev.tick.conformance.check.Checks;
import dev.tick.conformance.cleaning.CleanUpReport;
import dev.tick.conformance.conduct.Writing;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.credential.RunTokens;
import dev.tick.conformance.deviation.Waivers;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.exchange.QuotaException;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.exploration.Exploration;
import dev.tick.conformance.ledger.LedgerException;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.progress.Progress;
import dev.tick.conformance.settings.Redaction;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.target.Capabilities;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.check.ExplorationCheck;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The cases of a run against one target. Each requirement is planned once, when it is first asked for. */
public final class Plan implements AutoCloseable {
    private final Contract contract;
    private final Register register;
    private final List<Requirement> checked;
    private final List<Requirement> rows;
    private final Target target;
    private final Conversation conversation;
    private final Exploration exploration;
    private final Outlet sender;
    private final RunTokens tokens;
    private final Progress progress;
    private final Writing writing;
    private final String run;
    private final Clock clock;
    private final Map<Requirement, Planned> planned = new HashMap<>();
    private List<String> earlier = List.of();
    private CleanUpReport cleanUp = CleanUpReport.ofNothing();

    /**
     * A requirement that was planned.
     *
     * @param cases to perform, by phase
     * @param instead the result where there is no case
     */
    private record Planned(List<Case> cases, Optional<CaseResult> instead) {
        /** Puts the cases in the order in which they are performed. */
        private Planned {
            cases = cases.stream().sorted(Comparator.comparing(Case::phase)).toList();
        }
    }

    /**
     * Creates a plan; its requirements are planned when they are first asked for.
     *
     * @param checked the requirements that a whole run checks
     * @param rows those that this one checks
     */
    Plan(
            Contract contract,
            Register register,
            List<Requirement> checked,
            List<Requirement> rows,
            Target target,
            Conversation conversation,
            Exploration exploration,
            Outlet sender,
            RunTokens tokens,
            Progress progress,
            Writing writing,
            String run,
            Clock clock) {
        this.contract = contract;
        this.register = register;
        this.checked = checked;
        this.rows = rows;
        this.target = target;
        this.conversation = conversation;
        this.exploration = exploration;
        this.sender = sender;
        this.tokens = tokens;
        this.progress = progress;
        this.writing = writing;
        this.run = run;
        this.clock = clock;
    }

    /**
     * Returns the ids of the cases of a whole run, by the id of their requirement; nothing is sent. A requirement that the
     * target's capabilities do not call for has none.
     */
    public Map<String, List<String>> cases() {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        for (Requirement row : checked) {
            List<String> ids = planned(row).cases().stream().map(Case::id).toList();
            if (!ids.isEmpty()) {
                cases.put(row.id(), ids);
            }
        }
        return cases;
    }

    /** Returns why no case can be made of a requirement, for each of which that is so; nothing is sent. */
    public Map<Requirement, String> unmade() {
        Map<Requirement, String> unmade = new LinkedHashMap<>();
        for (Requirement row : checked) {
            planned(row)
                    .instead()
                    .filter(instead -> instead.result() == Result.ERROR)
                    .ifPresent(instead -> unmade.put(row, instead.detail()));
        }
        return unmade;
    }

    /**
     * Sends one sound submit, once; returns nothing where the token is not fit for this contract. An answer that the kit cannot
     * hold, or does not wait for, is none.
     */
    Optional<Exchange> ask() {
        if (Preflight.flaw(target, conversation).isPresent()) {
            return Optional.empty();
        }
        sender.open();
        Request question = conversation.firstRequest();
        try {
            return Optional.of(answer(question));
        } finally {
            cleanUp = sender.cleanUp();
        }
    }

    private Exchange answer(Request question) {
        try {
            return sender.send(question);
        } catch (QuotaException | StoppedException e) {
            return new Exchange(question, Optional.empty(), String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return new Exchange(question, Optional.empty(), Execution.full(e));
        }
    }

    /** Performs the cases. Call it once for each plan, since each request is sent once. */
    public RunResult run() {
        return run(this::execute);
    }

    /** Returns the result of a run that is not begun; sends nothing. */
    public RunResult hindered(String reason) {
        return run((execution, secrets) -> {
            String shown = secrets.apply(reason);
            execution.stop(shown);
            return Optional.of(shown);
        });
    }

    private RunResult run(BiFunction<Execution, UnaryOperator<String>, Optional<String>> performing) {
        Instant started = clock.instant();
        long start = System.nanoTime();
        List<String> notes = notes();
        UnaryOperator<String> secrets = tokens.hiding(target);
        Execution execution = new Execution(rows, conversation, secrets, progress);
        Optional<String> stopped = checked.isEmpty()
                ? Optional.of(register.source().file() + " has no row that binds a server and has a check,"
                        + " so there is nothing to hold the target to; is it the right register?")
                : performing.apply(execution, secrets);
        return new RunResult(
                info(
                        started,
                        Duration.ofNanos(System.nanoTime() - start),
                        notes.stream().map(secrets).toList()),
                checked.size(),
                execution.rows(),
                stopped,
                conversation.exchanges().stream()
                        .map(exchange -> ExchangeRecord.of(conversation.number(exchange), exchange, secrets))
                        .toList(),
                Waivers.none());
    }

    private Optional<String> execute(Execution execution, UnaryOperator<String> secrets) {
        try {
            sender.open();
        } catch (LedgerException e) {
            execution.stop(String.valueOf(e.getMessage()));
            return Optional.of(String.valueOf(e.getMessage()));
        }
        try {
            return perform(execution, secrets);
        } finally {
            cleanUp = sender.cleanUp().withEarlier(earlier).map(secrets);
        }
    }

    private Optional<String> perform(Execution execution, UnaryOperator<String> secrets) {
        List<Case> cases = rows.stream()
                .flatMap(row -> planned(row).cases().stream())
                .sorted(Comparator.comparing(Case::phase))
                .toList();
        rows.forEach(row -> planned(row).instead().ifPresent(result -> execution.add(row, result)));
        notes().forEach(note -> progress.noted(secrets.apply(note)));
        progress.planned(cases.size());
        Optional<String> stopped = Preflight.of(target, conversation, writing).map(secrets);
        if (stopped.isPresent()) {
            execution.stop(stopped.get());
        } else {
            // Behind the first contact: whoever is not the target, or lets nobody in, must not make a ledger look done.
            earlier = sender.finishEarlier();
            earlier.forEach(sentence -> progress.noted(secrets.apply(sentence)));
            stopped = execution.perform(cases);
            if (stopped.isEmpty() && !sender.hasLedger() && writing == Writing.ALLOWED) {
                // Of our own servers; a ledger names what probes left, too, and then it is removed by that alone.
                conversation.cleanUp();
            }
        }
        return stopped.or(this::withheld);
    }

    /** Returns that a run which may not write proves nothing, though it comes to its end. */
    private Optional<String> withheld() {
        return switch (writing) {
            case ALLOWED -> Optional.empty();
            case READ_ONLY ->
                Optional.of("read-only: what needs a request that writes was not tested; run without it for a verdict");
        };
    }

    private Planned planned(Requirement row) {
        return planned.computeIfAbsent(row, this::plan);
    }

    /** Plans a requirement; a check that cannot be made is an {@code ERROR} in place of cases. */
    private Planned plan(Requirement row) {
        try {
            return Checks.applies(row, conversation)
                    ? new Planned(cases(row), Optional.empty())
                    : instead(row, "capability", Result.NOT_APPLICABLE, Capabilities.notAskedFor(contract));
        } catch (IllegalArgumentException | IllegalStateException e) {
            return instead(row, "plan", Result.ERROR, String.valueOf(e.getMessage()));
        }
    }

    /** Returns the cases of a row's check, and the one of the exploration, where it can break the row. */
    private List<Case> cases(Requirement row) {
        List<Case> own = Checks.cases(row, conversation, exploration);
        boolean both = row.check().filter(ExplorationCheck.class::isInstance).isEmpty();
        return both
                ? Stream.concat(own.stream(), exploration.cases(row).stream()).toList()
                : own;
    }

    private static Planned instead(Requirement row, String name, Result result, String detail) {
        return new Planned(List.of(), Optional.of(CaseResult.of(row.id() + "/" + name, result, detail)));
    }

    private List<String> notes() {
        return new TokenNotes(target, contract, clock.instant()).lines();
    }

    private RunInfo info(Instant started, Duration duration, List<String> notes) {
        return new RunInfo(
                run,
                target.withoutSecrets(),
                contract.source().file(),
                register.edition(),
                started,
                duration,
                conversation.sent(),
                0,
                exploration.plan(),
                notes,
                Redaction.PRIVATE,
                cleanUp);
    }

    @Override
    public void close() {
        sender.close();
    }
}
