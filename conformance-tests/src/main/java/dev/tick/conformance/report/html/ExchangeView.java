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
import dev.tick.spec.text.ShortText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * An exchange in {@code report.html}. Its request stands once, as a line for curl, unless it shows what is wrong: three forms
 * of it made up half of a report in which most exchanges show that all is well.
 *
 * @param number its place in the run
 * @param line the request and the status, for people
 * @param evidence the further forms of the request; empty where nothing is wrong
 * @param status the status code and the reason phrase, or why there was no answer
 * @param responseHeaders by name
 * @param responseBody empty for none
 * @param curl a line for a POSIX shell
 * @param missing what has to be put in place before
 * @param requirements those whose cases rest on it
 */
record ExchangeView(
        int number,
        String line,
        Optional<RequestView> evidence,
        String status,
        List<RecordedHeader> responseHeaders,
        Optional<BodyView> responseBody,
        String curl,
        Optional<String> missing,
        List<String> requirements) {
    /** Characters of a body that shows what is wrong. */
    private static final int EVIDENCE = 40_000;

    /** Characters of a body with which nothing is wrong: lists and batches made up most of a report. */
    private static final int LONGEST = 2000;

    /** A request as it went over the wire, and as a line for PowerShell. */
    record RequestView(String start, List<RecordedHeader> headers, Optional<BodyView> body, String powerShell) {
        static RequestView of(RecordedRequest request, Replay replay) {
            return new RequestView(
                    request.method() + " " + request.path(),
                    request.headers(),
                    request.body().map(body -> view(body, EVIDENCE)),
                    replay.powerShell(request));
        }
    }

    /** A body: JSON on several lines, all else as it is; with where the rest is, if there is more. */
    record BodyView(String text, Optional<String> more) {}

    /** The requirements whose cases rest on an exchange, and whether one of them is broken. */
    private record Use(Set<String> requirements, boolean evidence) {
        static final Use NONE = new Use(Set.of(), false);

        static Use of(String requirement, ReportedCase one) {
            return new Use(Set.of(requirement), one.result().compareTo(Result.WARN) >= 0);
        }

        Use and(Use other) {
            Set<String> all = new LinkedHashSet<>(requirements);
            all.addAll(other.requirements);
            return new Use(all, evidence || other.evidence);
        }
    }

    static List<ExchangeView> all(ReportModel model) {
        Map<Integer, Use> uses = new TreeMap<>();
        for (ReportedRequirement requirement : model.requirements()) {
            for (ReportedCase one : requirement.cases()) {
                Use use = Use.of(requirement.id(), one);
                one.exchanges().forEach(number -> uses.merge(number, use, Use::and));
            }
        }
        Replay replay = new Replay(model.run().target().baseUrl());
        return model.exchanges().stream()
                .map(one -> of(one, replay, uses.getOrDefault(one.number(), Use.NONE)))
                .toList();
    }

    private static ExchangeView of(ExchangeRecord exchange, Replay replay, Use use) {
        RecordedRequest request = exchange.request();
        return new ExchangeView(
                exchange.number(),
                exchange.line(),
                Optional.of(request).filter(one -> use.evidence()).map(one -> RequestView.of(one, replay)),
                exchange.response()
                        .map(answer -> (answer.status() + " " + answer.reason()).trim())
                        .orElse("no answer: " + exchange.failure()),
                exchange.response().map(RecordedResponse::headers).orElse(List.of()),
                exchange.response()
                        .flatMap(RecordedResponse::body)
                        .map(body -> view(body, use.evidence() ? EVIDENCE : LONGEST)),
                replay.curl(request),
                Replay.missing(request),
                List.copyOf(use.requirements()));
    }

    private static BodyView view(RecordedBody body, int longest) {
        String text = JsonIndenter.of(body.text());
        String shown = ShortText.beginning(text, longest);
        List<String> more = new ArrayList<>();
        if (shown.length() < text.length()) {
            more.add((text.length() - shown.length())
                    + " characters more, indented as here; results.json of the run has them");
        }
        if (body.omitted() > 0) {
            more.add(body.omitted() + " characters more as they came, which were not recorded");
        }
        return new BodyView(shown, more.isEmpty() ? Optional.empty() : Optional.of(String.join("\n… ", more)));
    }
}
