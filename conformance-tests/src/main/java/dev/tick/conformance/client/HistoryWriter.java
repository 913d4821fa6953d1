package dev.tick.conformance.client;

import dev.tick.conformance.exchange.RetryAfter;
import dev.tick.conformance.run.SceneHistory;
import dev.tick.spec.client.ClientRule;
import dev.tick.spec.client.StatusPattern;
import dev.tick.spec.contract.Contract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The writer of histories: tells for people what was played, each call in its place, with what it got and the rows that it broke. */
final class HistoryWriter {
    private static final String NO_ANSWER = StatusPattern.LOST + ": no whole answer";

    private final ToIntFunction<ClientCall> numbers;
    private final Map<String, List<ClientCall>> broken;
    private final Optional<String> command;
    private final List<String> options;
    private final Contract contract;

    /**
     * Creates the writer of the histories of a judgement.
     *
     * @param contract of the scenarios
     * @param numbers the place of a call of the service in the report's list of exchanges
     * @param broken the calls that broke a row which all traffic decides, by its id
     * @param command that starts the client, as far as reports may show it
     * @param options by which it is judged again as it was
     */
    HistoryWriter(
            Contract contract,
            ToIntFunction<ClientCall> numbers,
            Map<String, List<ClientCall>> broken,
            Optional<String> command,
            List<String> options) {
        this.contract = contract;
        this.numbers = numbers;
        this.command = command;
        this.options = List.copyOf(options);
        this.broken = new LinkedHashMap<>(broken);
    }

    List<SceneHistory> of(List<Performance> played) {
        return played.stream().map(this::of).toList();
    }

    private SceneHistory of(Performance played) {
        return new SceneHistory(
                played.scenario().name(),
                played.scenario().about(),
                played.scenario().steps(),
                played.journal().unmet(),
                played.pieces().stream().map(Piece::words).toList(),
                new SceneHistory.End(
                        played.end().words(played.deadline()), played.deadline(), output(played), command, options),
                calls(played),
                played.journal().forgotten(),
                played.scenario().rules().stream()
                        .map(rule -> new SceneHistory.Rule(rule.row(), rule.required()))
                        .toList());
    }

    private static Optional<String> output(Performance played) {
        return played.hindrance(played.pieces())
                .filter(one -> one.kind() == Decision.Kind.ERROR)
                .map(one -> played.end().output())
                .filter(text -> !text.isBlank());
    }

    /** Returns the calls of the service and of the token endpoint, in the order of the count that they share. */
    private List<SceneHistory.Call> calls(Performance played) {
        Map<Long, List<String>> breaking = breaking(played);
        Map<Long, SceneHistory.Call> all = new TreeMap<>();
        for (ClientCall call : played.journal().all()) {
            int number = numbers.applyAsInt(call);
            List<String> rows = new ArrayList<>(breaking.getOrDefault(call.number(), List.of()));
            rows.addAll(byTraffic(call));
            all.put(
                    call.number(),
                    new SceneHistory.Call(
                            after(played, call.time()),
                            Optional.of(number),
                            work(played, call),
                            call.step(),
                            got(call),
                            rows));
        }
        for (ClientTokenCall call : played.journal().tokenCalls()) {
            all.put(
                    call.number(),
                    new SceneHistory.Call(
                            after(played, call.time()),
                            Optional.empty(),
                            Optional.empty(),
                            call.step(),
                            got(call),
                            breaking.getOrDefault(call.number(), List.of())));
        }
        return List.copyOf(all.values());
    }

    /** Returns the ids of the rows that the scenario's rules decide, by the numbers of the calls that broke them. */
    private Map<Long, List<String>> breaking(Performance played) {
        Map<Long, List<String>> rows = new TreeMap<>();
        for (ClientRule rule : played.scenario().rules()) {
            for (long number : new RuleJudge(contract, played).decide(rule).breaking()) {
                rows.computeIfAbsent(number, key -> new ArrayList<>()).add(rule.row());
            }
        }
        return rows;
    }

    /** Returns the ids of the rows that a call broke, and that all traffic decides. */
    private List<String> byTraffic(ClientCall call) {
        return broken.entrySet().stream()
                .filter(row -> row.getValue().contains(call))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the time since the scenario began; clocks that are set back make nothing negative. */
    private static Duration after(Performance played, Instant time) {
        Duration after = Duration.between(played.journal().started(), time);
        return after.isNegative() ? Duration.ZERO : after;
    }

    private static Optional<String> work(Performance played, ClientCall call) {
        return played.pieces().stream()
                .filter(piece -> played.calls(piece).contains(call))
                .map(Piece::words)
                .findFirst();
    }

    private static String got(ClientTokenCall call) {
        return call.status()
                .map(status -> status + call.problem().map(text -> ", " + text).orElse("") + wait(call.told()))
                .orElse(NO_ANSWER);
    }

    private static String got(ClientCall call) {
        if (call.status().isEmpty()) {
            return NO_ANSWER;
        }
        Optional<Duration> wait = call.exchange().response().flatMap(response -> RetryAfter.of(response, call.time()));
        return call.status().get() + wait(wait);
    }

    private static String wait(Optional<Duration> told) {
        return told.map(length -> ", told to wait " + Waits.inWords(length)).orElse("");
    }
}
