package dev.tick.conformance.model;

import dev.tick.conformance.model.Entity.Presence;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.ServerValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A model of the service, as far as one sequence of requests goes: it knows which entities the sequence made, and holds each response
 * against what the contract lets a sound service answer. What is open allows more than one response; a request whose outcome nothing
 * tells makes the entity uncertain, and accuses nobody. Not thread-safe.
 */
public final class ServiceModel {
    private final ServiceRules rules;
    private final Entities entities = new Entities();
    private final SubmitJudge submits;
    private final BatchJudge batches;
    private final ListJudge lists;
    private final EntityJudge reads;
    private final RemovalJudge removals;

    /**
     * Creates a model that knows no entity.
     *
     * @param experience what earlier sequences taught
     */
    public ServiceModel(ServiceRules rules, Experience experience) {
        this.rules = rules;
        Verdicts verdicts = new Verdicts(rules, experience);
        submits = new SubmitJudge(rules, entities, verdicts, experience);
        batches = new BatchJudge(rules, entities, verdicts, experience, submits);
        lists = new ListJudge(rules, entities, verdicts);
        reads = new EntityJudge(rules, entities, verdicts, experience);
        removals = new RemovalJudge(rules, entities, verdicts, experience);
    }

    /** Holds a response against what the service may answer, and learns from it. */
    public Findings judge(Action action, Answer answer) {
        Findings findings = new Findings();
        if (action instanceof Action.Create create) {
            submits.judge(create, answer, findings);
        } else if (action instanceof Action.CreateMany many) {
            batches.judge(many, answer, findings);
        } else if (action instanceof Action.ListAll list) {
            lists.judge(list, answer, findings);
        } else if (action instanceof Action.Read read) {
            reads.read(read, answer, findings);
        } else if (action instanceof Action.Change change) {
            reads.change(change, answer, findings);
        } else if (action instanceof Action.Remove remove) {
            removals.judge(remove, answer, findings);
        }
        if (action.effect() != Effect.LIST && action.effect() != Effect.READ) {
            identities(action).forEach(lists::written);
        }
        return findings;
    }

    /** Learns that nothing tells what became of a request. */
    public Findings unknown(Action action) {
        identities(action)
                .forEach(identity -> entities.of(identity, action.caller()).doubted());
        return new Findings();
    }

    /** Records that nothing more is to be concluded about these entities, since the target differs from the model there. */
    public void doubt(Set<String> identities) {
        identities.stream()
                .flatMap(identity -> entities.find(identity).stream())
                .forEach(Entity::doubted);
    }

    /** Returns what stands for an entity in paths: its identity, or the number that the target told; empty where it told none. */
    public Optional<String> address(String identity) {
        return rules.isNumbered()
                ? entities.find(identity)
                        .flatMap(entity -> rules.resource()
                                .filledWith(ServerValue.NUMBER)
                                .flatMap(property ->
                                        Optional.ofNullable(entity.told().get(property))))
                        .map(number -> number.asString(""))
                : Optional.of(identity);
    }

    /** Returns the values that a property of an entity may show; none where it may show any, or nothing. */
    public List<JsonNode> values(String identity, String property) {
        return entities.find(identity).map(entity -> entity.values(property)).orElse(List.of());
    }

    /** Returns what the model knows of what a request is about, for people. */
    public String known(Action action) {
        List<String> about = identities(action).toList();
        Stream<Entity> known = about.isEmpty()
                ? entities.all().stream()
                : about.stream().flatMap(identity -> entities.find(identity).stream());
        String said =
                known.map(entity -> entity.identity() + " " + state(entity)).collect(Collectors.joining("; "));
        return said.isEmpty() ? "nothing was submitted before" : said;
    }

    private static String state(Entity entity) {
        String of = " by " + entity.owner().name();
        return switch (entity.presence()) {
            case THERE -> "is there: " + entity.past() + of;
            case GONE -> "is gone: " + entity.past() + of;
            case UNCERTAIN -> "may be there";
        };
    }

    private static Stream<String> identities(Action action) {
        if (action instanceof Action.Create create) {
            return Stream.of(create.submission().identity());
        }
        if (action instanceof Action.CreateMany many) {
            return many.submissions().stream().map(Submission::identity);
        }
        if (action instanceof Action.Read read) {
            return Stream.of(read.identity());
        }
        if (action instanceof Action.Change change) {
            return Stream.of(change.identity());
        }
        return action instanceof Action.Remove remove ? remove.identities().stream() : Stream.of();
    }

    /** Returns what a sound service may answer, for people. */
    public String expected(Action action) {
        Verdicts verdicts = new Verdicts(rules, new Experience());
        String success = verdicts.expected(action.effect());
        if (action instanceof Action.ListAll list) {
            List<String> due = entities.all().stream()
                    .filter(Entity::isThere)
                    .filter(entity -> list.caller().sees(entity.owner()) == Truth.TRUE)
                    .filter(entity -> list.query()
                                    .filter()
                                    .map(filter -> filter.isMetBy(entity))
                                    .orElse(Truth.TRUE)
                            == Truth.TRUE)
                    .map(Entity::identity)
                    .toList();
            return success + (due.isEmpty() ? " without any of these" : " with " + String.join(", ", due));
        }
        boolean gone = action.effect() != Effect.CREATE
                && action.effect() != Effect.CREATE_MANY
                && identities(action)
                        .anyMatch(identity -> entities.find(identity)
                                .filter(entity -> entity.presence() != Presence.GONE)
                                .isEmpty());
        return gone ? "404" : success;
    }
}
