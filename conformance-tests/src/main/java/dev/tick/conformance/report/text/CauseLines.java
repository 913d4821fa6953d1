package dev.tick.conformance.report.text;

import dev.tick.conformance.cause.Cause;
import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.progress.ConsoleStyle;
import dev.tick.conformance.report.model.Replay;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.model.ReportedCause;
import dev.tick.conformance.report.model.ReportedRequirement;
import dev.tick.conformance.report.model.Ticket;
import dev.tick.conformance.verdict.Result;
import dev.tick.spec.text.VisibleText;
import java.util.ArrayList;
import java.util.List;

/** The lines of a cause on the console: what is wrong, how it shows, and how to see it again. */
final class CauseLines {
    private static final int OTHERS = 6;

    /** Below the sentence that they are about. */
    private static final String INDENT = "       ";

    /** Characters of a line to paste that a console has room for; the report has longer ones. */
    private static final int LONGEST = 1500;

    private final ReportModel model;
    private final ConsoleStyle style;

    CauseLines(ReportModel model, ConsoleStyle style) {
        this.model = model;
        this.style = style;
    }

    /** Returns expected and actual value below each other, so that the eye finds where they part. */
    List<String> of(ReportedCause reported) {
        Cause cause = reported.cause();
        List<String> lines = new ArrayList<>();
        String result = cause.result() == Result.WARN
                ? style.doubtful("WARN")
                : style.bad(cause.result().name());
        ReportedRequirement first = reported.first();
        lines.add("  " + result + " " + first.id() + " " + VisibleText.line(cause.sentence()));
        lines.add(INDENT + "row:      " + first.row().statement());
        cause.story()
                .ifPresent(story -> lines.add(INDENT + "story:    " + VisibleText.line(story.sentence()) + " (shown by "
                        + story.length() + "; the report has each)"));
        cause.mismatch().ifPresent(mismatch -> lines.addAll(lines(mismatch)));
        reported.exchange().ifPresent(exchange -> lines.addAll(lines(exchange)));
        if (!reported.others().isEmpty()) {
            lines.add(INDENT + reported.others().size() + " more broken by it: "
                    + Summary.ids(reported.others(), OTHERS));
        }
        if (!reported.waiting().isEmpty()) {
            lines.add(INDENT + reported.waiting().size() + " could not be tested because of it: "
                    + Summary.ids(reported.waiting(), OTHERS));
        }
        return lines;
    }

    private static List<String> lines(Mismatch mismatch) {
        List<String> lines = new ArrayList<>();
        if (!mismatch.subject().isEmpty()) {
            lines.add(INDENT + "value of: " + VisibleText.line(mismatch.subject()));
        }
        lines.add(INDENT + "expected: " + VisibleText.line(mismatch.expected()));
        lines.add(INDENT + "but was:  " + VisibleText.line(mismatch.got()));
        return lines;
    }

    private List<String> lines(ExchangeRecord exchange) {
        List<String> lines = new ArrayList<>(List.of(
                INDENT + "request:  "
                        + VisibleText.line(exchange.request().method() + " "
                                + exchange.request().path()) + " (exchange " + exchange.number() + ")",
                INDENT + "answer:   " + VisibleText.line(Ticket.answer(exchange))));
        String curl = new Replay(model.run().target().baseUrl()).curl(exchange.request());
        if (curl.length() > LONGEST) {
            lines.add(INDENT + "again:    the request is too long for a console; the report has the line");
        } else {
            Replay.missing(exchange.request()).ifPresent(missing -> lines.add(INDENT + "first:    " + missing));
            lines.add(INDENT + "again:    " + VisibleText.line(curl));
        }
        return lines;
    }
}
