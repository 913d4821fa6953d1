package dev.tick.conformance.report.html;

import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.report.model.Replay;
import dev.tick.conformance.report.model.ReportModel;
import dev.tick.conformance.report.model.ReportedStory;
import dev.tick.conformance.run.CaseStory;
import java.util.ArrayList;
import java.util.List;

/**
 * A story in {@code report.html}.
 *
 * @param sentence what is wrong
 * @param length how many requests tell it, in words
 * @param steps the requests, in their order
 * @param missing what has to be put in place before the lines can be run
 * @param script lines for a POSIX shell that replay it
 */
record StoryView(String sentence, String length, List<StepView> steps, List<String> missing, String script) {
    /** A request; the last one shows the fault. */
    record StepView(int number, String line, String known, String expected, String got, boolean last) {}

    static StoryView of(ReportModel model, ReportedStory story) {
        List<CaseStory.Step> told = story.shown().steps();
        List<ExchangeRecord> exchanges =
                told.stream().map(step -> model.exchange(step.exchange())).toList();
        List<StepView> steps = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            CaseStory.Step step = told.get(i);
            steps.add(new StepView(
                    step.exchange(),
                    exchanges.get(i).line(),
                    step.known(),
                    step.expected(),
                    step.got(),
                    i == told.size() - 1));
        }
        Replay replay = new Replay(model.run().target().baseUrl());
        return new StoryView(
                story.shown().sentence(),
                story.shown().length(),
                steps,
                StoryScript.missing(exchanges),
                new StoryScript(replay, model.run().run()).of(story, exchanges));
    }
}
