package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.exchange.ServerFailure;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.sample.NoFreshValueException;
import dev.tick.spec.check.ConductCheck;
import dev.tick.spec.check.ErrorForm;
import dev.tick.spec.check.Expectation;
import dev.tick.spec.check.RequestCheck;
import dev.tick.spec.check.RequestDefect;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that look back at all responses of an operation, after everything else. */
final class ConductChecks {
    private static final List<RequestDefect> PROVOCATIONS =
            List.of(RequestDefect.NO_TOKEN, RequestDefect.MALFORMED_TOKEN);

    private ConductChecks() {}

    /** Checks all responses of the row's operation. */
    static List<Case> review(Requirement row, ConductCheck check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        List<Case> cases = new ArrayList<>();
        if (check instanceof ConductCheck.ListsOwn) {
            cases.add(new Case(row, "what another application submits", Phase.SOUND, () -> foreign(conversation)));
        }
        cases.add(new Case(row, "all responses", Phase.REVIEW, () -> {
            Exchange twin = provoke(operation, check, conversation);
            Outcome outcome = check.accept(new ConductJudge(operation, conversation, new RunReview(conversation)));
            // A server that answers everything alike keeps most of these rows, and shows nothing by it.
            return outcome.kind() == Outcome.Kind.BROKEN || conversation.succeeded(operation, twin)
                    ? outcome
                    : Outcome.noTwin(twin);
        }));
        return cases;
    }

    /** Has something submitted that all later lists must lack. */
    private static Outcome foreign(Conversation conversation) {
        ListReview review = new ListReview(conversation);
        return review.unmet().orElseGet(() -> {
            Exchange created = review.foreign();
            return conversation.succeeded(conversation.operation(Effect.CREATE), created)
                    ? Outcome.honoured("it is there for later lists to lack", created)
                    : Outcome.noTwin(created);
        });
    }

    private static Exchange provoke(Operation operation, ConductCheck check, Conversation conversation) {
        boolean ofLists = check instanceof ConductCheck.ListsOwn
                || check instanceof ConductCheck.ListsPresent
                || check instanceof ConductCheck.ListsOnce;
        if (!ofLists) {
            return provoke(operation, conversation);
        }
        Exchange twin = conversation.sound(operation, conversation.example(operation));
        try {
            new ListReview(conversation).provoke();
            if (check instanceof ConductCheck.ListsOwn) {
                new ListReview(conversation).askForForeign();
            }
        } catch (NoFreshValueException e) {
            // As below.
            return twin;
        }
        return twin;
    }

    /**
     * Sends what a whole run has sent already, so that a run of this row alone has something to look at, too.
     *
     * @return the sound request's exchange
     */
    private static Exchange provoke(Operation operation, Conversation conversation) {
        String example = conversation.example(operation);
        Exchange twin = conversation.sound(operation, example);
        try {
            if (Conversation.effect(operation) == Effect.CREATE) {
                ProbeChecks.submittedAgain(conversation, example);
            }
            PROVOCATIONS.forEach(defect -> RefusalChecks.exchange(
                    new RequestCheck(
                            operation.id(),
                            defect,
                            new Expectation.Refused(List.of(), new ErrorForm(List.of(), false))),
                    conversation));
        } catch (NoFreshValueException e) {
            // The values are used up: what was sent before is what can be looked at.
            return twin;
        }
        return twin;
    }

    /** The judgement of each kind. */
    private record ConductJudge(Operation operation, Conversation conversation, RunReview review)
            implements ConductCheck.ConductKinds<Outcome> {
        private static final int FIRST_ERROR = 400;

        @Override
        public Outcome noServerError(ConductCheck.NoServerError check) {
            List<Exchange> all = review.of(operation, check.requests());
            return none(
                    all,
                    all.stream().filter(ServerFailure::isIn).toList(),
                    "an answer that is no 5xx, to a request "
                            + (check.requests() == ConductCheck.Requests.SOUND
                                    ? "with which nothing is wrong"
                                    : "that the target could read"));
        }

        @Override
        public Outcome knownSuccess(ConductCheck.KnownSuccess check) {
            List<Exchange> all = review.of(operation, check.requests()).stream()
                    .filter(Exchange::accepted)
                    .toList();
            return none(
                    all,
                    all.stream()
                            .filter(exchange -> !check.statuses()
                                    .contains(exchange.response().orElseThrow().status()))
                            .toList(),
                    "a success with one of " + check.statuses());
        }

        @Override
        public Outcome conformingSuccess(ConductCheck.ConformingSuccess check) {
            List<Exchange> all = review.of(operation, ConductCheck.Requests.SOUND).stream()
                    .filter(Exchange::accepted)
                    .toList();
            return none(
                    all,
                    all.stream().filter(exchange -> !conforms(exchange)).toList(),
                    "the body that is described for a success");
        }

        /** A later edition answers a second submit with another status, and the same body. */
        private boolean conforms(Exchange exchange) {
            Response response = exchange.response().orElseThrow();
            return conversation
                    .violations(
                            operation,
                            new Exchange(
                                    exchange.request(),
                                    Optional.of(response.withStatus(
                                            operation.success().status())),
                                    ""))
                    .isEmpty();
        }

        @Override
        public Outcome challenged(ConductCheck.Challenged check) {
            List<Exchange> all = review.answered(operation, status -> status == RunReview.UNAUTHORIZED);
            return none(
                    all,
                    all.stream()
                            .filter(exchange -> !RunReview.asksForBearer(exchange))
                            .toList(),
                    "a WWW-Authenticate that names Bearer");
        }

        @Override
        public Outcome trackingId(ConductCheck.TrackingId check) {
            List<Exchange> all = review.answered(operation, status -> status >= FIRST_ERROR).stream()
                    .filter(RunReview::isWrapped)
                    .toList();
            return none(
                    all,
                    RunReview.withoutOwn(all, check.pointer()),
                    "a text at " + check.pointer() + " that no other error has");
        }

        @Override
        public Outcome listsOwn(ConductCheck.ListsOwn check) {
            return new ListReview(conversation).own();
        }

        @Override
        public Outcome listsPresent(ConductCheck.ListsPresent check) {
            return new ListReview(conversation).present();
        }

        @Override
        public Outcome listsOnce(ConductCheck.ListsOnce check) {
            return new ListReview(conversation).once();
        }

        private static Outcome none(List<Exchange> all, List<Exchange> broken, String expected) {
            if (all.isEmpty()) {
                return Outcome.notTestable("the run saw no such response");
            }
            return broken.isEmpty()
                    ? Outcome.honoured("so were all", all.get(all.size() - 1))
                    : Outcome.broken(
                            Mismatch.of(expected, RunReview.lines(broken)),
                            broken.stream().limit(RunReview.SHOWN).toArray(Exchange[]::new));
        }
    }
}
