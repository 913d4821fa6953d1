package dev.tick.stub;

import dev.tick.spec.contract.TokenRules;
import dev.tick.spec.register.Specification;
import dev.tick.stub.access.Application;
import dev.tick.stub.access.TenantName;
import dev.tick.stub.access.TokenVerifier;
import dev.tick.stub.authority.Discovery;
import dev.tick.stub.authority.TokenAuthority;
import dev.tick.stub.authority.TokenEndpoint;
import dev.tick.stub.journal.TouchedRequirements;
import dev.tick.stub.pipeline.ServiceParts;
import dev.tick.stub.pipeline.SharedContracts;
import dev.tick.stub.quota.Quota;
import dev.tick.stub.scenario.ScenarioReader;
import dev.tick.stub.state.InMemoryState;
import dev.tick.stub.state.InMemoryTenants;
import dev.tick.stub.state.StubState;
import dev.tick.stub.state.TenantStore;
import dev.tick.stub.tenant.RunningTenant;
import dev.tick.stub.tenant.Tenants;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Makes the tenants of a stub by its settings; what they share is made once. */
final class TenantMaker implements Tenants.Maker {
    /** The word for the default tenant where one is asked for. */
    private static final String DEFAULT = "default";

    private final StubConfig config;
    private final TokenRules rules;
    private final ScenarioReader scenarios;
    private final SharedContracts contracts;
    private final TouchedRequirements rows;
    private final Map<String, List<Quota>> operationQuotas;
    private final TenantStore<RunningTenant> store;
    private final List<Application> applications;
    private final TokenAuthority authority;
    private final RunningTenant own;

    TenantMaker(StubConfig config, ScenarioReader scenarios) {
        this.config = config;
        this.scenarios = scenarios;
        rules = rules(config.specifications());
        contracts = new SharedContracts(config.specifications(), config.clock(), config.throttle());
        rows = new TouchedRequirements(
                config.specifications().stream().map(Specification::register).toList());
        operationQuotas = config.operationQuotas();
        store = new InMemoryTenants<>(config.maxTenants());
        applications = newApplications();
        String id = config.identity().tenant().orElseGet(() -> UUID.randomUUID().toString());
        StubState state = new InMemoryState(config.clock(), config.capacity(), config.quotas(), operationQuotas);
        authority = new TokenAuthority(
                id,
                config.clock(),
                rules,
                config.tokenLifetime(),
                config.identity().signingKey(),
                state);
        own = running(new TenantName(id, Optional.of(DEFAULT)), state, authority, applications);
    }

    /** Returns the default tenant, and room for more. */
    Tenants tenants() {
        return new Tenants(own, store, config.tenants(), this);
    }

    @Override
    public RunningTenant added(TenantName names) {
        return another(names, newApplications());
    }

    @Override
    public RunningTenant opened(TenantName names) {
        return another(names, applications);
    }

    private RunningTenant another(TenantName names, List<Application> begins) {
        return running(
                names,
                InMemoryState.ofOneOfMany(config.clock(), config.capacity(), config.quotas(), operationQuotas),
                authority.of(names.id()),
                begins);
    }

    private RunningTenant running(TenantName names, StubState state, TokenAuthority issuer, List<Application> begins) {
        begins.forEach(state.applications()::add);
        config.scenario().ifPresent(line -> state.scenario().play(scenarios.read(line)));
        Function<String, Optional<String>> absence =
                word -> names.isMeantBy(word) ? Optional.empty() : Optional.of(absence(word, names));
        Application first = begins.get(0);
        ServiceParts parts = new ServiceParts(
                state,
                config.clock(),
                new TokenVerifier(
                        config.clock(),
                        issuer.publicKey(),
                        absence,
                        id -> state.applications().find(id).isPresent(),
                        state.tokens()),
                rows,
                config.refuse(),
                config.rateLimitHeaders(),
                config.earlyRetry(),
                config.pageSize(),
                Set.copyOf(config.without()),
                first.id());
        return new RunningTenant(
                names,
                contracts.tenant(parts),
                first,
                issuer,
                new TokenEndpoint(issuer, rules, state.applications(), config.clock(), absence),
                new Discovery(issuer));
    }

    private String absence(String word, TenantName here) {
        return "There is no tenant '" + word + "' here"
                + store.end(word).map(reason -> ": " + reason).orElse("") + "; this one is '" + here.id() + "'.";
    }

    /** Returns the applications that the settings name, or else two new ones. */
    private List<Application> newApplications() {
        return config.applications().isEmpty()
                ? List.of(
                        application(config.identity()).withName("default application"),
                        application(StubIdentity.made()).withName("other application"))
                : config.applications();
    }

    private Application application(StubIdentity identity) {
        List<String> roles = rules.roles().stream().limit(1).toList();
        return new Application(
                identity.clientId().orElseGet(() -> UUID.randomUUID().toString()),
                identity.clientSecret().orElseGet(() -> UUID.randomUUID().toString()),
                roles);
    }

    /** Returns the rules of all contracts together, since one authority issues their tokens. */
    private static TokenRules rules(List<Specification> specifications) {
        List<TokenRules> each = specifications.stream()
                .map(specification -> specification.contract().tokens())
                .toList();
        return new TokenRules(
                union(each, TokenRules::roles),
                union(each, TokenRules::scopes),
                union(each, TokenRules::tenantWideRoles),
                union(each, TokenRules::audiences));
    }

    private static List<String> union(List<TokenRules> rules, Function<TokenRules, List<String>> words) {
        return rules.stream().map(words).flatMap(List::stream).distinct().toList();
    }
}
