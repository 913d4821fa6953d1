package dev.tick.conformance.client;

import dev.tick.conformance.cleaning.CleanUpReport;
import dev.tick.conformance.deviation.Waivers;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.exploration.ExplorationPlan;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunInfo;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.settings.Redaction;
import dev.tick.conformance.subject.JudgedClient;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.register.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The findings of a judgement in the making: the calls that are shown, by number, and the cases that name them. */
final class ClientFindings {
    /** The end of the id of a case that all traffic decides. */
    private static final String TRAFFIC = "/traffic";

    private final ClientScenarios all;
    private final IdentityHashMap<ClientCall, Integer> numbers = new IdentityHashMap<>();
    private final List<ExchangeRecord> exchanges = new ArrayList<>();

    /**
     * Begins with the calls that are shown.
     *
     * @param hiding replaces every secret in a text
     */
    ClientFindings(ClientScenarios all, List<ClientCall> shown, UnaryOperator<String> hiding) {
        this.all = all;
        for (ClientCall call : shown) {
            numbers.put(call, numbers.size() + 1);
            exchanges.add(ExchangeRecord.of(numbers.size(), call.exchange(), hiding));
        }
    }

    /**
     * Facts of a judgement.
     *
     * @param client its name
     * @param started when it began
     * @param length how long it took
     * @param requests how many calls of the service were judged
     * @param notes for the reports
     * @param stopped why nothing can be concluded from it; empty where nothing stands in the way
     * @param capabilities the effects that the client was asked for
     */
    record Facts(
            String client,
            Instant started,
            Duration length,
            long requests,
            List<String> notes,
            Optional<String> stopped,
            Set<Effect> capabilities) {
        Facts {
            notes = List.copyOf(notes);
            capabilities = Set.copyOf(capabilities);
        }

        /** Creates those of a client that was asked for nothing in particular. */
        Facts(
                String client,
                Instant started,
                Duration length,
                long requests,
                List<String> notes,
                Optional<String> stopped) {
            this(client, started, length, requests, notes, stopped, EnumSet.allOf(Effect.class));
        }
    }

    /** Returns the id of the case in which all traffic decides a row. */
    static String trafficCase(Requirement row) {
        return row.id() + TRAFFIC;
    }

    /** Returns the number of a call that is shown; 0 for another. */
    int number(ClientCall call) {
        return numbers.getOrDefault(call, 0);
    }

    CaseResult result(Requirement row, String id, Decision decision) {
        return new CaseResult(
                id,
                decision.on(row),
                decision.detailOn(row),
                List.of(),
                decision.calls().stream()
                        .flatMap(call -> Optional.ofNullable(numbers.get(call)).stream())
                        .toList());
    }

    /** Returns the results, with the cases of each row; a row without cases is left out. */
    RunResult of(Facts facts, Function<Requirement, List<CaseResult>> cases) {
        List<RequirementResult> rows = all.decidable().stream()
                .map(row -> new RequirementResult(row, cases.apply(row)))
                .filter(row -> !row.cases().isEmpty())
                .toList();
        RunInfo stamp = new RunInfo(
                UUID.randomUUID().toString().substring(0, 8),
                new JudgedClient(facts.client(), facts.capabilities()),
                all.specification().contract().source().file(),
                all.specification().register().edition(),
                facts.started(),
                facts.length(),
                Math.toIntExact(Math.min(facts.requests(), Integer.MAX_VALUE)),
                0,
                ExplorationPlan.none(),
                facts.notes(),
                Redaction.PRIVATE,
                CleanUpReport.ofNothing());
        return new RunResult(stamp, all.decidable().size(), rows, facts.stopped(), exchanges, new Waivers(List.of()));
    }
}
