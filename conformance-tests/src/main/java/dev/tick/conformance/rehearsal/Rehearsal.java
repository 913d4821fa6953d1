package dev.tick.conformance.rehearsal;

import dev.tick.conformance.conduct.Conduct;
import dev.tick.conformance.conduct.Writing;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.RecordedBody;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.Remote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The requests of a run on a target, as a rehearsal against a stub shows them.
 *
 * @param contract the name of the contract
 * @param target the name of the target
 * @param conduct the pace and budget that the run would keep
 * @param requests in their order
 * @param notes what the plan rests on, and what may differ, for people
 */
public record Rehearsal(
        String contract, String target, Conduct conduct, List<RehearsedRequest> requests, List<String> notes) {
    /** Copies the lists. */
    public Rehearsal {
        requests = List.copyOf(requests);
        notes = List.copyOf(notes);
    }

    /** Returns the requests of a rehearsal, for the target of the settings. */
    public static Rehearsal of(Settings settings, RunResult played, List<String> notes) {
        Map<Integer, Set<String>> rows = rows(played);
        boolean readOnly = settings.conduct().writing() == Writing.READ_ONLY;
        List<String> all = new ArrayList<>(notes);
        if (readOnly) {
            all.add(
                    "Read-only: what would write is left out; a read of what would have been created is not sent either");
        }
        return new Rehearsal(
                played.stamp().contractName(),
                settings.remote().map(Remote::name).orElse("stub"),
                settings.conduct(),
                played.exchanges().stream()
                        .filter(exchange ->
                                !readOnly || exchange.request().method().equals("GET"))
                        .map(exchange -> request(exchange, rows.getOrDefault(exchange.number(), Set.of())))
                        .toList(),
                all);
    }

    private static RehearsedRequest request(ExchangeRecord exchange, Set<String> rows) {
        return new RehearsedRequest(
                exchange.number(),
                exchange.request().method(),
                exchange.request().path(),
                exchange.request().body().map(Rehearsal::text),
                List.copyOf(rows));
    }

    private static String text(RecordedBody body) {
        return body.omitted() == 0 ? body.text() : body.text() + "… (" + body.omitted() + " characters more)";
    }

    private static Map<Integer, Set<String>> rows(RunResult played) {
        Map<Integer, Set<String>> rows = new HashMap<>();
        for (RequirementResult row : played.rows()) {
            for (CaseResult one : row.cases()) {
                one.exchanges()
                        .forEach(number -> rows.computeIfAbsent(number, key -> new LinkedHashSet<>())
                                .add(row.row().id()));
            }
        }
        return rows;
    }

    /** Returns whether the run would come to its end within its budget. */
    public boolean isWithinBudget() {
        return requests.size() <= conduct.budget();
    }

    /** Returns whether the run keeps a pace. */
    boolean isPaced() {
        return conduct.rate().isLimited();
    }

    /** Returns the minutes that the pace alone makes the run last, rounded up; 0 where none is kept. */
    public int minutes() {
        return conduct.rate().minutes(requests.size());
    }

    /** Returns how many requests of each method there are, for people, such as {@code 3 GET, 120 POST}. */
    String methods() {
        Map<String, Integer> counts = new TreeMap<>();
        requests.forEach(request -> counts.merge(request.method(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((method, count) -> words.add(count + " " + method));
        return String.join(", ", words);
    }
}
