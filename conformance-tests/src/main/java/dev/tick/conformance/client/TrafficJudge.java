package dev.tick.conformance.client;

import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.client.ClientRule;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.register.Requirement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Judges a client by traffic that nobody asked it for, call by call. Of a million calls it keeps no more than of some: what decides a row
 * first. A row that needs to know what the client was asked to do is not tested.
 */
public final class TrafficJudge {
    private final ClientScenarios all;
    private final UnaryOperator<String> hiding;
    private final Clock clock;
    private final Instant started;
    private final WireJudge wire;
    private final RecentValues values;
    private final Map<Requirement, List<TrafficRule>> rules = new LinkedHashMap<>();
    private final Map<Requirement, Decision> broken = new LinkedHashMap<>();
    private long calls;

    /**
     * The first breach of a row.
     *
     * @param row that is broken
     * @param result what the row then gets
     * @param call that broke it
     * @param detail what is wrong with it
     */
    public record Breach(Requirement row, Result result, ClientCall call, String detail) {}

    /**
     * A note that rests on a call, which is shown.
     *
     * @param text of the note, in one line
     * @param call on which it rests
     */
    public record Remark(String text, ClientCall call) {}

    /**
     * Begins to judge.
     *
     * @param scenarios of the contract, whose rules tell how rows without a place are decided
     * @param hiding replaces every secret in a text
     * @param clock the time of the judgement
     */
    public TrafficJudge(ClientScenarios scenarios, UnaryOperator<String> hiding, Clock clock) {
        all = scenarios;
        this.hiding = hiding;
        this.clock = clock;
        started = clock.instant();
        Contract contract = scenarios.specification().contract();
        values = new RecentValues(contract);
        wire = new WireJudge(scenarios.specification(), scenarios.decidable(), clock, values);
        scenarios.decidable().forEach(row -> rules.put(row, rules(row, contract)));
    }

    private List<TrafficRule> rules(Requirement row, Contract contract) {
        Map<String, ClientRule> distinct = new LinkedHashMap<>();
        all.scenarios().stream()
                .flatMap(scenario -> scenario.rules().stream())
                .filter(rule -> rule.row().equals(row.id()))
                .forEach(rule -> distinct.putIfAbsent(TrafficRules.kind(rule), rule));
        return distinct.values().stream()
                .map(rule -> TrafficRules.of(rule, contract))
                .toList();
    }

    /** Returns how many calls were judged so far. */
    public long calls() {
        return calls;
    }

    /** Judges one more call, in the order of their times, and returns the rows that it is the first to break. */
    public List<Breach> accept(ClientCall call) {
        calls++;
        values.learn(call);
        List<Breach> first = new ArrayList<>();
        for (Requirement row : wire.accept(call)) {
            wire.decide(row).ifPresent(decision -> breakBy(call, row, decision, first));
        }
        rules.forEach((row, those) -> {
            for (TrafficRule rule : those) {
                rule.accept(call).ifPresent(decision -> breakBy(call, row, decision, first));
            }
        });
        return first;
    }

    /** Keeps the first decision without its secrets, which may be known no more at the end. */
    private void breakBy(ClientCall call, Requirement row, Decision decision, List<Breach> first) {
        Decision shown = hidden(decision);
        if (broken.putIfAbsent(row, shown) == null) {
            first.add(new Breach(row, shown.on(row), call, shown.detail()));
        }
    }

    private Decision hidden(Decision decision) {
        return new Decision(decision.kind(), hiding.apply(decision.detail()), decision.calls(), decision.breaking());
    }

    /** Forgets what later calls would be compared with, since calls before them were not seen. */
    public void forget() {
        rules.values().forEach(those -> those.forEach(TrafficRule::forget));
    }

    /**
     * Returns the results of the calls so far, of which those are shown that decide a row.
     *
     * @param client its name
     * @param notes for the reports
     * @param stopped why nothing can be concluded; empty where nothing stands in the way
     */
    public RunResult result(String client, List<String> notes, Optional<String> stopped) {
        return result(client, notes, List.of(), stopped);
    }

    /** Returns the results with remarks behind the notes; the calls on which they rest are shown, too. */
    public RunResult result(String client, List<String> notes, List<Remark> remarks, Optional<String> stopped) {
        Map<Requirement, Decision> decisions = new LinkedHashMap<>();
        all.decidable().forEach(row -> decisions.put(row, decide(row)));
        List<ClientCall> cited = Stream.concat(
                        decisions.values().stream().flatMap(decision -> decision.calls().stream()),
                        remarks.stream().map(Remark::call))
                .distinct()
                .sorted(Comparator.comparing(ClientCall::number))
                .toList();
        ClientFindings findings = new ClientFindings(all, cited, hiding);
        List<String> told = Stream.concat(
                        notes.stream(),
                        remarks.stream().map(one -> one.text() + " (exchange " + findings.number(one.call()) + ")"))
                .map(hiding)
                .toList();
        ClientFindings.Facts facts = new ClientFindings.Facts(
                client, started, Duration.between(started, clock.instant()), calls, told, stopped);
        return findings.of(facts, row -> cases(row, decisions, findings));
    }

    private static List<CaseResult> cases(
            Requirement row, Map<Requirement, Decision> decisions, ClientFindings findings) {
        return Stream.ofNullable(decisions.get(row))
                .map(decision -> findings.result(row, ClientFindings.trafficCase(row), decision))
                .toList();
    }

    private Decision decide(Requirement row) {
        if (calls == 0) {
            return Decision.of(Decision.Kind.NOT_TESTABLE, "there was no call of the service");
        }
        return Stream.of(
                        Optional.ofNullable(broken.get(row)).stream(),
                        wire.decide(row).stream(),
                        rules.getOrDefault(row, List.of()).stream().map(TrafficRule::decision))
                .flatMap(some -> some)
                .max(Comparator.comparing(Decision::kind))
                .map(this::hidden)
                .orElseGet(() -> Decision.of(Decision.Kind.NOT_TESTABLE, TrafficRules.SCENARIO_ALONE));
    }
}
