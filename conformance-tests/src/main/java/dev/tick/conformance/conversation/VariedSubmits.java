package dev.tick.conformance.conversation;

import dev.tick.conformance.sample.SampleKind;
import dev.tick.conformance.sample.Varieties;
import dev.tick.conformance.sample.Variety;
import dev.tick.spec.check.ChangeCheck;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Request;
import dev.tick.spec.text.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * The submits whose properties have values of many kinds, and what follows them: reads, changes, and second submits. Each takes place
 * once. A request that is not accepted is split, so that the property at fault can be named.
 */
public final class VariedSubmits {
    /** A request may have to wait for a quota, and clocks differ. */
    private static final Duration LEEWAY = Duration.ofMinutes(10);

    private final Conversation conversation;
    private final Varieties varieties;
    private final Operation create;
    private List<Variety> all = List.of();

    VariedSubmits(Conversation conversation) {
        this.conversation = conversation;
        varieties = conversation.samples().varieties();
        create = conversation.operation(Effect.CREATE);
    }

    /** Returns the varieties. */
    public List<Variety> all() {
        if (all.isEmpty()) {
            all = varieties.all();
        }
        return all;
    }

    /** Returns the varieties whose identity has something that a path could spoil; the others are not changed, for economy. */
    public List<Variety> changeable() {
        return all().stream().filter(variety -> !variety.isNumeric()).toList();
    }

    /** Submits a variety. */
    public Exchange submitted(Variety variety) {
        return create(variety, "", () -> varieties.body(variety));
    }

    /** Returns whether a target took the example that a variety is like; without it, a refusal tells nothing about the values. */
    public boolean hasTwin(Variety variety) {
        return conversation.succeeded(create, conversation.create(variety.example()));
    }

    /** Returns whether a variety's time is over, or almost: a quota may make a run last hours, and it is chosen at the beginning. */
    public boolean isOver(Variety variety) {
        Instant soon = conversation.latestNow().plus(LEEWAY);
        return variety.kinds().entrySet().stream()
                .filter(property -> property.getValue().contains(SampleKind.ONE_HOUR_AHEAD))
                .flatMap(property -> Timestamp.read(variety.body().path(property.getKey())).stream())
                .anyMatch(time -> time.toInstant().isBefore(soon));
    }

    /** Returns whether a variety as a whole was created. */
    public boolean isThere(Variety variety) {
        return conversation.succeeded(create, submitted(variety));
    }

    /** Returns the submit by which a property's value is judged: of the variety, or else of as few of its values as the target takes. */
    public Exchange carrying(Variety variety, String property) {
        Exchange whole = submitted(variety);
        if (whole.accepted()) {
            return whole;
        }
        if (property.equals(variety.identity())) {
            return only(variety, Set.of(property));
        }
        Set<String> alike = variety.kinds().keySet().stream()
                .filter(other -> !other.equals(variety.identity()))
                .filter(other -> variety.isUsual(other) == variety.isUsual(property))
                .collect(Collectors.toSet());
        Exchange part = only(variety, alike);
        return part.accepted() ? part : only(variety, Set.of(property));
    }

    private Exchange only(Variety variety, Set<String> properties) {
        String names = properties.stream().sorted().collect(Collectors.joining(" "));
        return create(variety, " " + names, () -> varieties.only(variety, properties));
    }

    /** Submits an identity of one of a variety's kinds. */
    public Exchange carrying(Variety variety, SampleKind kind) {
        return create(variety, ": " + kind.words(), () -> varieties.only(variety, kind));
    }

    private Exchange create(Variety variety, String part, Supplier<ObjectNode> body) {
        return conversation.exchange(
                "create varied " + variety.name() + part,
                () -> conversation.requests().bare(create, "").withBody(body.get()));
    }

    /** Reads what was submitted, before it is changed. */
    public Exchange read(Variety variety) {
        return conversation.exchange(
                "read varied " + variety.name(),
                () -> conversation
                        .requests()
                        .bare(
                                conversation.operation(Effect.READ),
                                conversation.names().address(submitted(variety))));
    }

    /** Changes what was submitted: all of its properties that may change. */
    public Exchange changed(Variety variety) {
        submitAll();
        return conversation.exchange(
                "change varied " + variety.name(),
                () -> change(variety, next(variety).body()));
    }

    /** Changes the property of what was submitted as {@link #changed(Variety)} does, and no other. */
    public Exchange changed(Variety variety, String property) {
        ObjectNode all = next(variety).body();
        all.retain(property);
        return conversation.exchange("change varied " + variety.name() + " " + property, () -> change(variety, all));
    }

    /** Changes what was submitted as the contract's example does, to tell a path that is not understood from a value that is not. */
    public Exchange changedPlainly(Variety variety) {
        Operation change = conversation.operation(Effect.CHANGE);
        return conversation.exchange(
                "change varied " + variety.name() + " plainly",
                () -> change(variety, conversation.samples().fresh(change, conversation.example(change))));
    }

    private Request change(Variety variety, ObjectNode body) {
        return conversation
                .requests()
                .bare(
                        conversation.operation(Effect.CHANGE),
                        conversation.names().address(submitted(variety)))
                .withBody(body);
    }

    /** Returns the values that a change gives, or a second submit. */
    public Variety next(Operation operation, Variety variety) {
        return varieties.next(operation, variety);
    }

    private Variety next(Variety variety) {
        return next(conversation.operation(Effect.CHANGE), variety);
    }

    /** Submits once more what was submitted, with other values. */
    public Exchange resubmitted(Variety variety) {
        submitAll();
        return conversation.exchange(
                "resubmit varied " + variety.name(),
                () -> submitted(variety)
                        .request()
                        .withBody(varieties
                                .next(create, variety)
                                .body()
                                .put(variety.identity(), conversation.names().identity(submitted(variety)))));
    }

    /** Submits all, alone and in a batch, and reads what can be read by its value, before a list is asked for them. */
    void submitAll() {
        all().stream().filter(this::isThere).forEach(variety -> {
            if (conversation.has(Effect.READ)) {
                read(variety);
            }
        });
        if (conversation.has(Effect.CREATE_MANY)) {
            conversation.variedImport().whole();
        }
    }

    /** Changes and updates all, before the last list is asked for them. */
    void changeAll() {
        for (Variety variety : changeable()) {
            if (isThere(variety) && conversation.has(Effect.CHANGE)) {
                changed(variety);
            }
            if (isThere(variety) && updates()) {
                resubmitted(variety);
            }
        }
    }

    private boolean updates() {
        return conversation.register().checked().stream()
                .anyMatch(row -> row.check()
                        .filter(ChangeCheck.ResubmitUpdates.class::isInstance)
                        .isPresent());
    }
}
