package dev.tick.stub.scenario;

import dev.tick.stub.answer.AnswerForm;
import dev.tick.stub.fault.Fault;
import dev.tick.stub.http.Delivery;
import java.time.Duration;

/** An action of a scenario on one request. */
public sealed interface StepAction {
    /** It is served soundly. */
    record Fine() implements StepAction {}

    /** It meets a fault of the catalogue, if that fault concerns it. */
    record Broken(Fault fault) implements StepAction {}

    /** It is not looked at: this status, 400 to 599, in the family's envelope; a 429 or 503 says when to come again. */
    record Refused(int status) implements StepAction {
        private static final int MIN = 400;
        private static final int MAX = 599;

        /** Checks the status. */
        public Refused {
            if (status < MIN || status > MAX) {
                throw new IllegalArgumentException("expected a status of " + MIN + " to " + MAX + ", got " + status);
            }
        }
    }

    /**
     * It is not looked at: 429, and its caller is refused again until it has waited for so long.
     *
     * @param pause in whole seconds; zero lets it come again at once
     * @param form in which {@code Retry-After} tells it
     */
    record Throttled(Duration pause, PauseForm form) implements StepAction {
        /** Checks the pause. */
        public Throttled {
            if (pause.isNegative() || pause.toNanosPart() != 0) {
                throw new IllegalArgumentException("expected whole seconds, got " + pause);
            }
            if (form == PauseForm.UNTOLD && !pause.isZero()) {
                throw new IllegalArgumentException("expected no pause where none is told, got " + pause);
            }
        }
    }

    /** The forms of {@code Retry-After} (RFC 9110, section 10.2.3), or its absence. */
    enum PauseForm {
        SECONDS,
        DATE,
        UNTOLD
    }

    /** It is not looked at: 307 to itself at another name of this host, where it would be served. */
    record Redirected() implements StepAction {}

    /** The last of many that it submits is not taken, and the answer says so; any other request is served soundly. */
    record ItemFailed() implements StepAction {}

    /** It is served soundly, and its answer has this form. */
    record Answered(AnswerForm form) implements StepAction {}

    /** Its token counts as expired, whatever its claims say. */
    record ExpiredToken() implements StepAction {}

    /** It takes effect, and its answer is delivered so. */
    record Delivered(Delivery how) implements StepAction {}
}
