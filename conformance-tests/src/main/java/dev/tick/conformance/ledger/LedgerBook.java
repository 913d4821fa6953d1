package dev.tick.conformance.ledger;

import dev.tick.conformance.ledger.Holding.Likelihood;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The events of a ledger, and what follows from them. */
final class LedgerBook {
    private final SortedMap<Integer, Submit> submits = new TreeMap<>();

    /** A removal counts for what was submitted before it. */
    private final List<Removal> removals = new ArrayList<>();

    private record Submit(
            String caller, List<LedgerItem> items, Likelihood likelihood, Map<String, String> addresses) {}

    private record Removal(String caller, Set<String> addresses, int last) {}

    /** Returns the number of the next submit. */
    int next() {
        return submits.isEmpty() ? 1 : submits.lastKey() + 1;
    }

    void submits(int number, String caller, List<LedgerItem> items) {
        submits.put(number, new Submit(caller, List.copyOf(items), Likelihood.UNSURE, Map.of()));
    }

    void answered(int number, Likelihood likelihood, Map<String, String> addresses) {
        submits.computeIfPresent(
                number,
                (same, submit) -> new Submit(submit.caller(), submit.items(), likelihood, Map.copyOf(addresses)));
    }

    void gone(String caller, Set<String> addresses) {
        removals.add(new Removal(caller, Set.copyOf(addresses), next() - 1));
    }

    /** Forgets the removals of an entity that is there. */
    void kept(String address) {
        removals.replaceAll(removal -> new Removal(
                removal.caller(),
                removal.addresses().stream().filter(one -> !one.equals(address)).collect(Collectors.toSet()),
                removal.last()));
    }

    boolean knows(int number) {
        return submits.containsKey(number);
    }

    /** Returns what may be there, the latest first. */
    List<Holding> holdings() {
        return submitted((number, holding) -> {
            Set<String> gone = goneAfter(holding.caller(), number);
            return holding.address().filter(gone::contains).isEmpty();
        });
    }

    /** Returns all that was submitted, the latest first, also what was removed since. */
    List<Holding> submitted() {
        return submitted((number, holding) -> true);
    }

    private List<Holding> submitted(BiPredicate<Integer, Holding> wanted) {
        List<Holding> holdings = new ArrayList<>();
        submits.forEach((number, submit) -> {
            for (LedgerItem item : submit.items()) {
                Optional<String> address =
                        Optional.ofNullable(submit.addresses().get(item.identity()));
                Holding holding =
                        new Holding(submit.caller(), item.identity(), address, likelihood(submit, address), item.end());
                if (wanted.test(number, holding)) {
                    holdings.add(holding);
                }
            }
        });
        Collections.reverse(holdings);
        return holdings;
    }

    /** Returns the addresses of what was removed, whoever asked for it. */
    Set<String> removed() {
        return removals.stream()
                .flatMap(removal -> removal.addresses().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of a batch, an item that the answer does not name may have been declined, and may not. */
    private static Likelihood likelihood(Submit submit, Optional<String> address) {
        return submit.likelihood() == Likelihood.MADE && address.isEmpty() ? Likelihood.UNSURE : submit.likelihood();
    }

    private Set<String> goneAfter(String caller, int number) {
        Set<String> gone = new HashSet<>();
        removals.stream()
                .filter(removal -> removal.last() >= number && removal.caller().equals(caller))
                .forEach(removal -> gone.addAll(removal.addresses()));
        return gone;
    }
}
