package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.PropertyValues;
import dev.tick.conformance.subject.TokenKind;
import dev.tick.spec.check.AlternateToken;
import dev.tick.spec.check.QueryForm;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A view of all lists of a run, whatever they were asked for: no query makes it right to show what the caller cannot see, what was
 * removed before, or an entity twice.
 *
 * @param conversation the run's
 */
record ListReview(Conversation conversation) {
    private static final String NOBODY = "tick-nobody";

    private static final Callers OTHER_OWNS =
            new Callers(Optional.of(AlternateToken.OTHER_APPLICATION), Optional.empty());

    /** Returns what another application submitted for later lists to lack. */
    Exchange foreign() {
        return OTHER_OWNS.created(conversation, "that no other may list");
    }

    /** Asks for what another application submitted by each kind of condition, where a filter can. */
    void askForForeign() {
        String identity = conversation.resource().identity();
        if (unmet().isPresent() || !conversation.resource().filterable().contains(identity)) {
            return;
        }
        Exchange foreign = foreign();
        String named = identity + " eq '" + conversation.names().identity(foreign) + "'";
        Exchange alone = conversation.create("that no other may list", conversation.mainExample());
        String own = identity + " eq '" + conversation.names().identity(alone) + "'";
        List<String> conditions =
                new ArrayList<>(List.of(named + " or " + own, identity + " ne '" + NOBODY + "' and " + named));
        conversation.resource().serverValues().forEach((property, value) -> {
            String creator = PropertyValues.answered(foreign, property).asString("");
            if (value == ServerValue.CALLER
                    && !creator.isEmpty()
                    && conversation.resource().filterable().contains(property)) {
                conditions.add(property + " eq '" + creator + "'");
            }
        });
        conditions.add(own + " or " + named);
        conditions.forEach(condition -> QueryChecks.query(conversation, "$filter", condition));
        Request last =
                QueryChecks.query(conversation, "$filter", own + " or " + named).request();
        // The same query at once, which a server may answer from what it kept.
        conversation.exchange(
                "query of another application, right after the first one's",
                () -> last.with(
                        "Authorization", bearer(TokenKind.OTHER_APPLICATION).orElseThrow()));
    }

    /** Returns why no list can be held against what others submitted; empty where it can. */
    Optional<Outcome> unmet() {
        Operation list = conversation.operation(Effect.LIST);
        return TokenNeeds.unmet(conversation, list, TokenKind.OTHER_APPLICATION)
                .or(() -> reachesItsOwn(TokenKind.SOUND)
                        ? Optional.empty()
                        : TokenNeeds.unmetForOwnReach(conversation, list, TokenKind.OTHER_APPLICATION));
    }

    private boolean reachesItsOwn(TokenKind kind) {
        return TokenNeeds.unmetForOwnReach(conversation, conversation.operation(Effect.LIST), kind)
                .isEmpty();
    }

    /** Asks a few queries of which each of a run's removals must be gone. */
    void provoke() {
        // What a run removed before was mostly in no list, which a server may show from what it kept of one.
        if (conversation.has(Effect.REMOVE) && removesAnything()) {
            Exchange created = conversation.create("that no later list may hold", conversation.mainExample());
            conversation.exchange(
                    "list before the last removal",
                    () -> conversation.requests().bare(conversation.operation(Effect.LIST), ""));
            Operation removal = conversation.operation(Effect.REMOVE);
            String address = conversation.names().address(created);
            conversation.exchange(
                    "removal that later lists must show",
                    () -> conversation.requests().bare(removal, address));
        }
        // When all has been removed that a run removes: before, these queries cannot show it.
        QueryChecks.query(conversation, "query at the end", "$skip", "2");
        QuestionChecks.askAtEnd(conversation, scene -> FilterQuestions.of(QueryForm.EITHER_CONDITION, scene));
        QuestionChecks.askAtEnd(
                conversation, scene -> FilterQuestions.shared(scene).map(one -> one.skip(1)));
    }

    /** Judges whether a list holds what only the other of two applications submitted. */
    Outcome own() {
        Optional<Outcome> unmet = unmet();
        if (unmet.isPresent()) {
            return unmet.get();
        }
        Optional<String> own = bearer(TokenKind.SOUND);
        Optional<String> other = bearer(TokenKind.OTHER_APPLICATION);
        boolean first = reachesItsOwn(TokenKind.SOUND);
        boolean second = reachesItsOwn(TokenKind.OTHER_APPLICATION);
        Map<String, Set<Optional<String>>> namers = conversation.history().namers();
        Set<String> sound = conversation.history().sound();
        return none("a list without what another application submitted", (page, entity) -> {
            Optional<String> caller = page.request().authorization();
            Optional<String> foreigner = caller.equals(own) ? other : own;
            String identity = conversation.samples().identity(entity);
            return ((first && caller.equals(own)) || (second && caller.equals(other)))
                    && sound.contains(identity)
                    && Set.of(foreigner).equals(namers.get(identity));
        });
    }

