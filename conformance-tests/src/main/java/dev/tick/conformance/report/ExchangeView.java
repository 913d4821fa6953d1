package dev.tick.conformance.report;

import dev.tick.conformance.evidence.Body;
import dev.tick.conformance.evidence.Evidence;
import dev.tick.conformance.evidence.Header;
import dev.tick.conformance.run.CaseResult;
import dev.tick.conformance.run.Report;
import dev.tick.conformance.run.RowResult;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An exchange in {@code report.html}.
 *
 * @param number its place in the run
 * @param line the request and the status, for people
 * @param start of the request
 * @param requestHeaders by name
 * @param requestBody empty for none
 * @param status the status code and the reason phrase, or why there was no answer
 * @param responseHeaders by name
 * @param responseBody empty for none
 * @param curl a line for a POSIX shell
 * @param powerShell a line for PowerShell
 * @param missing what has to be put in place before
 * @param requirements those whose cases rest on it
 */
record ExchangeView(
        int number,
        String line,
        String start,
        List<Header> requestHeaders,
        Optional<BodyView> requestBody,
        String status,
        List<Header> responseHeaders,
        Optional<BodyView> responseBody,
        String curl,
        String powerShell,
        Optional<String> missing,
        List<String> requirements) {
    /** A body: JSON on several lines, all else as it is. */
    record BodyView(String text, boolean cut, int omitted) {}

    static List<ExchangeView> all(Report report) {
        Map<Integer, LinkedHashSet<String>> users = new TreeMap<>();
        for (RowResult row : report.rows()) {
            for (CaseResult one : row.cases()) {
                one.exchanges()
                        .forEach(number -> users.computeIfAbsent(number, key -> new LinkedHashSet<>())
                                .add(row.row().id()));
            }
        }
        Replay replay = new Replay(report.stamp().target().baseUrl());
        return report.exchanges().stream()
                .map(one -> of(one, replay, users.getOrDefault(one.number(), new LinkedHashSet<>())))
                .toList();
    }

    private static ExchangeView of(Evidence exchange, Replay replay, LinkedHashSet<String> requirements) {
        Evidence.Request request = exchange.request();
        return new ExchangeView(
                exchange.number(),
                exchange.line(),
                request.method() + " " + request.path(),
                request.headers(),
                request.body().map(ExchangeView::view),
                exchange.answer()
                        .map(answer -> (answer.status() + " " + answer.reason()).trim())
                        .orElse("no answer: " + exchange.failure()),
                exchange.answer().map(Evidence.Answer::headers).orElse(List.of()),
                exchange.answer().flatMap(Evidence.Answer::body).map(ExchangeView::view),
                replay.curl(request),
                replay.powerShell(request),
                Replay.missing(request),
                new ArrayList<>(requirements));
    }

    private static BodyView view(Body body) {
        return new BodyView(Indented.of(body.text()), body.omitted() > 0, body.omitted());
    }
}
