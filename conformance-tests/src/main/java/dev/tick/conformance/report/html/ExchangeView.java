package dev.tick.conformance.report.html;

import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.RecordedBody;
import dev.tick.conformance.evidence.RecordedHeader;
import dev.tick.conformance.evidence.RecordedRequest;
import dev.tick.conformance.evidence.RecordedResponse;
import dev.tick.conformance.report.model.Replay;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.model.ReportedCase;
import dev.tick.conformance.report.model.ReportedRequirement;
import dev.tick.conformance.verdict.Result;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        List<RecordedHeader> requestHeaders,
        Optional<BodyView> requestBody,
        String status,
        List<RecordedHeader> responseHeaders,
        Optional<BodyView> responseBody,
        String curl,
        String powerShell,
        Optional<String> missing,
        List<String> requirements) {
    /** Characters of a body that shows what is wrong. */
    private static final int EVIDENCE = 40_000;

    /** Characters of a body with which nothing is wrong: lists and batches made up most of a report. */
    private static final int LONGEST = 2000;

    /** A body: JSON on several lines, all else as it is. */
    record BodyView(String text, boolean cut, int omitted) {}

    static List<ExchangeView> all(ReportModel model) {
        Map<Integer, LinkedHashSet<String>> users = new TreeMap<>();
        Set<Integer> evidence = new HashSet<>();
        for (ReportedRequirement requirement : model.requirements()) {
            for (ReportedCase one : requirement.cases()) {
                if (one.result().compareTo(Result.WARN) >= 0) {
                    evidence.addAll(one.exchanges());
                }
                one.exchanges()
                        .forEach(number -> users.computeIfAbsent(number, key -> new LinkedHashSet<>())
                                .add(requirement.id()));
            }
        }
        Replay replay = new Replay(model.run().target().baseUrl());
        return model.exchanges().stream()
                .map(one -> of(
                        one,
                        replay,
                        evidence.contains(one.number()) ? EVIDENCE : LONGEST,
                        users.getOrDefault(one.number(), new LinkedHashSet<>())))
                .toList();
    }

    private static ExchangeView of(
            ExchangeRecord exchange, Replay replay, int longest, LinkedHashSet<String> requirements) {
        RecordedRequest request = exchange.request();
        return new ExchangeView(
                exchange.number(),
                exchange.line(),
                request.method() + " " + request.path(),
                request.headers(),
                request.body().map(body -> view(body, longest)),
                exchange.response()
                        .map(answer -> (answer.status() + " " + answer.reason()).trim())
                        .orElse("no answer: " + exchange.failure()),
                exchange.response().map(RecordedResponse::headers).orElse(List.of()),
                exchange.response().flatMap(RecordedResponse::body).map(body -> view(body, longest)),
                replay.curl(request),
                replay.powerShell(request),
                Replay.missing(request),
                new ArrayList<>(requirements));
    }

    private static BodyView view(RecordedBody body, int longest) {
        String text = JsonIndenter.of(body.text());
        if (text.length() <= longest) {
            return new BodyView(text, body.omitted() > 0, body.omitted());
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return new BodyView(text.substring(0, end), true, text.length() - end + body.omitted());
    }
}
