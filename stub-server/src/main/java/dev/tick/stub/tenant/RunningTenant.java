package dev.tick.stub.tenant;

import dev.tick.stub.access.Application;
import dev.tick.stub.access.TenantName;
import dev.tick.stub.authority.Discovery;
import dev.tick.stub.authority.TokenAuthority;
import dev.tick.stub.authority.TokenEndpoint;
import dev.tick.stub.pipeline.Tenant;
import dev.tick.stub.state.StubState;

/**
 * A tenant with all that answers for it.
 *
 * @param names how it is asked for
 * @param contents the contracts over its own state
 * @param application the default one of those that it began with
 * @param authority issues its tokens
 * @param tokens the endpoint of its tokens
 * @param discovery where its endpoints are
 */
public record RunningTenant(
        TenantName names,
        Tenant contents,
        Application application,
        TokenAuthority authority,
        TokenEndpoint tokens,
        Discovery discovery) {
    /** Returns everything that is remembered of it. */
    public StubState state() {
        return contents.state();
    }
}
