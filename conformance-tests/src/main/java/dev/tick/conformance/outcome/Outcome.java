package dev.tick.conformance.outcome;

import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import java.util.List;
import java.util.Optional;

/**
 * The finding of a case.
 *
 * @param kind whether the statement holds
 * @param detail what was found, in one line for people
 * @param mismatches expected against got, where that says what is broken
 * @param exchanges the exchanges it rests on
 * @param story the sequence of requests that shows it; empty where one request does
 */
public record Outcome(
        Kind kind, String detail, List<Mismatch> mismatches, List<Exchange> exchanges, Optional<Story> story) {
    /** The ways in which a case can end. */
    public enum Kind {
        HONOURED,
        BROKEN,
        /** It does not hold, and the service itself is recorded to answer so. */
        AS_RECORDED,
        /** Nothing is claimed: what the target does. */
        NOTED,
        /** A prerequisite is missing. */
        NOT_TESTABLE,
        /** The target does not have the operation, and need not. */
        NOT_OFFERED
    }

    /** Copies the lists. */
    public Outcome {
        mismatches = List.copyOf(mismatches);
        exchanges = List.copyOf(exchanges);
    }

    /** Creates a finding without a story. */
    public Outcome(Kind kind, String detail, List<Mismatch> mismatches, List<Exchange> exchanges) {
        this(kind, detail, mismatches, exchanges, Optional.empty());
    }

    /** Returns the same finding with the sequence of requests that shows it. */
    public Outcome with(Story shown) {
        return new Outcome(kind, detail, mismatches, exchanges, Optional.of(shown));
    }

    /** Returns that the statement holds. */
    public static Outcome honoured(String detail, Exchange... exchanges) {
        return new Outcome(Kind.HONOURED, detail, List.of(), List.of(exchanges));
    }

    /** Returns that the statement is broken, in words. */
    public static Outcome broken(String detail, Exchange... exchanges) {
        return new Outcome(Kind.BROKEN, detail, List.of(), List.of(exchanges));
    }

    /** Returns that the statement is broken in one respect. */
    public static Outcome broken(Mismatch mismatch, Exchange... exchanges) {
        return broken(List.of(mismatch), exchanges);
    }

    /** Returns that the statement is broken in these respects. */
    public static Outcome broken(List<Mismatch> mismatches, Exchange... exchanges) {
        return new Outcome(Kind.BROKEN, Mismatch.sentence(mismatches), mismatches, List.of(exchanges));
    }

    /** Returns the same finding of a target that answers as the service is recorded to, against its page. */
    public Outcome asRecorded(String contradiction) {
        return new Outcome(
                Kind.AS_RECORDED,
                "known contradiction: " + contradiction + ": " + detail,
                mismatches,
                exchanges,
                story);
    }

    /** Returns what the target does, where nothing is claimed. */
    public static Outcome noted(String detail, Exchange... exchanges) {
        return new Outcome(Kind.NOTED, detail, List.of(), List.of(exchanges));
    }

    /** Returns that a prerequisite is missing. */
    public static Outcome notTestable(String detail, Exchange... exchanges) {
        return new Outcome(Kind.NOT_TESTABLE, detail, List.of(), List.of(exchanges));
    }

    /** Returns that the target does not have the operation of a case, and need not: so its sound request was answered. */
    public static Outcome notOffered(Operation operation, Exchange sound) {
        return new Outcome(
                Kind.NOT_OFFERED,
                "the target does not have " + operation.id() + ", which no page of this edition names: " + sound.line(),
                List.of(),
                List.of(sound));
    }

    /** Returns that a case cannot be judged with the token at hand. */
    public static Outcome unfitToken(TokenKind kind, String reason) {
        return notTestable(kind.variable() + " " + reason);
    }

    /** Returns that a request without its defect got no sound response, so that a refusal with it would prove nothing. */
    public static Outcome noTwin(Exchange twin) {
        return notTestable("the valid version of this request did not work either: " + twin.line(), twin);
    }

    /** Returns that a request was neither accepted nor declined. */
    public static Outcome neither(Exchange exchange) {
        return broken(Mismatch.of("it to be accepted or refused with 4xx", exchange.line()), exchange);
    }

    /** Returns that an operation did not give what was asked for, so that there is nothing to look at. */
    public static Outcome unanswered(Operation operation, Exchange exchange) {
        return notTestable(
                "there was no " + operation.success().status() + " with what was asked for: " + exchange.line(),
                exchange);
    }

    /** Returns that a list lacks an entity that was submitted, so that it proves nothing about others. */
    public static Outcome notListed(Exchange list, String identity) {
        return notTestable(
                "the list lacks " + identity + ", which was submitted, so it tells nothing: " + list.line(), list);
    }
}
