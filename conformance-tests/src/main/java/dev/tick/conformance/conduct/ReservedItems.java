package dev.tick.conformance.conduct;

import dev.tick.conformance.sample.Horizon;
import dev.tick.conformance.sample.Samples;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Request;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The rules for the entities in a request: reserved names, the run's id, and an end within two days where nothing can be removed. */
final class ReservedItems {
    private static final Duration NEAR = Duration.ofDays(2);

    private final Resource resource;
    private final ReservedNames names;
    private final String run;
    private final List<String> texts;
    private final Horizon horizon;
    private final boolean mayBeEndless;
    private final Clock clock;

    ReservedItems(Contract contract, ReservedNames names, String run, Horizon horizon, Clock clock) {
        this.names = names;
        this.run = run;
        this.horizon = horizon;
        this.clock = clock;
        resource = contract.resource().orElseThrow();
        Operation create = contract.operation(Effect.CREATE).orElseThrow();
        mayBeEndless = contract.at(create.requestSchema().orElseThrow() + "/required")
                .valueStream()
                .noneMatch(required -> resource.expiration().equals(Optional.of(required.asString(""))));
        texts = contract.at(create.requestSchema().orElseThrow() + "/properties").properties().stream()
                .filter(property -> !property.getKey().equals(resource.identity()))
                .filter(property -> Samples.isFree(property.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Requires that each entity in a request is nobody's.
     *
     * @throws UnreservedDataException when one may be somebody's
     * @throws WithheldException when one would stay for long
     */
    void require(Request request) {
        for (JsonNode item : SentItems.of(request)) {
            SentItems.identity(resource, item).ifPresent(identity -> {
                if (!names.isReserved(identity)) {
                    throw new UnreservedDataException(
                            request, resource.identity() + " '" + identity + "' is not reserved for documentation");
                }
                if (!names.isOwn(identity) && !isMarked(item)) {
                    throw new UnreservedDataException(
                            request,
                            "none of the texts beside " + resource.identity() + " '" + identity + "' has the run's id");
                }
            });
            requireNearEnd(item);
        }
    }

    /** Returns whether a text has the run's id; an entity without any text needs none. */
    private boolean isMarked(JsonNode item) {
        List<String> given = texts.stream()
                .map(property -> item.path(property).asString(""))
                .filter(text -> !text.isBlank())
                .toList();
        return given.isEmpty()
                || given.stream().anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(run));
    }

    private void requireNearEnd(JsonNode item) {
        if (horizon != Horizon.BOUND) {
            // A row may ask for a time of its own, where the run removes what it makes.
            return;
        }
        resource.expiration().ifPresent(property -> {
            String text = item.path(property).asString("");
            Optional<Instant> end = instant(text).or(() -> instant(text + "Z"));
            if (end.filter(one -> one.isAfter(clock.instant().plus(NEAR))).isPresent()) {
                throw withheld("before it ends on " + end.get());
            }
            // Where the contract asks for an end, nobody takes an entity without one; no server takes an end of another
            // type.
            if (!item.hasNonNull(property) && mayBeEndless && item.has(resource.identity())) {
                throw withheld("and it never ends");
            }
        });
    }

    private static WithheldException withheld(String why) {
        return new WithheldException(
                "not sent, since nothing here can remove it " + why + "; a target with the capability delete is asked");
    }

    /** Returns the time that a text says; empty for one that is no time, which no server takes for a later end. */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
