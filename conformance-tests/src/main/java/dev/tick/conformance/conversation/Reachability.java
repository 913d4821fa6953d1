package dev.tick.conformance.conversation;

import dev.tick.conformance.exchange.StoppedException;
import dev.tick.spec.http.Exchange;
import dev.tick.spec.http.Response;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The reachability of a target: one that answered before, and now gives no response, leads elsewhere or is told by a gateway to be down,
 * is asked once more with a sound request. If that is answered, the exchange is the target's doing; if not, the target is gone, and no
 * check may blame it.
 */
public final class Reachability {
    /** How a gateway says that the server behind it gives no answer (RFC 9110, sections 15.6.3 to 15.6.5). */
    private static final Set<Integer> GATEWAY = Set.of(502, 503, 504);

    private boolean seen;

    /**
     * Judges an exchange that just took place.
     *
     * @param probe sends a fresh sound request
     * @throws StoppedException when the target is gone
     */
    void after(Exchange exchange, Supplier<Exchange> probe) {
        if (isReached(exchange)) {
            seen = true;
        } else if (seen) {
            Exchange sound = probe.get();
            if (!isReached(sound)) {
                throw new StoppedException(gone(sound));
            }
        }
    }

    private static boolean isReached(Exchange exchange) {
        return exchange.response()
                .filter(one -> redirect(one).isEmpty() && !GATEWAY.contains(one.status()))
                .isPresent();
    }

    private static String gone(Exchange sound) {
        return "a sound request that was answered before is not any more: " + sound.line()
                + sound.response()
                        .flatMap(Reachability::redirect)
                        .map(place -> ", to Location " + place + "; the kit follows no redirect")
                        // A failure that is named with its remedy needs no guess.
                        .orElse(sound.failure().contains("; ") ? "" : "; is the target still up?");
    }

    /** Returns where a response leads, without a user, a password and the query, which may hold a session; empty for none. */
    public static Optional<String> redirect(Response response) {
        return switch (response.status()) {
            case 301, 302, 303, 307, 308 ->
                Optional.of(response.header("Location")
                        .orElse("(absent)")
                        .split("[?#]", 2)[0]
                        .replaceFirst("//[^/]*@", "//…@"));
            default -> Optional.empty();
        };
    }
}
