package dev.tick.stub;

import dev.tick.spec.register.Requirement;
import dev.tick.stub.access.Application;
import dev.tick.stub.access.Privileges;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.journal.TokenCall;
import dev.tick.stub.scenario.ScenarioReader;
import dev.tick.stub.scenario.StepProgress;
import dev.tick.stub.state.Applications;
import dev.tick.stub.tenant.RunningTenant;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/**
 * The sandbox of a tenant.
 *
 * @param base where the stub listens, once it does
 */
record TenantSandbox(RunningTenant tenant, Supplier<URI> base, ScenarioReader scenarios) implements Sandbox {
    @Override
    public URI baseUrl() {
        return base.get();
    }

    @Override
    public String tenantId() {
        return tenant.names().id();
    }

    @Override
    public URI tokenEndpoint() {
        return baseUrl().resolve("/" + tenantId() + "/oauth2/token");
    }

    @Override
    public Application application() {
        return tenant.application();
    }

    @Override
    public Application otherApplication() {
        return applications().all().stream()
                .filter(one -> !one.id().equals(application().id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the stub was started with one application alone"));
    }

    @Override
    public Applications applications() {
        return tenant.state().applications();
    }

    @Override
    public String token(Application of, TokenVariant variant) {
        return tenant.authority().issue(of, variant);
    }

    @Override
    public void play(String line) {
        tenant.state().scenario().play(scenarios.read(line));
    }

    @Override
    public List<StepProgress> scenarioProgress() {
        return tenant.state().scenario().position().progress();
    }

    @Override
    public List<Privileges> privileges() {
        return tenant.state().privileges().all();
    }

    @Override
    public void reset() {
        tenant.state().reset();
    }

    @Override
    public List<JournalEntry> journal() {
        return tenant.state().journal().entries();
    }

    @Override
    public List<TokenCall> tokenCalls() {
        return tenant.state().journal().tokenCalls();
    }

    @Override
    public List<Requirement> rows(JournalEntry exchange) {
        return tenant.contents().requirements().stream()
                .filter(row -> exchange.requirements().contains(row.id()))
                .toList();
    }
}
