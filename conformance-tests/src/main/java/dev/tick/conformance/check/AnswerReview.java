package dev.tick.conformance.check;

import dev.tick.conformance.exchange.ServerFailure;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.verdict.Result;
import dev.tick.conformance.verdict.ResultRules;
import dev.tick.spec.check.ConductCheck;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Register;
import dev.tick.spec.register.Requirement;
import dev.tick.spec.register.Specification;
import dev.tick.spec.validation.Validator;
import dev.tick.spec.validation.Violation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A review of answers one by one: what is wrong with each whatever else was asked. It holds an answer to the rows about all answers of
 * its operation, and to the form that the contract documents for its status. A failure with an undocumented status is none of a form.
 */
public final class AnswerReview {
    private static final int UNAUTHORIZED = 401;
    private static final int FIRST_ERROR = 400;

    /** The options of a query that leave the form of an answer as it is. */
    private static final Set<String> NEUTRAL = Set.of("$top", "$skip", "$skiptoken", "$filter", "$orderby");

    private final Register register;
    private final Validator validator;

    /**
     * A way in which an answer differs from the contract.
     *
     * @param place stands for its kind: two answers that differ alike have the same
     * @param row that the answer breaks; empty where it differs from the contract at a place that no row holds
     * @param detail what was expected and what came, in one line
     */
    public record Difference(String place, Optional<Requirement> row, String detail) {
        /** Returns the words for it: the row's result, id and statement, and the detail. */
        public String sentence() {
            return row.map(one -> ResultRules.of(one, Outcome.Kind.BROKEN) + " " + one.id() + " " + one.statement()
                                    + " | ")
                            .orElse("")
                    + detail;
        }
    }

    /** Prepares the review. */
    public AnswerReview(Specification specification, Clock clock) {
        register = specification.register();
        validator = new Validator(specification.contract(), register, clock);
    }

    /**
     * Returns how an answer differs from the contract; nothing for one that did not come.
     *
     * @param isSound whether nothing is wrong with the request as far as anybody sees
     */
    public List<Difference> differences(Operation operation, Exchange exchange, boolean isSound) {
        if (exchange.response().isEmpty()) {
            return List.of();
        }
        Response response = exchange.response().get();
        boolean isPlain = isPlain(exchange.request());
        List<Difference> found = new ArrayList<>();
        RowJudge judge = new RowJudge(
                exchange, isSound && isPlain && exchange.request().query().isEmpty());
        for (Requirement row : register.checked()) {
            row.check()
                    .filter(check ->
                            check instanceof ConductCheck && check.operation().equals(operation.id()))
                    .flatMap(check -> ((ConductCheck) check).accept(judge))
                    .ifPresent(detail -> found.add(new Difference(row.id(), Optional.of(row), detail)));
        }
        if (exchange.accepted()
                ? isSound && isPlain
                : operation.response(response.status()).isPresent()) {
            formed(operation, response).forEach(found::add);
        }
        return found.stream()
                .filter(one -> one.row().stream().noneMatch(AnswerReview::bindsNobody))
                .toList();
    }

    private static boolean bindsNobody(Requirement row) {
        return ResultRules.of(row, Outcome.Kind.BROKEN) == Result.NOTE;
    }

    /** Returns how an answer differs from its documented form; a success with a status of its own has the form of the documented one. */
    private Stream<Difference> formed(Operation operation, Response response) {
        Response documented = operation.response(response.status()).isPresent()
                ? response
                : response.withStatus(operation.success().status());
        return validator.response(operation, documented).stream()
                .filter(violation -> !isAsRecorded(violation, response))
                .map(violation ->
                        new Difference(operation.id() + violation.schema(), row(violation), violation.sentence()));
    }

    private Optional<Requirement> row(Violation violation) {
        return violation
                .requirement()
                .flatMap(id -> register.requirements().stream()
                        .filter(row -> row.id().equals(id))
                        .findFirst());
    }

    private boolean isAsRecorded(Violation violation, Response response) {
        return row(violation)
                .flatMap(Requirement::recorded)
                .filter(recording -> recording.behaviour().isShownBy(response))
                .isPresent();
    }

    /** Returns whether a request asks for no other form of its answer than the documented one. */
    private static boolean isPlain(Request request) {
        return request.header("Prefer").isEmpty()
                && request.header("Accept")
                        .filter(accept -> accept.toLowerCase(Locale.ROOT).contains("odata"))
                        .isEmpty()
                && (request.query().isEmpty()
                        || Stream.of(request.query().split("&", -1))
                                .map(option -> PathMatch.decoded(option.split("=", 2)[0]))
                                .allMatch(NEUTRAL::contains));
    }

    /** Judges one answer by a row about all of them, and returns what is wrong with it. */
    private record RowJudge(Exchange exchange, boolean isSound) implements ConductCheck.ConductKinds<Optional<String>> {
        private Optional<String> expected(boolean isBroken, String what) {
            int status = exchange.response().orElseThrow().status();
            return isBroken ? Optional.of("expected " + what + ", got " + status) : Optional.empty();
        }

        private boolean isMeant(ConductCheck.Requests requests) {
            return isSound || requests == ConductCheck.Requests.ALL;
        }

        @Override
        public Optional<String> noServerError(ConductCheck.NoServerError check) {
            return expected(
                    isMeant(check.requests()) && ServerFailure.isIn(exchange),
                    "an answer that is no 5xx"
                            + (check.requests() == ConductCheck.Requests.SOUND
                                    ? " to a request with which nothing is wrong"
                                    : ""));
        }

        @Override
        public Optional<String> knownSuccess(ConductCheck.KnownSuccess check) {
            int status = exchange.response().orElseThrow().status();
            return expected(
                    isMeant(check.requests())
                            && exchange.accepted()
                            && !check.statuses().contains(status),
                    "a success with one of " + check.statuses());
        }

        /** The validator judges the form of each answer, place by place. */
        @Override
        public Optional<String> conformingSuccess(ConductCheck.ConformingSuccess check) {
            return Optional.empty();
        }

        @Override
        public Optional<String> challenged(ConductCheck.Challenged check) {
            boolean isBare = exchange.response()
                            .filter(response -> response.status() == UNAUTHORIZED)
                            .isPresent()
                    && !RunReview.asksForBearer(exchange);
            return expected(isBare, "a WWW-Authenticate that names Bearer with a 401");
        }

        @Override
        public Optional<String> trackingId(ConductCheck.TrackingId check) {
            boolean isError = exchange.response()
                            .filter(response -> response.status() >= FIRST_ERROR)
                            .isPresent()
                    && RunReview.isWrapped(exchange);
            return expected(
                    isError
                            && !RunReview.withoutOwn(List.of(exchange), check.pointer())
                                    .isEmpty(),
                    "a text at " + check.pointer());
        }

        @Override
        public Optional<String> listsOwn(ConductCheck.ListsOwn check) {
            return Optional.empty();
        }

        @Override
        public Optional<String> listsPresent(ConductCheck.ListsPresent check) {
            return Optional.empty();
        }

        @Override
        public Optional<String> listsOnce(ConductCheck.ListsOnce check) {
            return Optional.empty();
        }
    }
}
