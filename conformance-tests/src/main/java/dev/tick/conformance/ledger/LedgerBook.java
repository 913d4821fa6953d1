package dev.tick.conformance.ledger;

import dev.tick.conformance.ledger.Holding.Likelihood;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The events of a ledger, and what follows from them. */
final class LedgerBook {
    private final List<Submit> submits = new ArrayList<>();

    /** A removal counts for what was submitted before it. */
    private final List<Removal> removals = new ArrayList<>();

    private record Submit(
            String caller, List<LedgerItem> items, Likelihood likelihood, Map<String, String> addresses) {}

    private record Removal(String caller, Set<String> addresses, int before) {}

    int submits(String caller, List<LedgerItem> items) {
        submits.add(new Submit(caller, List.copyOf(items), Likelihood.UNSURE, Map.of()));
        return submits.size();
    }

    void answered(int number, Likelihood likelihood, Map<String, String> addresses) {
        Submit submit = submits.get(number - 1);
        submits.set(number - 1, new Submit(submit.caller(), submit.items(), likelihood, Map.copyOf(addresses)));
    }

    void gone(String caller, Set<String> addresses) {
        removals.add(new Removal(caller, Set.copyOf(addresses), submits.size()));
    }

    boolean knows(int number) {
        return number >= 1 && number <= submits.size();
    }

    List<Holding> holdings() {
        List<Holding> holdings = new ArrayList<>();
        for (int i = 0; i < submits.size(); i++) {
            Submit submit = submits.get(i);
            Set<String> gone = goneAfter(submit.caller(), i + 1);
            for (LedgerItem item : submit.items()) {
                Optional<String> address =
                        Optional.ofNullable(submit.addresses().get(item.identity()));
                if (address.filter(gone::contains).isEmpty()) {
                    holdings.add(new Holding(
                            submit.caller(), item.identity(), address, likelihood(submit, address), item.end()));
                }
            }
        }
        Collections.reverse(holdings);
        return holdings;
    }

    /** Of a batch, an item that the answer does not name may have been declined, and may not. */
    private static Likelihood likelihood(Submit submit, Optional<String> address) {
        return submit.likelihood() == Likelihood.MADE && address.isEmpty() ? Likelihood.UNSURE : submit.likelihood();
    }

    private Set<String> goneAfter(String caller, int number) {
        Set<String> gone = new HashSet<>();
        removals.stream()
                .filter(removal ->
                        removal.before() >= number && removal.caller().equals(caller))
                .forEach(removal -> gone.addAll(removal.addresses()));
        return gone;
    }
}
