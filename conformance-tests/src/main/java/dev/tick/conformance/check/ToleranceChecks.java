package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.conversation.SuccessRules;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.check.Alteration;
import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import dev.tick.spec.register.Requirement;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Checks of sound requests in another of their allowed forms, or sent once more. */
final class ToleranceChecks {
    private static final int LENGTH_REQUIRED = 411;

    private ToleranceChecks() {}

    /** Checks that a request in another form that HTTP allows is accepted. */
    static List<Case> accepted(Requirement row, Operation operation, Alteration alteration, Conversation conversation) {
        return List.of(new Case(row, alteration.toString(), Phase.STATE, () -> {
            Exchange twin = conversation.sound(operation, conversation.example(operation));
            if (!conversation.succeeded(operation, twin)) {
                return Outcome.noTwin(twin);
            }
            Optional<TokenKind> needs = alteration.token().map(TokenKind::of);
            if (alteration.edits().size() == 1
                    && needs.filter(kind -> TokenNeeds.isMetBySound(conversation, operation, kind))
                            .isPresent()) {
                return Outcome.honoured("accepted; " + TokenKind.SOUND.variable() + " is itself such a token", twin);
            }
            Optional<Outcome> unmet = needs.flatMap(kind -> TokenNeeds.unmet(conversation, operation, kind));
            if (unmet.isPresent()) {
                return unmet.get();
            }
            Exchange exchange = ProbeChecks.exchange(conversation, operation, alteration);
            if (isAskedForLength(exchange)) {
                return Outcome.honoured("it asks for a length, as RFC 9110 (15.5.12) allows", exchange);
            }
            return conversation.succeeded(operation, exchange)
                    ? Outcome.honoured("accepted", exchange)
                    : Outcome.broken(Mismatch.of("the same answer as without the change", exchange.line()), exchange);
        }));
    }

    /** Returns whether a body without a length is refused for the want of it, which a server may do. */
    private static boolean isAskedForLength(Exchange exchange) {
        return exchange.request().header("Transfer-Encoding").isPresent()
                && exchange.response()
                        .filter(response -> response.status() == LENGTH_REQUIRED)
                        .isPresent();
    }

    /** Checks that a plus sign in a path stands for itself, escaped or not (RFC 3986, section 3.3); only forms decode it to a space. */
    static List<Case> plusInPath(Requirement row, SuccessCheck.PlusInPath check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        String example = check.example();
        return List.of(new Case(row, example, Phase.STATE, () -> {
            Exchange twin = conversation.sound(operation, example);
            if (!conversation.succeeded(operation, twin)) {
                return Outcome.noTwin(twin);
            }
            String path = twin.request().url().replace("%2B", "+");
            if (path.equals(twin.request().url())) {
                throw new IllegalStateException(row.id() + ": the example '" + example + "' has no plus sign");
            }
            Exchange exchange = conversation.exchange(
                    "plus " + example, () -> twin.request().to(path));
            JsonNode answer = SuccessRules.answered(operation, exchange)
                    ? exchange.response().orElseThrow().json()
                    : JsonNodeFactory.instance.missingNode();
            boolean same = conversation
                    .samples()
                    .identity(answer)
                    .equals(conversation.names().identity(conversation.create(example)));
            return same
                    ? Outcome.honoured("the same entity is read", twin, exchange)
                    : Outcome.broken(Mismatch.of("the same entity as under %2B", exchange.line()), twin, exchange);
        }));
    }

    /** Checks that the new entity is found at the URL of the header Location, where one is sent (RFC 9110, section 10.2.2). */
    static List<Case> location(Requirement row, SuccessCheck.LocationFollowed check, Conversation conversation) {
        return List.of(new Case(row, "read where it is said to be", Phase.STATE, () -> {
            Operation create = conversation.operation(Effect.CREATE);
            Exchange created = conversation.own();
            if (!conversation.succeeded(create, created)) {
                return Outcome.noTwin(created);
            }
            Optional<String> said = created.response().orElseThrow().header("Location");
            if (said.isEmpty()) {
                return Outcome.honoured("no Location is sent", created);
            }
            if (!conversation.has(Effect.READ)) {
                return Outcome.notTestable(
                        "the target is not held to reading, so the Location is not followed", created);
            }
            String base = conversation.target().baseUrl().toString();
            String url = resolved(base + create.path(), said.get());
            if (!url.startsWith(base + "/")) {
                return Outcome.honoured("the Location leads elsewhere, where this run does not go: " + url, created);
            }
            Exchange read = conversation.exchange(
                    "location",
                    () -> conversation
                            .requests()
                            .bare(conversation.operation(Effect.READ), "")
                            .to(url.substring(base.length())));
            JsonNode answer = read.response()
                    .filter(response -> response.status() / 100 == 2)
                    .map(Response::json)
                    .orElse(JsonNodeFactory.instance.missingNode());
            return conversation
                            .samples()
                            .identity(answer)
                            .equals(conversation.names().identity(created))
                    ? Outcome.honoured("it lies there", created, read)
                    : Outcome.broken(Mismatch.of("the entity at " + said.get(), read.line()), created, read);
        }));
    }

    private static String resolved(String base, String location) {
        try {
            return URI.create(base).resolve(location).toString();
        } catch (IllegalArgumentException e) {
            return base + "/" + location;
        }
    }

    /** Checks that the first request gets the same response after all others. */
    static List<Case> unworn(Requirement row, SuccessCheck.Unworn check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        return List.of(new Case(row, "at the end", Phase.END, () -> {
            String example = conversation.example(operation);
            Exchange first = conversation.sound(operation, example);
            if (!conversation.succeeded(operation, first)) {
                return Outcome.noTwin(first);
            }
            Exchange last = conversation.last(operation, example);
            return conversation.succeeded(operation, last)
                    ? Outcome.honoured("answered as at the beginning", first, last)
                    : Outcome.broken(Mismatch.of("the same as at the beginning", last.line()), first, last);
        }));
    }
}
