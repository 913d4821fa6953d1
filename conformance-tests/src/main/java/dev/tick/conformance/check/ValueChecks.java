package dev.tick.conformance.check;

import dev.tick.conformance.conversation.Conversation;
import dev.tick.conformance.conversation.VariedSubmits;
import dev.tick.conformance.outcome.Case;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.conformance.outcome.Outcome;
import dev.tick.conformance.outcome.Phase;
import dev.tick.conformance.sample.SampleKind;
import dev.tick.conformance.sample.Variety;
import dev.tick.spec.check.SuccessCheck;
import dev.tick.spec.check.ValueClass;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.register.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Checks that sound values of many kinds are taken: in submits and changes, and in paths. */
final class ValueChecks {
    private ValueChecks() {}

    /** Checks that an operation takes the values of a class, of every kind that is not unusual. */
    static List<Case> taken(Requirement row, SuccessCheck.ValuesTaken check, Conversation conversation) {
        Operation operation = conversation.operation(check);
        VariedSubmits varied = conversation.varied();
        List<Variety> varieties = Conversation.effect(operation) == Effect.CHANGE ? varied.changeable() : varied.all();
        List<Case> cases = new ArrayList<>();
        for (Variety variety : varieties) {
            switch (Conversation.effect(operation)) {
                case CREATE ->
                    cases(row, check.values(), variety, conversation, property -> varied.carrying(variety, property))
                            .ifPresent(cases::add);
                case READ ->
                    cases.add(inTime(row, variety, Phase.STATE, conversation, () -> read(conversation, variety)));
                case CHANGE ->
                    changed(row, check.values(), variety, conversation).ifPresent(cases::add);
                default -> throw new IllegalStateException(row.id() + ": no values are sent to " + operation.id());
            }
        }
        return cases;
    }

    private static Case inTime(
            Requirement row, Variety variety, Phase phase, Conversation conversation, Supplier<Outcome> judgement) {
        return new Case(
                row,
                variety.name(),
                phase,
                () -> conversation.varied().isOver(variety)
                        ? Outcome.notTestable("the run lasts too long: a time that was one hour ahead is over")
                        : judgement.get());
    }

    private static Optional<Case> changed(
            Requirement row, ValueClass values, Variety variety, Conversation conversation) {
        VariedSubmits varied = conversation.varied();
        if (values == ValueClass.IDENTITIES) {
            return Optional.of(inTime(row, variety, Phase.END, conversation, () -> reached(conversation, variety)));
        }
        Variety next = varied.next(conversation.operation(Effect.CHANGE), variety);
        Function<String, Exchange> carrying = property -> {
            Exchange whole = varied.changed(variety);
            return whole.accepted() ? whole : varied.changed(variety, property);
        };
        Set<String> properties = next.properties(values);
        return properties.isEmpty()
                ? Optional.empty()
                : Optional.of(inTime(
                        row,
                        variety,
                        Phase.END,
                        conversation,
                        () -> varied.isThere(variety)
                                ? judged(next, properties, carrying)
                                : notThere(conversation, variety)));
    }

    private static Optional<Case> cases(
            Requirement row,
            ValueClass values,
            Variety variety,
            Conversation conversation,
            Function<String, Exchange> carrying) {
        Set<String> properties = variety.properties(values);
        return properties.isEmpty()
                ? Optional.empty()
                : Optional.of(inTime(row, variety, Phase.STATE, conversation, () -> {
                    Outcome outcome = values == ValueClass.IDENTITIES
                            ? identity(conversation, variety)
                            : judged(variety, properties, carrying);
                    return conversation.varied().hasTwin(variety) ? outcome : withoutTwin(conversation, variety);
                }));
    }

    /** A target that declines the example itself is told so by the row on its submits. */
    private static Outcome withoutTwin(Conversation conversation, Variety variety) {
        Exchange twin = conversation.create(variety.example());
        return twin.declined()
                ? Outcome.honoured("the example itself is not taken: " + twin.line(), twin)
                : Outcome.noTwin(twin);
    }

    private static Outcome judged(Variety variety, Set<String> properties, Function<String, Exchange> carrying) {
        List<Exchange> seen = new ArrayList<>();
        for (String property : properties) {
            Exchange exchange = carrying.apply(property);
            if (isBreach(exchange, variety.isUsual(property))) {
                return Outcome.broken(
                        Mismatch.of(property, variety.words(property) + " to be taken", exchange.line()), exchange);
            }
            if (seen.stream().noneMatch(exchange::equals)) {
                seen.add(exchange);
            }
        }
        return Outcome.honoured("taken: " + said(variety, properties), seen.toArray(new Exchange[0]));
    }

