package dev.tick.conformance.client;

import dev.tick.conformance.evidence.Secrets;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.target.Capabilities;
import dev.tick.spec.client.ClientRule;
import dev.tick.spec.client.ClientScenario;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.register.Requirement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Judges a client: has it play the scenarios of a contract, and decides each row about clients. */
public final class ClientJudge {
    /** The end of the id of the case of a row that is not asked for. */
    private static final String CAPABILITY = "/capability";

    private static final Set<Decision.Kind> SAYS_NOTHING = Set.of(Decision.Kind.NOT_TESTABLE, Decision.Kind.ERROR);

    private final ClientScenarios all;
    private final JudgeOptions options;
    private final Clock clock;

    /**
     * Creates a judge.
     *
     * @param scenarios of the contract
     * @throws IllegalArgumentException when the options name a scenario that is none of these, or leave none
     */
    public ClientJudge(ClientScenarios scenarios, JudgeOptions options, Clock clock) {
        all = scenarios;
        this.options = options;
        this.clock = clock;
        requireAsked(options.scenarios().map(scenarios::only).orElse(scenarios));
    }

    private void requireAsked(ClientScenarios chosen) {
        List<ClientScenario> left = chosen.within(options.capabilities()).scenarios();
        List<String> names = left.stream().map(ClientScenario::name).toList();
        options.scenarios().orElse(List.of()).stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("'" + name
                            + "' needs work that the capabilities leave out; leave out the one or the other");
                });
        if (left.isEmpty()) {
            throw new IllegalArgumentException(
                    "the capabilities leave no scenario of " + chosen.source().file());
        }
    }

    /** Returns the ids of all cases that a whole judgement, or one of traffic, can have, by the id of their row. */
    public Map<String, List<String>> cases() {
        Map<String, List<String>> cases = new LinkedHashMap<>();
        for (Requirement row : all.decidable()) {
            List<String> own = new ArrayList<>();
            all.scenarios().stream()
                    .filter(one ->
                            one.rules().stream().anyMatch(rule -> rule.row().equals(row.id())))
                    .forEach(one -> own.add(row.id() + "/" + one.name()));
            // Traffic without scenarios has such a case for each row.
            own.add(ClientFindings.trafficCase(row));
            cases.put(row.id(), own);
        }
        return cases;
    }

    /** Has a client play, each scenario on a stage of its own, and returns the results. */
    public RunResult judge(ClientProgram program, Supplier<ClientStage> stages) {
        ClientScenarios chosen = options.scenarios().map(all::only).orElse(all).within(options.capabilities());
        Instant started = clock.instant();
        List<Performance> played = new ClientTrial(
                        new ScenarioPlayer(all.specification().contract(), program, options.deadline()),
                        // What comes late of one scenario would be held against the next one on the same stage.
                        program.outlivesScenarios() ? () -> new FreshStage(stages) : stages)
                .play(chosen, options.parallel());
        return result(program, played, started);
    }

    private RunResult result(ClientProgram program, List<Performance> played, Instant started) {
        List<ClientCall> calls =
                played.stream().flatMap(one -> one.journal().calls().stream()).toList();
        WireJudge wire = new WireJudge(all.specification(), all.decidable(), clock, identities(played)::contains);
        calls.forEach(wire::accept);
        List<ClientCall> shown =
                played.stream().flatMap(one -> one.journal().all().stream()).toList();
        ClientFindings findings = new ClientFindings(all, shown, Secrets.of(List.of()));
        ClientFindings.Facts facts = new ClientFindings.Facts(
                program.name(),
                started,
                Duration.between(started, clock.instant()),
                calls.size(),
                notes(played),
                Optional.empty(),
                options.capabilities());
        RunResult result = findings.of(facts, row -> cases(row, played, wire, findings));
        return result.withScenes(new HistoryWriter(
                        all.specification().contract(),
                        findings::number,
                        broken(wire),
                        program.command(),
                        again(program))
                .of(played));
    }

    /** Returns the calls that broke a row which all traffic decides, by its id. */
    private Map<String, List<ClientCall>> broken(WireJudge wire) {
        Map<String, List<ClientCall>> broken = new LinkedHashMap<>();
        all.decidable()
                .forEach(row -> wire.decide(row)
                        .filter(decision -> decision.kind() == Decision.Kind.BROKEN)
                        .ifPresent(decision -> broken.put(row.id(), decision.calls())));
        return broken;
    }

    private static Set<String> identities(List<Performance> played) {
        return played.stream()
                .flatMap(one -> one.pieces().stream())
                .flatMap(piece -> piece.values().stream())
                .collect(Collectors.toSet());
    }

    /** Returns how clients ended that ended otherwise than well, which is no verdict by itself. */
    private static List<String> notes(List<Performance> played) {
        return played.stream()
                .filter(one -> !one.end().isGood())
                .map(one -> "in the scenario '" + one.scenario().name() + "', the client "
                        + one.end().words(one.deadline()))
                .toList();
    }

    private List<CaseResult> cases(Requirement row, List<Performance> played, WireJudge wire, ClientFindings findings) {
        List<CaseResult> cases = new ArrayList<>();
        for (Performance one : played) {
            for (ClientRule rule : one.scenario().rules()) {
                if (rule.row().equals(row.id())) {
                    String id = row.id() + "/" + one.scenario().name();
                    cases.add(findings.result(
                            row, id, new RuleJudge(all.specification().contract(), one).decide(rule)));
                }
            }
        }
        wire.decide(row)
                .map(decision -> asked(row, decision))
                // Of a part of the scenarios, nobody expects that they carry everything, or that a client gets a token.
                .filter(decision -> options.scenarios().isEmpty() || !SAYS_NOTHING.contains(decision.kind()))
                .ifPresent(decision -> cases.add(findings.result(row, ClientFindings.trafficCase(row), decision)));
        if (cases.isEmpty() && options.scenarios().isEmpty()) {
            cases.add(findings.result(row, row.id() + CAPABILITY, notAskedFor()));
        }
        return cases;
    }

    /** Returns a decision; what could not be tested since the client is not asked for that work, is told so. */
    private Decision asked(Requirement row, Decision decision) {
        boolean leftOut = decision.kind() == Decision.Kind.NOT_TESTABLE
                && new WorkPlaces(all.specification().contract()).isElsewhere(row, options.capabilities());
        return leftOut ? notAskedFor() : decision;
    }

    private Decision notAskedFor() {
        return Decision.of(
                Decision.Kind.NOT_APPLICABLE,
                Capabilities.notAskedFor(all.specification().contract()));
    }

    /** Returns the options of the command line by which a scenario is played again as it was. */
    private List<String> again(ClientProgram program) {
        List<String> again = new ArrayList<>(program.options());
        if (!options.capabilities().equals(JudgeOptions.standard().capabilities())) {
            again.add("--capabilities "
                    + options.capabilities().stream()
                            .sorted()
                            .map(Capabilities::word)
                            .collect(Collectors.joining(",")));
        }
        return again;
    }
}
