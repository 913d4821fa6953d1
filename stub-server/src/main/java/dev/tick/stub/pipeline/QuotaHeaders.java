package dev.tick.stub.pipeline;

import dev.tick.spec.http.Response;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.quota.QuotaStanding;
import dev.tick.stub.quota.RateLimitHeaders;
import dev.tick.stub.quota.WholeSeconds;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells in headers how much is left of the quotas. */
final class QuotaHeaders {
    /** The quota that a client meets first: of the fewest calls; of these, that with the longest wait, which {@code Retry-After} names. */
    private static final Comparator<QuotaStanding> SCARCEST = Comparator.comparingLong(QuotaStanding::left)
            .thenComparing(Comparator.comparing(QuotaStanding::untilReset).reversed());

    private final RateLimitHeaders style;

    QuotaHeaders(RateLimitHeaders style) {
        this.style = style;
    }

    /** Returns a response with the headers of this style; without, where nothing is limited. */
    Response on(Response response, List<QuotaStanding> standings) {
        if (standings.isEmpty()) {
            return response;
        }
        return switch (style) {
            case NONE -> response;
            case DRAFT_06 -> separate(response, standings);
            case DRAFT_10 ->
                response.with("RateLimit-Policy", list(standings, QuotaHeaders::policy))
                        .with("RateLimit", list(standings, QuotaHeaders::limit));
        };
    }

    private static Response separate(Response response, List<QuotaStanding> standings) {
        QuotaStanding scarcest = standings.stream().min(SCARCEST).orElseThrow();
        return response.with(
                        "RateLimit-Limit", Integer.toString(scarcest.quota().calls()))
                .with("RateLimit-Remaining", Long.toString(scarcest.left()))
                .with("RateLimit-Reset", Long.toString(scarcest.seconds()))
                .with("RateLimit-Policy", list(standings, one -> one.quota().calls() + ";w=" + window(one.quota())));
    }

    private static String policy(QuotaStanding one) {
        return name(one) + ";q=" + one.quota().calls() + ";w=" + window(one.quota());
    }

    private static String limit(QuotaStanding one) {
        return name(one) + ";r=" + one.left() + ";t=" + one.seconds();
    }

    /** Returns a name of letters, digits and hyphens that no other quota of the call has. */
    private static String name(QuotaStanding one) {
        return "\"" + one.operation().map(id -> id + "-").orElse("")
                + one.quota().calls() + "-in-" + window(one.quota()) + "s\"";
    }

    private static long window(Quota quota) {
        return WholeSeconds.of(quota.window());
    }

    private static String list(List<QuotaStanding> standings, Function<QuotaStanding, String> member) {
        return standings.stream().map(member).collect(Collectors.joining(", "));
    }
}
