package dev.tick.conformance.run;

import dev.tick.conformance.conduct.Writing;
import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.conversation.Reachability;
import dev.tick.conformance.exchange.QuotaException;
import dev.tick.conformance.exchange.StoppedException;
import dev.tick.conformance.subject.Target;
import dev.tick.conformance.subject.TokenFitness;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import dev.tick.spec.text.ShortText;
import dev.tick.spec.text.VisibleText;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The first contact with a target, which decides whether a run makes sense. */
final class Preflight {
    private static final String PAGE =
            "with an HTML page and not with the API's error, so a proxy, a firewall or a sign-in page"
                    + " stands before the target, it seems; let the kit's requests through there";

    /** Characters of a target's own words. */
    private static final int SHOWN = 400;

    private Preflight() {}

    /** Sends the first sound submit, where the run may; returns why a run makes no sense, or empty if it does. */
    static Optional<String> of(Target target, Conversation conversation, Writing writing) {
        Optional<String> flaw = flaw(target, conversation);
        if (flaw.isPresent() || writing == Writing.READ_ONLY) {
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

    /** Returns why the token cannot be used; sends nothing. */
    static Optional<String> flaw(Target target, Conversation conversation) {
        return new TokenFitness(target, conversation.contract().tokens(), Instant.MIN)
                .flaw(TokenKind.SOUND)
                .map(reason -> TokenKind.SOUND.variable() + " " + reason + "; use one of your application");
    }

    private static Optional<String> unreachable(Target target, Exchange first) {
        String tried = first.request().method() + " " + target.baseUrl()
                + first.request().url();
        if (first.response().isEmpty()) {
            // A failure that is named with its remedy needs no guess.
            String guess = first.failure().contains("; ") ? "" : "; is the target up, and is its base URL right?";
            return Optional.of("tried " + tried + ": " + first.failure() + guess);
        }
        Response response = first.response().get();
        Optional<String> elsewhere = Reachability.redirect(response);
        return (elsewhere.isPresent()
                        ? Optional.of("with Location " + elsewhere.get() + remedy(target.baseUrl(), elsewhere.get()))
                        : meaning(response))
                .map(meaning -> "tried " + tried + ": answered " + response.status()
                        + (meaning.startsWith(",") ? "" : " ") + meaning);
    }

    /** Returns what a status means where it leaves nothing to check. */
    private static Optional<String> meaning(Response response) {
        int status = response.status();
        return switch (status) {
            case 407 ->
                Optional.of(
                        ", so a proxy stands before the target and wants credentials of its own; name them in its URL, as"
                                + " in HTTP_PROXY=http://user:password@proxy.example:3128, or let the kit's requests pass"
                                + " it");
            case 426, 505 ->
                Optional.of(
                        ", so the target does not take HTTP/1.1, and the kit speaks nothing else; let it, or a proxy"
                                + " before it, speak both");
            case 404, 405 ->
                Optional.of(", so the contract's path is not there; does the base URL need a path prefix?");
            case 401, 403 ->
                Optional.of(
                        isPage(response)
                                ? PAGE
                                : ", so the target does not accept TICK_TOKEN" + said(response)
                                        + "; is it expired, or without the role?");
            case 502, 503, 504 -> Optional.of(", so a gateway says that the target behind it is down; is it up?");
            default -> isPage(response) ? Optional.of(PAGE) : Optional.empty();
        };
    }

    /** Returns the target's own words: those of its challenge (RFC 6750, section 3), and its body. */
    private static String said(Response response) {
        List<String> words = new ArrayList<>();
        response.header("WWW-Authenticate").filter(one -> !one.isBlank()).ifPresent(words::add);
        Optional.of(response.body().text().strip())
                .filter(one -> !one.isEmpty())
                .ifPresent(words::add);
        return words.isEmpty()
                ? " and does not say why"
                : "; it says: " + VisibleText.line(ShortText.of(String.join(" ", words), SHOWN));
    }

    private static boolean isPage(Response response) {
        String text = response.body().text().stripLeading().toLowerCase(Locale.ROOT);
        return text.startsWith("<!doctype html") || text.startsWith("<html");
    }

    private static String remedy(URI base, String place) {
        return place.startsWith("https:") && "http".equalsIgnoreCase(base.getScheme())
                ? "; the kit follows no redirect, which would hand on the token: name the https URL as the target"
                : "; the kit follows no redirect, which would hand on the token: name the URL that answers by itself, or let"
                        + " the kit's requests pass the sign-in page";
    }
}
