package dev.tick.conformance.rehearsal;

import dev.tick.conformance.conduct.Conduct;
import dev.tick.conformance.conduct.PaceForecast;
import dev.tick.conformance.conduct.Writing;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.RecordedBody;
import dev.tick.conformance.evidence.RecordedRequest;
import dev.tick.conformance.rehearsal.RehearsedRequest.Purpose;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.RequirementResult;
import dev.tick.conformance.run.RunResult;
import dev.tick.conformance.settings.Settings;
import dev.tick.conformance.subject.Remote;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.http.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The requests of a run on a target, as a rehearsal against a stub shows them.
 *
 * @param contract the name of the contract
 * @param target the name of the target
 * @param conduct the pace and budget that the run would keep
 * @param requests in their order
 * @param length the time that the pace alone makes the run last; zero where none is kept
 * @param notes what the plan rests on, and what may differ, for people
 */
public record Rehearsal(
        String contract,
        String target,
        Conduct conduct,
        List<RehearsedRequest> requests,
        Duration length,
        List<String> notes) {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    /** Copies the lists. */
    public Rehearsal {
        requests = List.copyOf(requests);
        notes = List.copyOf(notes);
    }

    /**
     * Returns the requests of a rehearsal, for the target of the settings.
     *
     * @param sent all requests of the rehearsal, as they left: first those of the run, then those that clean up
     */
    public static Rehearsal of(
            Settings settings, Contract contract, RunResult played, List<Request> sent, List<String> notes) {
        Map<Integer, Set<String>> rows = rows(played);
        boolean readOnly = settings.conduct().writing() == Writing.READ_ONLY;
        List<String> all = new ArrayList<>(notes);
        if (readOnly) {
            all.add(
                    "Read-only: what would write is left out; a read of what would have been created is not sent either");
        }
        List<RehearsedRequest> requests = Stream.concat(
                        played.exchanges().stream()
                                .map(exchange ->
                                        request(exchange, rows.getOrDefault(exchange.number(), Set.of()), sent)),
                        readOnly ? Stream.empty() : cleaning(played.exchanges().size(), sent))
                .filter(request -> !readOnly || request.method().equals("GET"))
                .toList();
        return new Rehearsal(
                played.stamp().contractName(),
                settings.remote().map(Remote::name).orElse("stub"),
                settings.conduct(),
                requests,
                PaceForecast.of(
                        settings.conduct().rate(),
                        contract.operations(),
                        requests.stream()
                                .map(one -> Request.of(one.method(), one.path(), Map.of()))
                                .toList()),
                all);
    }

    private static RehearsedRequest request(ExchangeRecord exchange, Set<String> rows, List<Request> sent) {
        return new RehearsedRequest(
                exchange.number(),
                exchange.request().method(),
                exchange.request().path(),
                exchange.request().body().map(body -> whole(exchange.request(), body, sent)),
                Purpose.CHECK,
                List.copyOf(rows));
    }

    /** Returns the text of a body; a record keeps the beginning of a long one. */
    private static String whole(RecordedRequest recorded, RecordedBody body, List<Request> sent) {
        return body.omitted() == 0
                ? body.text()
                : sent.stream()
                        .filter(one -> one.method().equals(recorded.method()))
                        .map(one -> one.body().text())
                        .filter(text -> text.startsWith(body.text()))
                        .findFirst()
                        .orElse(body.text() + "… (" + body.omitted() + " characters more)");
    }

    private static Stream<RehearsedRequest> cleaning(int before, List<Request> sent) {
        return IntStream.range(before, sent.size()).mapToObj(i -> {
            Request request = sent.get(i);
            return new RehearsedRequest(
                    i + 1,
                    request.method(),
                    request.url(),
                    Optional.of(request.body().text()).filter(text -> !text.isEmpty()),
                    Purpose.CLEAN_UP,
                    List.of());
        });
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

    /** Returns whether the run would come to its end within its budget, which what cleans up does not count towards. */
    public boolean isWithinBudget() {
        return requests.stream()
                        .filter(request -> request.purpose() == Purpose.CHECK)
                        .count()
                <= conduct.budget();
    }

    /** Returns whether the run keeps a pace. */
    boolean isPaced() {
        return conduct.rate().isLimited();
    }

    /** Returns the minutes that the pace alone makes the run last, rounded up; 0 where none is kept. */
    public int minutes() {
        return Math.toIntExact((length.toMillis() + MINUTE - 1) / MINUTE);
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
