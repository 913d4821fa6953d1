package dev.tick.conformance.report.model;

import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.subject.JudgedClient;
import dev.tick.spec.text.ShortText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A cause as text for a ticket: what is wrong, what was required, what was sent and what came. */
public final class Ticket {
    private static final int BODY = 2000;

    private final ReportModel model;
    private final ReportedCause cause;

    private Ticket(ReportModel model, ReportedCause cause) {
        this.model = model;
        this.cause = cause;
    }

    /** Returns the text; lines that a shell can run are among it. */
    public static String of(ReportModel model, ReportedCause cause) {
        return String.join("\n", new Ticket(model, cause).lines());
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(cause.cause().sentence(), ""));
        ReportedRequirement first = cause.first();
        lines.add(first.id() + " (" + first.row().level() + "): " + first.row().statement());
        lines.add("Source: " + RequirementWords.source(first.row())
                + first.row().source().url().map(url -> ", " + url).orElse(""));
        cause.cause().mismatch().ifPresent(one -> {
            lines.add("Expected: " + one.expected());
            lines.add("Got: " + one.got());
        });
        cause.exchange().ifPresent(one -> lines.addAll(lines(one)));
        if (!cause.others().isEmpty()) {
            lines.add("Also broken by it: " + ids(cause.others()));
        }
        if (!cause.waiting().isEmpty()) {
            lines.add("Not testable because of it: " + ids(cause.waiting()));
        }
        lines.add("");
        lines.add((model.run().target() instanceof JudgedClient ? "The " : "Target ") + model.target() + ", "
                + model.run().contract() + ", edition "
                + model.run().edition() + ", run " + model.run().run() + ", Tick "
                + model.build().version());
        return lines;
    }

    private List<String> lines(ExchangeRecord exchange) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "Request: " + exchange.request().method() + " "
                        + exchange.request().path()));
        exchange.request().body().ifPresent(body -> lines.add(ShortText.of(body.text(), BODY)));
        lines.add("Answer: " + answer(exchange));
        exchange.response().flatMap(one -> one.body()).ifPresent(body -> lines.add(ShortText.of(body.text(), BODY)));
        lines.add("");
        lines.add("Send it again:");
        Replay.missing(exchange.request()).ifPresent(lines::add);
        lines.add(new Replay(model.run().target().baseUrl()).curl(exchange.request()));
        lines.add("");
        return lines;
    }

    /** Returns the status of an answer with its reason phrase, or why there was none. */
    public static String answer(ExchangeRecord exchange) {
        return exchange.response()
                .map(one -> (one.status() + " " + one.reason()).trim())
                .orElse("none: " + exchange.failure());
    }

    private static String ids(List<ReportedRequirement> requirements) {
        return requirements.stream().map(ReportedRequirement::id).collect(Collectors.joining(" "));
    }
}
