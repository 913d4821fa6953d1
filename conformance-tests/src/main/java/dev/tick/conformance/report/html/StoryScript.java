package dev.tick.conformance.report.html;

import dev.tick.conformance.evidence.ExchangeRecord;
import dev.tick.conformance.evidence.RecordedBody;
import dev.tick.conformance.evidence.RecordedRequest;
import dev.tick.conformance.evidence.RecordedResponse;
import dev.tick.conformance.report.model.Replay;
import dev.tick.conformance.report.model.ReportedStory;
import dev.tick.conformance.report.model.ShellWords;
import dev.tick.conformance.run.CaseStory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A story as lines for a POSIX shell that replay it in order: a curl for each step, which prints the answer. */
final class StoryScript {
    private static final String ANSWER = "answer";
    private static final String PRINTED = "; printf '%s\\n' \"$" + ANSWER + "\"";
    private static final String NEXT = "@odata.nextLink";

    private final Replay replay;
    private final String run;

    /**
     * Creates scripts of one run.
     *
     * @param run its id, which the names that it made up hold
     */
    StoryScript(Replay replay, String run) {
        this.replay = replay;
        this.run = run;
    }

    /** A value that an answer tells, and the variable that keeps it: the value of a property for the so-manieth time. */
    private record Told(String value, String variable, String property, int place) {
        /** Returns the line that reads it out of the answer. */
        String line() {
            return variable + "=$(printf '%s\\n' \"$" + ANSWER + "\" | grep -o "
                    + ShellWords.quoted(key() + "\"\\{0,1\\}[^],}\"[:space:]]*") + " | sed -n "
                    + ShellWords.quoted(place + "s/^" + key().replace("/", "\\/") + "\"\\{0,1\\}//p") + ")";
        }

        private String key() {
            return "\"" + property.replaceAll("[.\\[*^$\\\\]", "\\\\$0") + "\" *: *";
        }

        static Pattern pattern(String property) {
            return Pattern.compile("\"" + Pattern.quote(property) + "\" *: *\"?([^\\],}\"\\s]*)");
        }
    }

    /**
     * Returns the lines.
     *
     * @param exchanges those of the steps, in their order
     */
    String of(ReportedStory story, List<ExchangeRecord> exchanges) {
        List<String> lines = new ArrayList<>();
        Map<String, String> known = new LinkedHashMap<>();
        for (int i = 0; i < exchanges.size(); i++) {
            ExchangeRecord exchange = exchanges.get(i);
            CaseStory.Step step = story.shown().steps().get(i);
            lines.add("printf '%s\\n' "
                    + ShellWords.quoted(
                            "--- " + (i + 1) + " of " + exchanges.size() + ": " + oneLine(step.expected())));
            ShellWords words = ShellWords.of(run, known);
            lines.add(ANSWER + "=$(" + replay.curl(exchange.request(), words, file(i)) + ")" + PRINTED);
            for (Told told : told(story.numbers(), exchange, exchanges.subList(i + 1, exchanges.size()), known)) {
                known.put(told.value(), told.variable());
                lines.add(told.line());
            }
            lines.addAll(pages(exchange, words));
        }
        String script = String.join("\n", lines);
        return script.contains("\"$" + ShellWords.FRESH + "\"")
                ? ShellWords.FRESH + "=$(date +%s | cut -c 3-10)\n" + script
                : script;
    }

    /** Returns what has to be put in place by hand before the lines can be run. */
    static List<String> missing(List<ExchangeRecord> exchanges) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i++) {
            String step = "Step " + (i + 1) + ": ";
            Replay.missing(exchanges.get(i).request(), file(i)).ifPresent(one -> missing.add(step + one));
        }
        return missing;
    }

    private static String file(int step) {
        return "body-" + (step + 1) + ".json";
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** Returns the values of an answer that later requests name and that no earlier answer told. */
    private List<Told> told(
            List<String> numbers, ExchangeRecord exchange, List<ExchangeRecord> later, Map<String, String> known) {
        List<Told> told = new ArrayList<>();
        Map<String, String> all = new LinkedHashMap<>(known);
        for (String property : numbers) {
            Matcher found = Told.pattern(property).matcher(body(exchange));
            for (int place = 1; found.find(); place++) {
                String value = found.group(1);
                String variable = "id" + (all.size() + 1);
                if (!value.isEmpty() && !all.containsKey(value) && isNamed(value, variable, later)) {
                    all.put(value, variable);
                    told.add(new Told(value, variable, property, place));
                }
            }
        }
        return told;
    }

    private boolean isNamed(String value, String variable, List<ExchangeRecord> later) {
        ShellWords words = ShellWords.of(run, Map.of(value, variable));
        return later.stream()
                .map(ExchangeRecord::request)
                .anyMatch(request -> (words.url("", request.path())
                                + request.body()
                                        .map(body -> words.body(body.text()))
                                        .orElse(""))
                        .contains("\"$" + variable + "\""));
    }

    private static String body(ExchangeRecord exchange) {
        return exchange.response()
                .flatMap(RecordedResponse::body)
                .map(RecordedBody::text)
                .orElse("");
    }

    /** Returns the lines that follow a list to its next pages, on the target alone, whatever host a link names. */
    private List<String> pages(ExchangeRecord exchange, ShellWords words) {
        if (!Told.pattern(NEXT).matcher(body(exchange)).find()) {
            return List.of();
        }
        RecordedRequest request = exchange.request();
        RecordedRequest page = new RecordedRequest(
                request.method(), request.path().replaceFirst("[?].*", "") + "?", request.headers(), request.body());
        String link = "link=$(printf '%s\\n' \"$" + ANSWER + "\" | grep -o '\"@odata\\.nextLink\" *: *\"[^\"]*\"' | sed"
                + " 's/^.*: *\"//; s/\"$//; s/\\\\u0026/\\&/g; s/\\\\u002[Bb]/+/g; s/\\\\u0027/%27/g; s/\\\\\\//\\//g')";
        String curl = replay.curl(page, words.followedBy("\"${link#*\\?}\""), "body.json");
        return List.of("for page in 2 3 4 5 6 7 8 9; do " + link + "; [ -n \"$link\" ] || break; " + ANSWER + "=$("
                + curl + ")" + PRINTED + "; done");
    }
}
