package dev.tick.conformance.conversation;

import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The lists that a target gave, and the entities in them. */
public final class EntityLists {
    private final Conversation conversation;
    private final ListPager pager;

    EntityLists(Conversation conversation, ListPager pager) {
        this.conversation = conversation;
        this.pager = pager;
    }

    /** Reads the list, once, after everything sound was submitted and all requests with a defect were sent. */
    public Exchange afterRefusals() {
        conversation.createAll();
        conversation.varied().submitAll();
        return conversation.exchange(
                "list after refusals", () -> conversation.requests().bare(conversation.operation(Effect.LIST), ""));
    }

    /** Reads the list, once, after all other requests. */
    public Exchange last() {
        conversation.varied().changeAll();
        return conversation.last(conversation.operation(Effect.LIST), "");
    }

    /** Returns the entities of a list, from all of its pages. */
    public Stream<JsonNode> entities(Exchange list) {
        return pager.entities(list);
    }

    /** Returns all lists of the run so far, each with those of its pages that were read. */
    public List<List<Exchange>> all() {
        Operation operation = conversation.operation(Effect.LIST);
        List<Exchange> lists = conversation.exchanges().stream()
                .filter(exchange -> exchange.request().method().equals(operation.method()))
                .filter(exchange -> exchange.request().path().equals(operation.path()))
                .toList();
        Set<Exchange> later = Collections.newSetFromMap(new IdentityHashMap<>());
        lists.forEach(list -> later.addAll(pager.read(list).stream().skip(1).toList()));
        return lists.stream()
                .filter(list -> !later.contains(list))
                .map(pager::read)
                .toList();
    }

    /** Returns the entities of the first page of a list. */
    public List<JsonNode> firstPage(Exchange list) {
        return pager.onPage(list).toList();
    }

    /** Returns whether a list was given and holds an entity. */
    public boolean holds(Exchange list, String identity) {
        return conversation.succeeded(conversation.operation(Effect.LIST), list)
                && !entry(list, identity).isMissingNode();
    }

    /**
     * Returns whether the target answers for an entry: this run made it, by sound requests alone, or it names nothing that anybody
     * could have submitted. What others left, and what was taken although it was unsound, is no evidence against a list.
     */
    public boolean answersFor(JsonNode entry) {
        String identity = conversation.samples().identity(entry);
        return identity.isEmpty() || conversation.history().sound().contains(identity);
    }

    /** Returns an entity as a list shows it; missing when the list lacks it. */
    public JsonNode entry(Exchange list, String identity) {
        return entities(list)
                .filter(entity -> conversation.samples().identity(entity).equals(identity))
                .findFirst()
                .orElse(JsonNodeFactory.instance.missingNode());
    }

    /** Returns the identities that were listed before anything was refused. */
    public Set<String> there() {
        return entities(conversation.sound(conversation.operation(Effect.LIST), ""))
                .map(conversation.samples()::identity)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Returns the identities that were listed before anything was refused, or that an accepted request submitted. */
    public Set<String> acceptedOrThere() {
        Set<String> known = there();
        known.addAll(conversation.history().accepted());
        return known;
    }
}
