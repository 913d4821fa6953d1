package dev.tick.stub.pipeline;

import dev.tick.spec.http.Body;
import dev.tick.spec.http.Headers;
import dev.tick.spec.http.Request;
import dev.tick.spec.http.Response;
import dev.tick.stub.quota.WholeSeconds;
import dev.tick.stub.scenario.StepAction;
import dev.tick.stub.state.PauseStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Refuses requests because the scenario says so, or a pause that it began, whatever they are. */
final class ScenarioRefusals {
    private static final int TEMPORARY_REDIRECT = 307;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final long ALMOST_A_SECOND = Duration.ofSeconds(1).toNanos() - 1;
    private static final String MESSAGE = "The call could not be served; try again later.";
    private static final String LOCAL_NAME = "localhost";
    private static final String LOCAL_ADDRESS = "127.0.0.1";

    /** RFC 9110, section 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Envelope envelope;
    private final Clock clock;

    /** The errors of a service, or of an authority. */
    interface Envelope {
        /** Returns the error of a status, with a message for people. */
        Response of(int status, String message);
    }

    /**
     * Refuses in an envelope.
     *
     * @param clock from which a pause is counted
     */
    ScenarioRefusals(Envelope envelope, Clock clock) {
        this.envelope = envelope;
        this.clock = clock;
    }

    /** Returns the refusal of a request; empty where the action demands none. */
    Optional<Response> of(StepAction action, Request request) {
        if (action instanceof StepAction.Throttled throttled) {
            return Optional.of(throttled(throttled));
        }
        if (action instanceof StepAction.Redirected) {
            return Optional.of(
                    new Response(TEMPORARY_REDIRECT, Headers.of(Map.of("Location", elsewhere(request))), Body.none()));
        }
        return action instanceof StepAction.Refused refused
                ? Optional.of(unavailable(refused.status()))
                : Optional.empty();
    }

    /** Refuses a call that nothing is wrong with; it may come again in a second where that helps. */
    private Response unavailable(int status) {
        return status == TOO_MANY || status == UNAVAILABLE ? later(status, MESSAGE, "1") : envelope.of(status, MESSAGE);
    }

    private Response throttled(StepAction.Throttled throttled) {
        return switch (throttled.form()) {
            case SECONDS ->
                later(TOO_MANY, MESSAGE, String.valueOf(throttled.pause().toSeconds()));
            case DATE -> later(TOO_MANY, MESSAGE, date(clock.instant().plus(throttled.pause())));
            case UNTOLD -> envelope.of(TOO_MANY, MESSAGE);
        };
    }

    private Response later(int status, String message, String retryAfter) {
        return envelope.of(status, message).with("Retry-After", retryAfter);
    }

    /** Refuses a call of a caller that was told to come later. */
    Response tooEarly(PauseStore.Broken broken) {
        return later(
                TOO_MANY,
                "The call came " + WholeSeconds.of(broken.rest())
                        + " seconds before the time that Retry-After named; wait " + broken.seconds()
                        + " seconds from now on.",
                Long.toString(broken.seconds()));
    }

    /** Returns a time as HTTP writes it, in whole seconds, and never an earlier one. */
    private static String date(Instant time) {
        return HTTP_DATE.format(time.plusNanos(ALMOST_A_SECOND).truncatedTo(ChronoUnit.SECONDS));
    }

    /** Returns the URL of a request at this machine's other name: another host to a client, and the stub all the same. */
    private static String elsewhere(Request request) {
        URI origin = URI.create(request.origin());
        String other = LOCAL_NAME.equals(origin.getHost()) ? LOCAL_ADDRESS : LOCAL_NAME;
        String port = origin.getPort() < 0 ? "" : ":" + origin.getPort();
        return origin.getScheme() + "://" + other + port + request.url();
    }
}
