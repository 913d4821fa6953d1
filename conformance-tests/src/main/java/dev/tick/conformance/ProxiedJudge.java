package dev.tick.conformance;

import dev.tick.conformance.client.ClientCall;
import dev.tick.conformance.client.TrafficJudge;
import dev.tick.conformance.recording.HarEntry;
import dev.tick.conformance.run.RunResult;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.stub.journal.JournalEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what goes through a proxy: the client by its calls, and the service by its answers. Safe for use by many threads. */
final class ProxiedJudge {
    private static final String CLIENT = "proxied";

    /** Nothing is known of a call that must not leave. */
    private static final JournalEntry.Annotations NOTHING = new JournalEntry.Annotations(
            Optional.empty(), Optional.empty(), List.of(), List.of(), "", Optional.empty());

    private final String baseUrl;
    private final RecordedSecrets secrets = new RecordedSecrets();
    private final CallReader reader;
    private final RecordedTokens tokens;
    private final TrafficJudge judge;
    private final ServiceAnswers answers;
    private final List<String> news = new ArrayList<>();
    private long others;
    private long lost;
    private long unread;
    private long refused;
    private int cutOff;
    private boolean ended;

    /**
     * Begins to judge.
     *
     * @param baseUrl of the proxy, by which clients call it
     */
    ProxiedJudge(ClientScenarios scenarios, String baseUrl, Clock clock) {
        this.baseUrl = baseUrl;
        reader = new CallReader(scenarios);
        tokens = RecordedTokens.uncut(baseUrl);
        judge = new TrafficJudge(scenarios, secrets, clock);
        answers = new ServiceAnswers(scenarios.specification(), secrets, clock);
    }

    /** Learns the secrets of a request, before anything is said of it. */
    synchronized void learn(Instant time, Request request) {
        secrets.learn(new HarEntry(time, Optional.empty(), request, HarEntry.Extent.WHOLE, Optional.empty()));
    }

    /** Returns a text without the secrets that were learned so far. */
    synchronized String hidden(String text) {
        return secrets.apply(text);
    }

    /** Takes note of a request that must not leave, and was answered here. */
    synchronized void refuse(Instant time, Request request, Response answer, String objection) {
        if (ended) {
            return;
        }
        refused++;
        Request shown =
                JournalEntry.of(request, NOTHING, answer).numbered(0, time).request();
        tell(time, new Exchange(shown, Optional.of(answer), ""), "refused by --safe | " + objection);
    }

    /**
     * Judges a call.
     *
     * @param entry the call as the client sees it
     * @param exchange as the service sees it, without codings; without a response where none came whole, or none can be read
     */
    synchronized void judge(HarEntry entry, Exchange exchange) {
        if (ended) {
            return;
        }
        secrets.learn(entry);
        Optional<CallReader.RecordedCall> recognized = reader.recognized(entry);
        if (recognized.isEmpty()) {
            others += TokenEndpoints.isTokenCall(entry.request()) ? 0 : 1;
            return;
        }
        ClientCall call = reader.call(judge.calls() + 1, recognized.get(), tokens);
        judge.accept(call).forEach(breach -> news.add(TrafficLine.of(breach)));
        if (entry.response().isEmpty()) {
            lost++;
            Exchange silent = new Exchange(call.exchange().request(), Optional.empty(), exchange.failure());
            tell(call.time(), silent, "no answer of the service");
        } else if (exchange.response().isEmpty()) {
            unread++;
        } else if (recognized.get().isDocumented()) {
            answers.accept(recognized.get().operation(), exchange, call)
                    .forEach(what -> tell(call.time(), call.exchange(), "service | " + what));
        }
    }

    /**
     * Ends: what comes later is not judged.
     *
     * @param left how many calls were cut off, and are not judged either
     */
    synchronized void end(int left) {
        ended = true;
        cutOff = left;
    }

    private void tell(Instant time, Exchange exchange, String what) {
        news.add(secrets.apply(TrafficLine.of(time, exchange, what)));
    }

    /** Returns what is new since it was asked for the last time, line by line. */
    synchronized List<String> news() {
        List<String> lines = List.copyOf(news);
        news.clear();
        return lines;
    }

    /** Returns the results of all that was judged. */
    synchronized RunResult result() {
        return judge.result(CLIENT, notes(), answers.remarks(), hindrance());
    }

    /** Returns what there is to say beside the rows, line by line. */
    synchronized List<String> notes() {
        List<String> notes = new ArrayList<>();
        note(notes, others, "call was none of this contract", "calls were none of this contract");
        note(
                notes,
                refused,
                "call was refused by --safe before it left, and is not judged",
                "calls were refused by --safe before they left, and are not judged");
        note(
                notes,
                lost,
                "call got no whole answer of the service, and 502 of the proxy",
                "calls got no whole answer of the service, and 502 of the proxy");
        note(
                notes,
                unread,
                "answer of the service has a coding that is not read here",
                "answers of the service have a coding that is not read here");
        note(
                notes,
                cutOff,
                "call was cut off at the end, and is not judged",
                "calls were cut off at the end, and are not judged");
        notes.add(answers.note());
        return notes;
    }

    private static void note(List<String> notes, long count, String one, String many) {
        if (count > 0) {
            notes.add(count + " " + (count == 1 ? one : many));
        }
    }

    private Optional<String> hindrance() {
        if (judge.calls() > 0) {
            return Optional.empty();
        }
        return Optional.of(
                refused == 0
                        ? "no call of the service came; was the client told the base URL " + baseUrl + "?"
                        : "each call of the service was refused by --safe; have the client send reserved data");
    }
}