    private static String said(Variety variety, Set<String> properties) {
        return String.join(
                "; ",
                properties.stream()
                        .map(property -> property + ", " + variety.words(property))
                        .toList());
    }

    /** An unusual value may be declined; none may make a server fail. */
    private static boolean isBreach(Exchange exchange, boolean usual) {
        return !exchange.accepted() && (usual || !exchange.declined());
    }

    private static Outcome identity(Conversation conversation, Variety variety) {
        String property = variety.identity();
        Exchange whole = conversation.varied().carrying(variety, property);
        Set<SampleKind> kinds = new TreeSet<>(variety.kinds().getOrDefault(property, Set.of()));
        if (whole.accepted() || (kinds.size() == 1 && !isBreach(whole, variety.isUsual(property)))) {
            return Outcome.honoured(whole.accepted() ? "taken" : "declined: " + whole.line(), whole);
        }
        boolean declined = false;
        for (SampleKind kind : kinds) {
            Exchange one = kinds.size() == 1 ? whole : conversation.varied().carrying(variety, kind);
            if (isBreach(one, !kind.isUnusual())) {
                return Outcome.broken(Mismatch.of(property, kind.words() + " to be taken", one.line()), one);
            }
            declined = declined || one.declined();
        }
        return declined && whole.declined()
                ? Outcome.honoured("an unusual one is declined: " + whole.line(), whole)
                : Outcome.broken(
                        Mismatch.of(property, variety.words(property) + " together to be taken", whole.line()), whole);
    }

    private static Outcome notThere(Conversation conversation, Variety variety) {
        Exchange submitted = conversation.varied().submitted(variety);
        return submitted.declined()
                ? Outcome.honoured("not taken by a submit: " + submitted.line(), submitted)
                : Outcome.noTwin(submitted);
    }

    private static Outcome read(Conversation conversation, Variety variety) {
        if (!conversation.varied().isThere(variety)) {
            return notThere(conversation, variety);
        }
        Exchange read = conversation.varied().read(variety);
        return conversation.succeeded(conversation.operation(Effect.READ), read)
                ? Outcome.honoured("it is read by its value", read)
                : Outcome.broken(
                        Mismatch.of("the entity, by " + variety.words(variety.identity()), read.line()),
                        conversation.varied().submitted(variety),
                        read);
    }

    /** Judges whether a change reached its entity, whatever the values that it gives. */
    private static Outcome reached(Conversation conversation, Variety variety) {
        if (!conversation.varied().isThere(variety)) {
            return notThere(conversation, variety);
        }
        Operation change = conversation.operation(Effect.CHANGE);
        Exchange changed = conversation.varied().changed(variety);
        if (!changed.accepted()) {
            changed = conversation.varied().changedPlainly(variety);
        }
        return conversation.succeeded(change, changed)
                ? Outcome.honoured("it is changed by its value", changed)
                : Outcome.broken(
                        Mismatch.of("the entity, by " + variety.words(variety.identity()), changed.line()),
                        conversation.varied().submitted(variety),
                        changed);
    }

    /** Notes which values are declined that no page or standard says to be taken. */
    static List<Case> unusual(Requirement row, SuccessCheck.UnusualValues check, Conversation conversation) {
        List<Case> cases = new ArrayList<>();
        for (Variety variety : conversation.varied().all()) {
            List<String> properties = variety.kinds().keySet().stream()
                    .filter(property -> !variety.isUsual(property))
                    .sorted()
                    .toList();
            if (!properties.isEmpty()) {
                cases.add(new Case(row, variety.name(), Phase.STATE, () -> {
                    if (!conversation.varied().hasTwin(variety)) {
                        return Outcome.noTwin(conversation.create(variety.example()));
                    }
                    List<String> declined = properties.stream()
                            .filter(property -> !conversation
                                    .varied()
                                    .carrying(variety, property)
                                    .accepted())
                            .map(property -> property + ", " + variety.words(property))
                            .toList();
                    Exchange whole = conversation.varied().submitted(variety);
                    return declined.isEmpty()
                            ? Outcome.noted("taken: " + said(variety, new TreeSet<>(properties)), whole)
                            : Outcome.noted("not taken: " + String.join("; ", declined), whole);
                }));
            }
        }
        return cases;
    }
}
