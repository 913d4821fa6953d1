package dev.tick.stub.pipeline;

import dev.tick.stub.access.TokenVerifier;
import dev.tick.stub.journal.TouchedRequirements;
import dev.tick.stub.quota.EarlyRetry;
import dev.tick.stub.quota.RateLimitHeaders;
import dev.tick.stub.state.StubState;
import java.time.Clock;
import java.util.Set;

/**
 * Parts that the contracts of a stub share.
 *
 * @param state everything that is remembered
 * @param clock tells when entities and tokens expire
 * @param tokens judges who calls
 * @param rows the register's rows about refusals
 * @param policy which requests that break a contract are refused
 * @param headers how a response tells what is left of the quotas
 * @param early what becomes of callers that do not wait as long as they were told to
 * @param pageSize how many entities a list holds at most, unless it is asked for a number
 * @param without names of requests that clients were seen to send and that are not answered
 * @param anonymousApplication the application assumed for unreadable tokens under {@link RefusalPolicy#NOTHING}
 */
public record ServiceParts(
        StubState state,
        Clock clock,
        TokenVerifier tokens,
        TouchedRequirements rows,
        RefusalPolicy policy,
        RateLimitHeaders headers,
        EarlyRetry early,
        long pageSize,
        Set<String> without,
        String anonymousApplication) {
    /** Copies the names. */
    public ServiceParts {
        without = Set.copyOf(without);
    }
}
