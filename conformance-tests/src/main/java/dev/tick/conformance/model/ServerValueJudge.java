package dev.tick.conformance.model;

import dev.tick.conformance.exchange.HttpDate;
import dev.tick.conformance.outcome.Mismatch;
import dev.tick.spec.contract.ServerValue;
import dev.tick.spec.text.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Judges the values that the server sets: creators, numbers, and times of updates. */
final class ServerValueJudge {
    /** After this time, a clock of whole seconds has moved. */
    private static final Duration MOVED = Duration.ofSeconds(2);

    private final ServiceRules rules;
    private final Experience experience;

    ServerValueJudge(ServiceRules rules, Experience experience) {
        this.rules = rules;
        this.experience = experience;
    }

    /** Holds the caller and the number that a response to a submit names against those of others. */
    void createdBy(Action action, Entity entity, JsonNode shown, Findings findings) {
        rules.resource()
                .filledWith(ServerValue.CALLER)
                .filter(shown::hasNonNull)
                .ifPresent(property -> creator(action, entity, property, shown.path(property), findings));
        rules.resource()
                .filledWith(ServerValue.NUMBER)
                .filter(shown::hasNonNull)
                .ifPresent(property -> number(
                        Claim.of(Claim.Kind.SERVER_VALUE, action.effect(), property),
                        entity,
                        shown.path(property).asString(""),
                        findings));
    }

    private void creator(Action action, Entity entity, String property, JsonNode told, Findings findings) {
        Claim own = Claim.of(Claim.Kind.SERVER_VALUE, action.effect(), property);
        Claim others = Claim.of(Claim.Kind.SERVER_VALUE_PER_CALLER, action.effect(), property);
        JsonNode before = experience.creator(action.caller(), told);
        if (!before.equals(told)) {
            findings.broken(
                    List.of(own),
                    Mismatch.of(property, before, told),
                    "The " + property + " of what one caller submits is not always the same.",
                    Set.of(entity.identity()));
        } else if (action.caller().kind() != Principal.Kind.USER
                && experience.sameCreator(action.caller(), told).isPresent()) {
            findings.broken(
                    List.of(others),
                    Mismatch.of(property, "another value for each application", told),
                    "What two applications submit has the same " + property + ".",
                    Set.of(entity.identity()));
        }
    }

    /** Holds a number against those of others. */
    void number(Claim claim, Entity entity, String number, Findings findings) {
        String holder = experience.holder(number, entity.identity());
        if (!holder.equals(entity.identity())) {
            findings.broken(
                    List.of(claim),
                    Mismatch.of("another number for each", number + " for " + holder + " and " + entity.identity()),
                    "Two of them have the same number.",
                    Set.of(holder, entity.identity()));
        }
    }

    /** Holds the time of the last update against the one before, and learns it. */
    void moved(Action action, Entity entity, JsonNode shown, Answer answer, Findings findings) {
        Optional<String> property = rules.resource().filledWith(ServerValue.UPDATE_TIME);
        Optional<Instant> told =
                property.map(shown::path).flatMap(Timestamp::read).map(OffsetDateTime::toInstant);
        Optional<Instant> date = answer.exchange().response().flatMap(HttpDate::of);
        if (told.isEmpty() || date.isEmpty()) {
            return;
        }
        Entity.UpdateTime now = new Entity.UpdateTime(told.get(), date.get());
        entity.updated().ifPresent(before -> {
            Claim claim = Claim.of(Claim.Kind.SERVER_VALUE, action.effect(), property.get());
            boolean back = now.told().isBefore(before.told());
            boolean frozen = now.told().equals(before.told())
                    && !now.answered().isBefore(before.answered().plus(MOVED));
            if (back || frozen) {
                findings.broken(
                        List.of(claim),
                        Mismatch.of(property.get(), "later than " + before.told(), now.told()),
                        "The " + property.get() + " of an " + rules.noun() + " does not move on with an update.",
                        Set.of(entity.identity()));
            }
        });
        entity.updated(now);
    }
}
