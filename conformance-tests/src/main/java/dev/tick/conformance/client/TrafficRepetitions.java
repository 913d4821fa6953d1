package dev.tick.conformance.client;

import java.util.List;
import java.util.Optional;

/** The rules about calls that repeat one: what it was told to wait for, or was forbidden. */
final class TrafficRepetitions implements TrafficRule {
    private final AnswersOfStatus answers;
    private final Judgement judgement;
    private Optional<Decision> first = Optional.empty();
    private long sound;

    /** Decides one repetition. */
    private interface Judgement {
        /** Returns the decision on a call that repeats another. */
        Decision of(ClientCall before, ClientCall again);
    }

    private TrafficRepetitions(int status, Judgement judgement) {
        this.judgement = judgement;
        answers = new AnswersOfStatus(status);
    }

    /** Returns the rule that what got this status comes no earlier again than its answer told. */
    static TrafficRule waits(int status) {
        return new TrafficRepetitions(status, (before, again) -> {
            if (Waits.told(before, status).isEmpty()) {
                return unknown("no answer told a time to wait");
            }
            return Waits.early(before, again, status)
                    .map(how -> broken(how, before, again))
                    .orElseGet(() -> honoured("the client came back no earlier than it was told", before, again));
        });
    }

    /** Returns the rule that what got this status is not called again with the same token. */
    static TrafficRule unrepeated(int status) {
        return new TrafficRepetitions(status, (before, again) -> {
            Optional<String> token = before.sight().credential();
            if (token.isEmpty() || again.sight().credential().isEmpty()) {
                return unknown("nobody sees by which token it was repeated");
            }
            return token.equals(again.sight().credential())
                    ? broken("the call got " + status + ", and was repeated with the same token", before, again)
                    : honoured("the client repeated the call with another token", before, again);
        });
    }

    private static Decision broken(String how, ClientCall before, ClientCall again) {
        return new Decision(Decision.Kind.BROKEN, again.exchange().line() + ": " + how, List.of(before, again));
    }

    private static Decision honoured(String how, ClientCall before, ClientCall again) {
        return new Decision(Decision.Kind.HONOURED, how, List.of(before, again));
    }

    private static Decision unknown(String why) {
        return Decision.of(Decision.Kind.NOT_TESTABLE, why);
    }

    @Override
    public Optional<Decision> accept(ClientCall call) {
        Optional<Decision> seen = answers.repeatedBy(call).map(before -> judgement.of(before, call));
        if (seen.filter(one -> one.kind() == Decision.Kind.HONOURED).isPresent()) {
            sound++;
            first = first.or(() -> seen);
        }
        return seen.filter(one -> one.kind() == Decision.Kind.BROKEN);
    }

    @Override
    public void forget() {
        answers.forget();
    }

    @Override
    public Decision decision() {
        return first.map(one -> sound == 1
                        ? one
                        : new Decision(one.kind(), one.detail() + ", each of " + sound + " times", one.calls()))
                .orElseGet(() -> unknown("no call repeats one whose answer the row speaks of"));
    }
}
