package dev.tick.conformance.cleaning;

import dev.tick.conformance.ledger.Holding;
import dev.tick.conformance.ledger.Holding.Likelihood;
import dev.tick.conformance.ledger.Ledger;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The share of a ledger that one caller created, and its removal. */
final class CallersShare {
    /** A server's clock may be behind ours. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final Resource resource;
    private final Ledger ledger;
    private final String run;
    private final List<Holding> holdings;
    private final List<Holding> submitted;
    private final Set<String> gone;
    private final Clock clock;
    private final Predicate<Holding> own;
    private final Removals removals;
    private final CleanUpTally tally;
    private final RemovalAttempts attempts;

    /**
     * Creates a share.
     *
     * @param ledger of the run
     * @param caller who submitted it
     * @param holdings the latest first
     * @param own tells whether nobody but the run can have given a name
     * @param tally receives what becomes of them
     */
    CallersShare(
            Contract contract,
            Ledger ledger,
            String caller,
            List<Holding> holdings,
            Predicate<Holding> own,
            Removals removals,
            CleanUpTally tally,
            Clock clock) {
        resource = contract.resource().orElseThrow();
        this.ledger = ledger;
        run = ledger.head().run();
        gone = ledger.removed();
        this.clock = clock;
        this.holdings = holdings;
        submitted = ledger.submitted().stream()
                .filter(one -> one.caller().equals(caller))
                .toList();
        this.own = own;
        this.removals = removals;
        attempts = new RemovalAttempts(removals);
        this.tally = tally;
    }

    /** Removes it, as far as the target has a way. */
    void clean() {
        if (!removals.can(Effect.REMOVE) && !removals.can(Effect.REMOVE_MANY)) {
            tally.staying(holdings.stream()
                    .filter(one -> one.likelihood() != Likelihood.DECLINED && !hasEnded(one, GRACE))
                    .toList());
        } else if (removals.can(Effect.LIST)) {
            cleanByList();
        } else {
            cleanBlindly();
        }
    }

    private void cleanByList() {
        try {
            List<JsonNode> before = removals.list();
            Map<String, String> found = ours(before);
            attempts.together(found.keySet());
            List<JsonNode> after = found.isEmpty() ? before : removals.list();
            Map<String, String> kept = ours(after);
            kept.forEach(this::tellKept);
            tally.removed(Math.toIntExact(found.keySet().stream()
                    .filter(address -> !kept.containsKey(address))
                    .count()));
            tally.unsure(Stream.concat(unsureInList(after, kept), unlisted(after, found))
                    .toList());
        } catch (UnreadableListException e) {
            tally.trouble("the list that shows what is left cannot be read (" + e.getMessage()
                    + "); what the target's answers named is removed without it");
            cleanBlindly();
        }
    }

    /** Returns what may have been created, and is listed under its name with nothing that tells whose it is. */
    private Stream<Holding> unsureInList(List<JsonNode> listed, Map<String, String> kept) {
        Set<String> names = listed.stream().map(this::identity).collect(Collectors.toSet());
        return holdings.stream()
                .filter(one -> one.likelihood() == Likelihood.UNSURE)
                .filter(one -> names.contains(Holding.folded(one.identity())) && !kept.containsValue(one.identity()));
    }

    /**
     * Returns what the target said that it created, and was not asked to remove: something else is listed at its address, or nothing,
     * since a list may lag behind, or be cut.
     */
    private Stream<Holding> unlisted(List<JsonNode> listed, Map<String, String> found) {
        Set<String> others = listed.stream().map(this::address).collect(Collectors.toSet());
        return holdings.stream()
                .filter(one -> one.likelihood() == Likelihood.MADE && !hasEnded(one, Duration.ZERO))
                .filter(one -> one.address()
                        .filter(address -> !found.containsKey(address) && !gone.contains(address))
                        .filter(address -> others.contains(address) || !isGone(address))
                        .isPresent());
    }

    /** Returns whether the target says that nothing is there; where it shows no single one, it is asked to remove what is. */
    private boolean isGone(String address) {
        if (removals.can(Effect.READ)) {
            return RemovalAttempts.isGone(removals.read(address));
        }
        if (removals.can(Effect.REMOVE)) {
            attempts.oneByOne(List.of(address));
            return attempts.refusal(address).isEmpty();
        }
        return false;
    }

