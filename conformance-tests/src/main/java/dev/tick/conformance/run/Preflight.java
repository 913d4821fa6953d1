package dev.tick.conformance.run;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.conversation.Reachability;
import dev.tick.conformance.exchange.QuotaException;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenFitness;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The first contact with a target, which decides whether a run makes sense. */
final class Preflight {
    private Preflight() {}

    /** Sends the first sound submit; returns why a run makes no sense, or empty if it does. */
    static Optional<String> of(Target target, Conversation conversation) {
        Optional<String> flaw = new TokenFitness(target, conversation.contract().tokens(), Instant.MIN)
                .flaw(TokenKind.SOUND)
                .map(reason -> TokenKind.SOUND.variable() + " " + reason + "; use one of your application");
        if (flaw.isPresent()) {
            return flaw;
        }
        try {
            return unreachable(target, conversation.reach());
        } catch (QuotaException | StoppedException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return Optional.of(Execution.full(e));
        }
    }

    private static Optional<String> unreachable(Target target, Exchange first) {
        String tried = first.request().method() + " " + target.baseUrl()
                + first.request().url();
        if (first.response().isEmpty()) {
            return Optional.of(
                    "tried " + tried + ": " + first.failure() + "; is the target up, and is its base URL right?");
        }
        Response response = first.response().get();
        int status = response.status();
        Optional<String> elsewhere = Reachability.redirect(response);
        if (elsewhere.isPresent()) {
            return Optional.of("tried " + tried + ": answered " + status + " with Location " + elsewhere.get()
                    + remedy(target.baseUrl(), elsewhere.get()));
        }
        boolean page = isPage(response);
        return switch (status) {
            case 404, 405 ->
                Optional.of("tried " + tried + ": answered " + status
                        + ", so the contract's path is not there; does the base URL need a path prefix?");
            case 401, 403 ->
                Optional.of("tried " + tried + ": answered " + status
                        + (page
                                ? " with an HTML page and not with the API's error, so a proxy, a firewall or a sign-in page"
                                        + " stands before the target, it seems; let the kit's requests through there"
                                : ", so the target does not accept TICK_TOKEN; is it expired, or without the role?"));
            case 502, 503, 504 ->
                Optional.of("tried " + tried + ": answered " + status
                        + ", so a gateway says that the target behind it is down; is it up?");
            default -> Optional.empty();
        };
    }

    private static boolean isPage(Response response) {
        return response.body().text().stripLeading().startsWith("<");
    }

    private static String remedy(URI base, String place) {
        return place.startsWith("https:") && "http".equalsIgnoreCase(base.getScheme())
                ? "; the kit follows no redirect, which would hand on the token: name the https URL as the target"
                : "; the kit follows no redirect, which would hand on the token: name the URL that answers by itself, or let"
                        + " the kit's requests pass the sign-in page";
    }
}
