package dev.tick.bench;

import dev.tick.spec.contract.Contract;
import dev.tick.spec.contract.Effect;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Specification;
import dev.tick.spec.validation.Validator;
import dev.tick.stub.access.Application;
import dev.tick.stub.access.TokenVerifier;
import dev.tick.stub.authority.TokenAuthority;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.journal.TouchedRequirements;
import dev.tick.stub.pipeline.RefusalPolicy;
import dev.tick.stub.pipeline.RequestPipeline;
import dev.tick.stub.pipeline.ServiceParts;
import dev.tick.stub.pipeline.SharedContracts;
import dev.tick.stub.quota.EarlyRetry;
import dev.tick.stub.quota.RateLimitHeaders;
import dev.tick.stub.quota.ThrottleStyle;
import dev.tick.stub.state.InMemoryState;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stub without its web server, put together as {@code StubServer} does.
 *
 * @param submit the operation that creates
 * @param token of an application that may call it
 */
record StubInside(Operation submit, Validator validator, TokenVerifier tokens, RequestPipeline pipeline, String token) {
    private static final String APPLICATION = "a4d9f6a5-0000-4000-8000-000000000001";
    private static final int CAPACITY = 15_000;

    static StubInside of(String name) {
        Clock clock = Clock.systemUTC();
        Specification specification = Specification.load(name);
        Contract contract = specification.contract();
        InMemoryState state = new InMemoryState(clock, CAPACITY, List.of(), Map.of());
        TokenAuthority authority = new TokenAuthority(
                "a4d9f6a5-0000-4000-8000-000000000002",
                clock,
                contract.tokens(),
                TokenAuthority.USUAL_LIFETIME,
                Optional.empty(),
                state);
        Application application = new Application(
                APPLICATION, "a secret", contract.tokens().roles().subList(0, 1));
        state.applications().add(application);
        TokenVerifier tokens = new TokenVerifier(clock, authority.publicKey(), tenant -> Optional.empty(), APPLICATION::equals, state.tokens());
        ServiceParts parts = new ServiceParts(
                state,
                clock,
                tokens,
                new TouchedRequirements(List.of(specification.register())),
                RefusalPolicy.DOCUMENTED,
                RateLimitHeaders.NONE,
                EarlyRetry.TOLERATED,
                Long.MAX_VALUE,
                Set.of(),
                APPLICATION);
        return new StubInside(
                contract.operation(Effect.CREATE).orElseThrow(),
                new Validator(contract, specification.register(), clock),
                tokens,
                new SharedContracts(List.of(specification), clock, ThrottleStyle.DOCUMENTED)
                        .tenant(parts)
                        .defaultContract()
                        .pipeline(),
                authority.issue(application, TokenVariant.SOUND));
    }
}
