package dev.tick.conformance;

import dev.tick.conformance.client.TrafficJudge;
import dev.tick.conformance.recording.HarEntry;
import dev.tick.conformance.recording.HarFile;
import dev.tick.conformance.run.RunResult;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges a client by a recording, with what the stub's journal would say of each call, and without its secrets. */
final class RecordedTraffic {
    private final ClientScenarios scenarios;
    private final Contract contract;
    private final Clock clock;

    RecordedTraffic(ClientScenarios scenarios, Clock clock) {
        this.scenarios = scenarios;
        this.clock = clock;
        contract = scenarios.specification().contract();
    }

    RunResult judge(HarFile file) {
        TrafficJudge judge = new TrafficJudge(scenarios, RecordedSecrets.of(file.entries()), clock);
        CallReader reader = new CallReader(scenarios);
        List<CallReader.RecordedCall> calls = file.entries().stream()
                .flatMap(entry -> reader.recognized(entry).stream())
                .toList();
        RecordedTokens tokens = new RecordedTokens(
                calls.stream().map(CallReader.RecordedCall::entry).toList());
        for (int i = 0; i < calls.size(); i++) {
            judge.accept(reader.call(i + 1L, calls.get(i), tokens));
        }
        return judge.result(file.name(), notes(file, calls), nothing(file, calls));
    }

    private static List<String> notes(HarFile file, List<CallReader.RecordedCall> calls) {
        List<String> notes = new ArrayList<>();
        int all = file.entries().size();
        long tokenCalls = file.entries().stream()
                .filter(entry -> TokenEndpoints.isTokenCall(entry.request()))
                .count();
        long others = all - calls.size() - tokenCalls;
        if (others > 0) {
            notes.add(others + " of " + all + " entries " + (others == 1 ? "is no call" : "are no calls")
                    + " of this contract");
        }
        long parts = calls.stream()
                .filter(call -> call.operation().requestSchema().isPresent())
                .filter(call -> call.entry().body() == HarEntry.Extent.PART)
                .count();
        if (parts > 0) {
            notes.add("the bodies of " + parts + " of " + calls.size()
                    + " calls were not recorded whole, and nothing is said of them");
        }
        return notes;
    }

    private Optional<String> nothing(HarFile file, List<CallReader.RecordedCall> calls) {
        return calls.isEmpty()
                ? Optional.of("none of the " + file.entries().size() + " entries of " + file.name()
                        + " is a call of this contract, whose paths are "
                        + contract.operations().stream()
                                .map(Operation::path)
                                .distinct()
                                .collect(Collectors.joining(", "))
                        + "; was the client's own traffic recorded, and is --contract the right one?")
                : Optional.empty();
    }
}
