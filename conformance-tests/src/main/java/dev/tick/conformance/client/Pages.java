package dev.tick.conformance.client;

import dev.tick.conformance.conversation.NextPage;
import dev.tick.spec.client.WorkVerb;
import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.http.Request;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Decides whether a client follows the links to the next pages of a list. */
final class Pages {
    /** Links are compared by what stands behind the host. */
    static final URI HERE = URI.create("http://127.0.0.1");

    private Pages() {}

    static Decision of(Performance played) {
        List<ClientCall> lists = played.pieces(Optional.of(WorkVerb.LIST)).stream()
                .flatMap(piece -> played.calls(piece).stream())
                .filter(ClientCall::succeeded)
                .toList();
        List<ClientCall> linking =
                lists.stream().filter(call -> link(call).isPresent()).toList();
        if (linking.isEmpty()) {
            return Decision.of(Decision.Kind.NOT_TESTABLE, "no list that the client asked for had a next page");
        }
        return linking.stream()
                .filter(call -> lists.stream().noneMatch(other -> follows(call, other)))
                .findFirst()
                .map(call ->
                        Decision.broken("the client did not follow the link to the next page", lists, List.of(call)))
                .orElseGet(() ->
                        new Decision(Decision.Kind.HONOURED, "the client read all " + lists.size() + " pages", lists));
    }

    private static Optional<String> link(ClientCall call) {
        return NextPage.after(call.exchange(), HERE).map(Request::url);
    }

    private static boolean follows(ClientCall call, ClientCall other) {
        String url = PathMatch.decoded(other.exchange().request().url());
        return link(call).filter(link -> PathMatch.decoded(link).equals(url)).isPresent();
    }
}
