package dev.tick.conformance.cleaning;

import dev.tick.conformance.ledger.Holding;
import dev.tick.conformance.ledger.Holding.Likelihood;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Resource;
import dev.tick.spec.http.Exchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    /** Less than any contract takes at a time. */
    private static final int TOGETHER = 100;

    /** The statuses by which a target says that there is nothing to remove. */
    private static final Set<Integer> GONE = Set.of(404, 410);

    private final Resource resource;
    private final String run;
    private final List<Holding> holdings;
    private final Predicate<Holding> own;
    private final Removals removals;
    private final CleanUpTally tally;
    private final Map<String, String> refusals = new LinkedHashMap<>();

    /**
     * Creates a share.
     *
     * @param holdings the latest first
     * @param own tells whether nobody but the run can have given a name
     * @param tally receives what becomes of them
     */
    CallersShare(
            Contract contract,
            String run,
            List<Holding> holdings,
            Predicate<Holding> own,
            Removals removals,
            CleanUpTally tally) {
        resource = contract.resource().orElseThrow();
        this.run = run;
        this.holdings = holdings;
        this.own = own;
        this.removals = removals;
        this.tally = tally;
    }

    /** Removes it, as far as the target has a way. */
    void clean() {
        if (!removals.can(Effect.REMOVE) && !removals.can(Effect.REMOVE_MANY)) {
            tally.staying(holdings.stream()
                    .filter(one -> one.likelihood() != Likelihood.DECLINED)
                    .toList());
        } else if (removals.can(Effect.LIST)) {
            cleanByList();
        } else {
            cleanBlindly();
        }
    }

    private void cleanByList() {
        try {
            Map<String, String> found = ours(removals.list());
            remove(found);
            List<JsonNode> after = found.isEmpty() ? List.of() : removals.list();
            Map<String, String> kept = ours(after);
            kept.forEach(this::tellKept);
            tally.removed(found.size() - kept.size());
            Set<String> listed = after.stream().map(this::identity).collect(Collectors.toSet());
            tally.unsure(named(Likelihood.UNSURE)
                    .filter(one -> listed.contains(one.identity()) && !kept.containsValue(one.identity()))
                    .toList());
        } catch (UnreadableListException e) {
            tally.trouble("the list that shows what is left cannot be read (" + e.getMessage()
                    + "); what the target's answers named is removed without it");
            cleanBlindly();
        }
    }

    private void tellKept(String address, String identity) {
        tally.trouble("the target keeps '" + identity + "' (" + address + "): "
                + refusals.getOrDefault(address, "it said that it removed it, and lists it") + "; remove it by hand");
    }

    /** Returns what of a list the run created, by path parameter, the latest first. */
    private Map<String, String> ours(List<JsonNode> listed) {
        Map<String, JsonNode> byAddress = new LinkedHashMap<>();
        listed.forEach(entity -> byAddress.put(entity.path(resource.address()).asString(""), entity));
        Map<String, List<JsonNode>> byIdentity = listed.stream().collect(Collectors.groupingBy(this::identity));
        Map<String, String> ours = new LinkedHashMap<>();
        for (Holding holding : holdings) {
            holding.address()
                    .filter(byAddress::containsKey)
                    .ifPresent(address -> ours.put(address, holding.identity()));
            byIdentity.getOrDefault(holding.identity(), List.of()).stream()
                    .filter(entity -> own.test(holding) || hasMark(entity))
                    .map(entity -> entity.path(resource.address()).asString(""))
                    .filter(address -> !address.isEmpty())
                    .forEach(address -> ours.put(address, holding.identity()));
        }
        return ours;
    }

    private String identity(JsonNode entity) {
        return entity.path(resource.identity()).asString("");
    }

    private boolean hasMark(JsonNode entity) {
        return entity.toString().toLowerCase(Locale.ROOT).contains(run);
    }

    /** Removes what the answers named: without a list, nothing tells whether an address that others may use was there before. */
    private void cleanBlindly() {
        Map<String, String> certain = new LinkedHashMap<>();
        List<Holding> unsure = new ArrayList<>();
        boolean byIdentity = resource.address().equals(resource.identity());
        for (Holding holding : holdings) {
            Optional<String> address =
                    holding.address().or(() -> Optional.of(holding.identity()).filter(one -> byIdentity));
            boolean made = holding.likelihood() == Likelihood.MADE;
            if (holding.likelihood() == Likelihood.DECLINED) {
                continue;
            }
            if (address.isPresent()
                    && (own.test(holding) || (made && holding.identity().contains("tick")))) {
                certain.put(address.get(), holding.identity());
            } else {
                unsure.add(holding);
            }
        }
        tally.unsure(unsure);
        remove(certain);
        Set<String> kept = new LinkedHashSet<>(refusals.keySet());
        if (removals.can(Effect.READ)) {
            certain.keySet().stream()
                    .filter(address -> !refusals.containsKey(address))
                    .filter(address -> removals.read(address).accepted())
                    .forEach(kept::add);
        }
        kept.forEach(address -> tellKept(address, certain.getOrDefault(address, "")));
        tally.removed(certain.size() - kept.size());
    }

    private Stream<Holding> named(Likelihood likelihood) {
        return holdings.stream().filter(one -> one.likelihood() == likelihood);
    }

    private void remove(Map<String, String> addresses) {
        List<String> all = List.copyOf(addresses.keySet());
        for (int from = 0; from < all.size(); from += TOGETHER) {
            List<String> some = all.subList(from, Math.min(all.size(), from + TOGETHER));
            if (!isRemovedTogether(some)) {
                some.forEach(this::removeOne);
            }
        }
    }

    private boolean isRemovedTogether(List<String> addresses) {
        if (!removals.can(Effect.REMOVE_MANY)) {
            return false;
        }
        Exchange exchange = removals.remove(addresses);
        if (!exchange.accepted() && !removals.can(Effect.REMOVE)) {
            addresses.forEach(address -> refusals.put(address, exchange.line()));
            return true;
        }
        return exchange.accepted();
    }

    private void removeOne(String address) {
        Exchange exchange = removals.remove(address);
        boolean gone = exchange.accepted()
                || exchange.response()
                        .filter(response -> GONE.contains(response.status()))
                        .isPresent();
        if (!gone) {
            refusals.put(address, exchange.line());
        }
    }
}
