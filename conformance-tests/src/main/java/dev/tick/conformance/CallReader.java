package dev.tick.conformance;

import dev.tick.conformance.client.ClientCall;
import dev.tick.conformance.exchange.SettableClock;
import dev.tick.conformance.recording.HarEntry;
import dev.tick.spec.client.ClientScenarios;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.SeenRequest;
import dev.tick.spec.http.Body;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Subject;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import dev.tick.stub.journal.JournalEntry;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads calls of a real service as the stub's journal would show them: what is wrong with each, and nothing secret. Not thread-safe. */
final class CallReader {
    private static final Response NONE = new Response(0, Headers.none(), Body.none());
    private static final String NO_ANSWER = "no answer";

    private final ClientScenarios scenarios;
    private final Contract contract;
    /** Stands at the time of a call, by which what lay ahead then is not in the past today. */
    private final SettableClock now = new SettableClock();

    private final Validator validator;

    /**
     * A recorded call of the service.
     *
     * @param entry secrets included
     * @param operation that it asks for
     * @param open what is wrong with a call that no page documents; none for another
     */
    record RecordedCall(HarEntry entry, Operation operation, List<Violation> open) {
        RecordedCall {
            open = List.copyOf(open);
        }

        /** Returns whether a page documents what it asks for. */
        boolean isDocumented() {
            return open.isEmpty();
        }
    }

    CallReader(ClientScenarios scenarios) {
        this.scenarios = scenarios;
        contract = scenarios.specification().contract();
        validator = new Validator(contract, scenarios.specification().register(), now);
    }

    /** Returns what an entry asks for; empty where it is no call of the contract. */
    Optional<RecordedCall> recognized(HarEntry entry) {
        Request request = entry.request();
        return contract.operations().stream()
                .filter(operation -> asksFor(request, operation))
                .findFirst()
                .map(operation -> new RecordedCall(entry, operation, List.of()))
                .or(() -> contract.seen().stream()
                        .filter(seen -> asksFor(request, seen.operation()))
                        .findFirst()
                        .map(seen -> new RecordedCall(entry, seen.operation(), List.of(undocumented(seen, request)))));
    }

    private static boolean asksFor(Request request, Operation operation) {
        return operation.method().equals(request.method())
                && operation.match(request.path()).isPresent();
    }

    private Violation undocumented(SeenRequest seen, Request request) {
        return new Violation(
                "",
                "x-tick-seen",
                seen.pointer(),
                "a request that a page documents",
                "\"" + request.method() + " " + request.path() + "\"",
                scenarios
                        .specification()
                        .register()
                        .rowFor(Subject.CLIENT, seen.pointer())
                        .map(Requirement::id));
    }

    /**
     * Returns a call without its secrets.
     *
     * @param number counts the calls
     */
    ClientCall call(long number, RecordedCall recorded, RecordedTokens tokens) {
        HarEntry entry = recorded.entry();
        now.set(entry.started());
        RecordedTokens.Known token = tokens.of(entry, recorded.operation().tokens());
        List<Violation> violations = Stream.concat(
                        recorded.open().stream(),
                        validator.request(recorded.operation(), entry.request()).stream()
                                .filter(violation -> isCertain(violation, entry)))
                .toList();
        JournalEntry written = JournalEntry.of(
                        entry.request(),
                        new JournalEntry.Annotations(
                                Optional.empty(),
                                token.flaw(),
                                violations,
                                List.of(),
                                "",
                                Optional.of(recorded.operation().id())),
                        entry.response().orElse(NONE))
                .numbered(number, entry.started());
        return new ClientCall(
                number,
                entry.started(),
                written.operation(),
                new Exchange(
                        written.request(),
                        entry.response().map(response -> written.response()),
                        entry.response().isPresent() ? "" : NO_ANSWER),
                written.violations(),
                written.token(),
                entry.response().isPresent() ? ClientCall.Delivery.WHOLE : ClientCall.Delivery.LOST,
                Optional.empty(),
                new ClientCall.Sight(unseen(entry, written, token), entry.answered(), token.credential()));
    }

    /** Returns whether a violation cannot come from what the recording leaves out: a part of the body, or all headers. */
    private static boolean isCertain(Violation violation, HarEntry entry) {
        return violation.keyword().equals("content")
                ? entry.request().contentType().isPresent()
                        || (entry.body() == HarEntry.Extent.WHOLE
                                && !entry.request().headers().fields().isEmpty())
                : entry.body() == HarEntry.Extent.WHOLE;
    }

    private static Set<ClientCall.Unseen> unseen(HarEntry entry, JournalEntry written, RecordedTokens.Known token) {
        Set<ClientCall.Unseen> unseen = EnumSet.noneOf(ClientCall.Unseen.class);
        if (token.grade() == RecordedTokens.Grade.UNSEEN) {
            unseen.add(ClientCall.Unseen.TOKEN);
        }
        if (entry.body() == HarEntry.Extent.PART || written.body().length() >= JournalEntry.MAX_BODY) {
            unseen.add(ClientCall.Unseen.BODY);
        }
        return unseen;
    }
}