    private boolean hasEnded(Holding holding, Duration longAgo) {
        return holding.end().filter(clock.instant().minus(longAgo)::isAfter).isPresent();
    }

    private void tellKept(String address, String identity) {
        tally.trouble("the target keeps '" + identity + "' (" + address + "): "
                + attempts.refusal(address).orElse("it said that it removed it, and shows it") + "; remove it by hand");
    }

    /** Returns what of a list the run created, by path parameter, the latest first. */
    private Map<String, String> ours(List<JsonNode> listed) {
        Map<String, JsonNode> byAddress = new LinkedHashMap<>();
        listed.forEach(entity -> byAddress.put(address(entity), entity));
        Map<String, List<JsonNode>> byIdentity = listed.stream().collect(Collectors.groupingBy(this::identity));
        Map<String, String> ours = new LinkedHashMap<>();
        // What was answered as removed is looked for as well: only the list shows whether it is.
        for (Holding holding : submitted) {
            // A server that began anew may have given the address to somebody else's.
            holding.address()
                    .filter(address -> Optional.ofNullable(byAddress.get(address))
                            .filter(entity -> holding.isNamed(identity(entity)) || hasMark(entity))
                            .isPresent())
                    .ifPresent(address -> ours.put(address, holding.identity()));
            byIdentity.getOrDefault(Holding.folded(holding.identity()), List.of()).stream()
                    .filter(entity -> own.test(holding) || hasMark(entity))
                    .map(this::address)
                    .filter(address -> !address.isEmpty())
                    .forEach(address -> ours.put(address, holding.identity()));
        }
        return ours;
    }

    private String identity(JsonNode entity) {
        return Holding.folded(entity.path(resource.identity()).asString(""));
    }

    private String address(JsonNode entity) {
        return entity.path(resource.address()).asString("");
    }

    private boolean hasMark(JsonNode entity) {
        return entity.toString().toLowerCase(Locale.ROOT).contains(run);
    }

    /** Removes what the answers named: without a list, nothing tells whether an address that others may use was there before. */
    private void cleanBlindly() {
        Map<String, Holding> certain = new LinkedHashMap<>();
        List<Holding> unsure = new ArrayList<>();
        for (Holding holding : holdings) {
            if (holding.likelihood() != Likelihood.DECLINED) {
                addressToRemove(holding)
                        .ifPresentOrElse(address -> certain.put(address, holding), () -> unsure.add(holding));
            }
        }
        if (removals.can(Effect.READ)) {
            attempts.together(certain.keySet());
            certain.keySet().stream()
                    .filter(address -> attempts.refusal(address).isEmpty())
                    .filter(address -> removals.read(address).accepted())
                    .forEach(address -> {
                        ledger.kept(address);
                        attempts.keeps(address);
                    });
        } else if (removals.can(Effect.REMOVE)) {
            attempts.oneByOne(certain.keySet());
        } else {
            // Nothing tells whether a removal of many left some of them.
            attempts.together(certain.keySet());
            certain.entrySet().stream()
                    .filter(one -> attempts.refusal(one.getKey()).isEmpty())
                    .forEach(one -> unsure.add(one.getValue()));
        }
        tally.unsure(unsure);
        certain.forEach((address, holding) -> {
            if (attempts.refusal(address).isPresent()) {
                tellKept(address, holding.identity());
            } else if (!unsure.contains(holding)) {
                tally.removed(1);
            }
        });
    }

    /** Returns where a holding is, if nobody else's can be there. */
    private Optional<String> addressToRemove(Holding holding) {
        boolean byIdentity = resource.address().equals(resource.identity());
        boolean made = holding.likelihood() == Likelihood.MADE;
        return holding.address()
                .or(() -> Optional.of(holding.identity()).filter(one -> byIdentity))
                .filter(address ->
                        own.test(holding) || (made && holding.identity().contains("tick")))
                .filter(address -> byIdentity || !isAnothers(holding, address));
    }

    private boolean isAnothers(Holding holding, String address) {
        if (!removals.can(Effect.READ)) {
            return false;
        }
        Exchange there = removals.read(address);
        return !RemovalAttempts.isGone(there)
                && there.response()
                        .filter(response -> there.accepted())
                        .map(Response::json)
                        .filter(entity -> holding.isNamed(identity(entity)) || hasMark(entity))
                        .isEmpty();
    }
}