    /** Judges whether a list holds what was removed before it was asked for. */
    Outcome present() {
        Map<String, Integer> removals = removals();
        if (removals.isEmpty()) {
            return Outcome.noted(
                    "the target removes nothing", conversation.lists().last());
        }
        Map<String, Integer> named = lastNamed();
        return none("a list without what was removed before", (page, entity) -> {
            int removed = removals.getOrDefault(address(entity), Integer.MAX_VALUE);
            String identity = conversation.samples().identity(entity);
            return bearer(TokenKind.SOUND).equals(page.request().authorization())
                    && !identity.isEmpty()
                    && conversation.lists().answersFor(entity)
                    && removed < conversation.number(page)
                    && named.getOrDefault(identity, 0) < removed;
        });
    }

    /** Judges whether a list holds an entity twice, where nothing was written while its pages were read. */
    Outcome once() {
        for (List<Exchange> pages : conversation.lists().all()) {
            Exchange first = pages.get(0);
            if (!conversation.succeeded(conversation.operation(Effect.LIST), first) || isWrittenDuring(pages)) {
                continue;
            }
            Set<String> shared =
                    conversation.history().namedByOthers(first.request().authorization());
            Set<List<JsonNode>> seen = new HashSet<>();
            for (Exchange page : pages) {
                for (JsonNode entity : conversation.lists().firstPage(page)) {
                    String identity = conversation.samples().identity(entity);
                    boolean judged = !identity.isEmpty()
                            && !address(entity).isEmpty()
                            && conversation.lists().answersFor(entity)
                            && !shared.contains(identity);
                    if (judged && !seen.add(key(entity))) {
                        return broken("a list with each entity once", identity + " twice", first, page);
                    }
                }
            }
        }
        return Outcome.honoured(
                "no list holds anything twice", conversation.lists().last());
    }

    private List<JsonNode> key(JsonNode entity) {
        return Stream.concat(
                        ListChecks.key(conversation, entity).stream(),
                        Stream.of(entity.path(conversation.resource().address())))
                .toList();
    }

    private Outcome none(String expected, BiPredicate<Exchange, JsonNode> isWrong) {
        for (List<Exchange> pages : conversation.lists().all()) {
            for (Exchange page : pages) {
                if (conversation.succeeded(conversation.operation(Effect.LIST), page)) {
                    Optional<JsonNode> wrong = conversation.lists().firstPage(page).stream()
                            .filter(entity -> isWrong.test(page, entity))
                            .findFirst();
                    if (wrong.isPresent()) {
                        return broken(expected, conversation.samples().identity(wrong.get()), pages.get(0), page);
                    }
                }
            }
        }
        return Outcome.honoured(
                "so were all lists of the run", conversation.lists().last());
    }

    private static Outcome broken(String expected, String got, Exchange first, Exchange page) {
        Mismatch mismatch = Mismatch.of(expected, got + " in the answer to " + page.line());
        return first.equals(page) ? Outcome.broken(mismatch, page) : Outcome.broken(mismatch, first, page);
    }

    private Optional<String> bearer(TokenKind kind) {
        return conversation.target().token(kind).map(token -> "Bearer " + token);
    }

    private String address(JsonNode entity) {
        return entity.path(conversation.resource().address()).asString("");
    }

    /** Returns whether a removal of the run was answered with success; one is sent where there was none. */
    private boolean removesAnything() {
        Operation removal = conversation.operation(Effect.REMOVE);
        return !removals().isEmpty()
                || conversation.succeeded(removal, conversation.sound(removal, conversation.example(removal)));
    }

    /** Returns the places of the sound removals that were answered with success, by the address of what they removed. */
    private Map<String, Integer> removals() {
        Map<String, Integer> removals = new HashMap<>();
        if (!conversation.has(Effect.REMOVE)) {
            return removals;
        }
        Operation removal = conversation.operation(Effect.REMOVE);
        RunReview review = new RunReview(conversation);
        for (Exchange exchange : conversation.exchanges()) {
            boolean counts = exchange.request().method().equals(removal.method())
                    && removal.match(exchange.request().path()).isPresent()
                    && bearer(TokenKind.SOUND).equals(exchange.request().authorization())
                    && review.isSound(removal, exchange)
                    && conversation.succeeded(removal, exchange);
            if (counts) {
                conversation
                        .names()
                        .addresses(removal, exchange)
                        .forEach(address -> removals.put(address, conversation.number(exchange)));
            }
        }
        return removals;
    }

    /** Returns the place of the last request that submitted an identity. */
    private Map<String, Integer> lastNamed() {
        Map<String, Integer> last = new HashMap<>();
        conversation.exchanges().stream()
                .filter(exchange -> !exchange.declined())
                .forEach(exchange -> conversation
                        .names()
                        .identities(exchange.request())
                        .forEach(identity -> last.put(identity, conversation.number(exchange))));
        return last;
    }

    private boolean isWrittenDuring(List<Exchange> pages) {
        int from = conversation.number(pages.get(0));
        int to = conversation.number(pages.get(pages.size() - 1));
        return conversation.exchanges().stream()
                .limit(to)
                .skip(from)
                .anyMatch(exchange -> !exchange.request().method().equals("GET"));
    }
}
