package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.conformance.subject.TokenClaims;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Updates by a signed-in user of what the application created.
 *
 * @param row the requirement
 * @param conversation in which they take place
 * @param steps the requests
 */
record UserUpdates(Requirement row, Conversation conversation, Steps steps) {
    private static final List<ServerValue> OF_CREATION =
            List.of(ServerValue.CALLER, ServerValue.CALLER_KIND, ServerValue.TIME);

    private static final String IMPORTED = "imported by a user";

    /** Checks that an update leaves what the creation set as it was. */
    List<Case> updated() {
        return cases("updated by a user", this::updateByUser, true);
    }

    /** Checks that an import leaves what the creation set as it was. */
    List<Case> imported() {
        List<Case> cases = cases(IMPORTED, this::importByUser, false);
        if (!cases.isEmpty()) {
            cases.add(new Case(row, IMPORTED, Phase.REFUSAL, this::importAnswered));
        }
        return cases;
    }

    private Outcome importAnswered() {
        return tokenUnmet().orElseGet(() -> {
            Exchange first = created(IMPORTED);
            return unmet(first).orElseGet(() -> {
                Exchange batch = importByUser(first);
                return batch.declined() || steps.answered(Effect.CREATE_MANY, batch)
                        ? Outcome.honoured("answered " + batch.line(), first, batch)
                        : Outcome.neither(batch);
            });
        });
    }

    private List<Case> cases(String name, Function<Exchange, Exchange> update, boolean answersEntity) {
        List<Case> cases = new ArrayList<>();
        if (steps.operation(Effect.CREATE).tokens().scopes().isEmpty()) {
            return cases;
        }
        for (ServerValue kind : OF_CREATION) {
            conversation.resource().filledWith(kind).ifPresent(property -> {
                if (answersEntity) {
                    cases.add(new Case(
                            row, property + ", " + name, Phase.REFUSAL, () -> answered(name, property, update)));
                }
                if (conversation.has(Effect.LIST)) {
                    cases.add(new Case(
                            row, property + " in the list, " + name, Phase.END, () -> listed(name, property, update)));
                }
            });
        }
        return cases;
    }

    /** Returns the token of the same application as the user's; users reach what that one created, and nothing else. */
    private Optional<TokenKind> creator() {
        Optional<String> own = application(TokenKind.DELEGATED);
        return Stream.of(TokenKind.SOUND, TokenKind.OTHER_APPLICATION, TokenKind.TENANT_WIDE)
                .filter(kind -> own.isPresent() && application(kind).equals(own))
                .findFirst();
    }

    private Optional<String> application(TokenKind kind) {
        return conversation.target().token(kind).flatMap(TokenClaims::read).flatMap(TokenClaims::application);
    }

    private String token(TokenKind kind) {
        return conversation.target().token(kind).orElse("");
    }

    private Exchange created(String name) {
        return steps.submit(
                "submit, to be " + name, token(creator().orElseThrow()), () -> steps.fresh(conversation.mainExample()));
    }

    private Exchange updateByUser(Exchange first) {
        return steps.submit(
                "update by a user",
                token(TokenKind.DELEGATED),
                () -> steps.retitled(conversation.names().body(first), "by a user"));
    }

    private Exchange importByUser(Exchange first) {
        return steps.together(
                "import by a user",
                token(TokenKind.DELEGATED),
                () -> List.of(steps.retitled(conversation.names().body(first), "imported by a user")));
    }

    private Optional<Outcome> unmet(Exchange first) {
        return steps.taken(first) ? Optional.empty() : Optional.of(Outcome.noTwin(first));
    }

    private Outcome answered(String name, String property, Function<Exchange, Exchange> update) {
        return tokenUnmet().orElseGet(() -> {
            Exchange first = created(name);
            return unmet(first).orElseGet(() -> judgeAnswer(property, first, update.apply(first)));
        });
    }

    private Optional<Outcome> tokenUnmet() {
        return TokenNeeds.unmet(conversation, steps.operation(Effect.CREATE), TokenKind.DELEGATED)
                .or(() -> creator().isPresent()
                        ? Optional.empty()
                        : Optional.of(Outcome.unfitToken(
                                TokenKind.DELEGATED, "is of an application of which there is no other token")));
    }

    /** A user's submit that is declined, or makes an entity of its own, updates nothing: no page decides that. */
    private Outcome judgeAnswer(String property, Exchange first, Exchange update) {
        if (update.declined()) {
            return Outcome.honoured("a user may not update it: " + update.line(), first, update);
        }
        if (!steps.taken(update)) {
            return Outcome.neither(update);
        }
        return steps.address(first).equals(steps.address(update))
                ? same(property, first, PropertyValues.answered(update, property), update)
                : Outcome.honoured("a user's submit makes an entity of its own", first, update);
    }

    private Outcome listed(String name, String property, Function<Exchange, Exchange> update) {
        return tokenUnmet().orElseGet(() -> {
            Exchange first = created(name);
            return unmet(first).orElseGet(() -> {
                // Sent before the list, and judged by it, whatever came back.
                Exchange sent = update.apply(first);
                return sent.response().isEmpty() ? Outcome.neither(sent) : judgeListed(property, first);
            });
        });
    }

    private Outcome judgeListed(String property, Exchange first) {
        Exchange list = conversation.lists().last();
        List<JsonNode> entries = steps.listed(list, steps.address(first));
        // Another application's entity need not be in the list.
        return entries.isEmpty()
                ? Outcome.notListed(list, conversation.names().identity(first))
                : same(property, first, entries.get(0).path(property), list);
    }

    private static Outcome same(String property, Exchange first, JsonNode got, Exchange shown) {
        JsonNode before = PropertyValues.answered(first, property);
        if (before.isMissingNode()) {
            return Outcome.honoured("no " + property + " was shown", first, shown);
        }
        return PropertyValues.same(before, got)
                ? Outcome.honoured(property + " is as it was", first, shown)
                : Outcome.broken(Mismatch.of(property, before + " as before", PropertyValues.shown(got)), first, shown);
    }
}
