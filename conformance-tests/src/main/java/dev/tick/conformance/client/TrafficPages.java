package dev.tick.conformance.client;

import dev.tick.conformance.conversation.NextPage;
import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rule that each link to a next page is followed. Traffic may end before the last page, so a link counts as left alone only where the
 * client began the same list anew.
 */
final class TrafficPages implements TrafficRule {
    private static final int MOST = 200;

    private final Set<String> lists;
    private final Map<String, Page> open = new LinkedHashMap<>();
    private List<ClientCall> followed = List.of();
    private long count;
    private long forgotten;

    /** A page whose link nobody has followed so far. */
    private record Page(ClientCall call, Optional<ClientCall> anew) {}

    TrafficPages(Contract contract) {
        lists = contract.operations().stream()
                .filter(operation -> operation.effect().equals(Optional.of(Effect.LIST)))
                .map(Operation::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Decision> accept(ClientCall call) {
        if (call.operation().filter(lists::contains).isEmpty()) {
            return Optional.empty();
        }
        String url = PathMatch.decoded(call.exchange().request().url());
        Page before = open.remove(url);
        if (before != null) {
            count++;
            followed = followed.isEmpty() ? List.of(before.call(), call) : followed;
        }
        open.replaceAll((link, page) ->
                page.anew().isEmpty() && isOf(page, url) ? new Page(page.call(), Optional.of(call)) : page);
        if (call.succeeded()) {
            NextPage.after(call.exchange(), Pages.HERE)
                    .map(Request::url)
                    .map(PathMatch::decoded)
                    .ifPresent(link -> open.putIfAbsent(link, new Page(call, Optional.empty())));
        }
        if (open.size() > MOST) {
            open.remove(open.keySet().iterator().next());
            forgotten++;
        }
        return Optional.empty();
    }

    private static boolean isOf(Page page, String url) {
        return PathMatch.decoded(page.call().exchange().request().url()).equals(url);
    }

    @Override
    public void forget() {
        forgotten += open.size();
        open.clear();
    }

    @Override
    public Decision decision() {
        Optional<Page> left =
                open.values().stream().filter(page -> page.anew().isPresent()).findFirst();
        if (left.isPresent()) {
            List<ClientCall> calls = new ArrayList<>(List.of(left.get().call()));
            left.get().anew().ifPresent(calls::add);
            return new Decision(
                    Decision.Kind.BROKEN,
                    "the client did not follow the link to the next page, and began the list anew",
                    calls);
        }
        if (!open.isEmpty() || forgotten > 0) {
            return Decision.of(Decision.Kind.NOT_TESTABLE, "the traffic ended before a list did, and nobody sees why");
        }
        return count == 0
                ? Decision.of(Decision.Kind.NOT_TESTABLE, "no list that the client asked for had a next page")
                : new Decision(
                        Decision.Kind.HONOURED,
                        "the client followed " + (count == 1 ? "the only link" : "all " + count + " links")
                                + " to a next page",
                        followed);
    }
}
