package dev.tick.stub.tenant;

import dev.tick.spec.contract.PathMatch;
import dev.tick.spec.http.Request;
import dev.tick.stub.access.ClaimedTenant;
import dev.tick.stub.access.TenantName;
import dev.tick.stub.pipeline.Tenant;
import dev.tick.stub.state.TenantStore;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The tenants of a stub: the default one, which never ends, and those that were added. */
public final class Tenants {
    private final RunningTenant own;
    private final TenantStore<RunningTenant> others;
    private final TenantPolicy policy;
    private final Maker maker;

    /**
     * Begins with the default tenant.
     *
     * @param others keeps those that are added
     * @param policy which tenants may be named in the paths of the authority
     */
    public Tenants(RunningTenant own, TenantStore<RunningTenant> others, TenantPolicy policy, Maker maker) {
        this.own = own;
        this.others = others;
        this.policy = policy;
        this.maker = maker;
    }

    /** Makes tenants. */
    public interface Maker {
        /** Makes one with applications of its own. */
        RunningTenant added(TenantName names);

        /** Makes one with the applications that the stub started with: who names it in a path knows no others. */
        RunningTenant opened(TenantName names);
    }

    /** Returns the default tenant. */
    public RunningTenant own() {
        return own;
    }

    /**
     * Returns the tenant that a request of the service belongs to: the one that its token claims, forged or not, so that a forgery is
     * refused and told there; or else the default one.
     */
    public Tenant of(Request request) {
        // Most stubs have one tenant, and reading a token takes microseconds.
        return others.isEmpty()
                ? own.contents()
                : ClaimedTenant.of(request.authorization())
                        .flatMap(others::find)
                        .orElse(own)
                        .contents();
    }

    /** Returns the tenant that the path of a request to the authority names; or else the default one, which refuses it. */
    public RunningTenant at(Request request) {
        String word = PathMatch.decoded(request.path().split("/", 3)[1]);
        return find(word).orElseGet(() -> switch (policy) {
            case KNOWN -> own;
            case OPEN ->
                TenantName.canBe(word) ? others.findOrAdd(word, maker::opened).tenant() : own;
        });
    }

    /** Returns the tenant of an id or a name. */
    public Optional<RunningTenant> find(String word) {
        return isOwn(word) ? Optional.of(own) : others.find(word);
    }

    /**
     * Returns the tenant of an id or a name, or else a new one.
     *
     * @throws IllegalArgumentException when the word can be neither
     */
    public TenantStore.Found<RunningTenant> findOrAdd(String word) {
        return isOwn(word) ? new TenantStore.Found<>(own, false) : others.findOrAdd(word, maker::added);
    }

    /** Returns all, the default one first. */
    public List<RunningTenant> all() {
        return Stream.concat(Stream.of(own), others.all().stream()).toList();
    }

    /**
     * Ends a tenant with all that it has; returns whether there was one of that id or name.
     *
     * @throws IllegalArgumentException for the default one
     */
    public boolean remove(String word) {
        if (isOwn(word)) {
            throw new IllegalArgumentException(
                    "the default tenant ends with the stub alone; reset it in place of that");
        }
        return others.remove(word);
    }

    /** Returns how a tenant of this id or name ended, for people; empty when none did, or too long ago. */
    public Optional<String> end(String word) {
        return others.end(word);
    }

    /** Returns an id that no tenant has. */
    public static String newId() {
        return UUID.randomUUID().toString();
    }

    private boolean isOwn(String word) {
        return own.names().isMeantBy(word);
    }
}
