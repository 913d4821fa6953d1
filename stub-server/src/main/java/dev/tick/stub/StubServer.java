package dev.tick.stub;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ConsoleNotifier;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.tick.spec.contract.TokenRules;
import dev.tick.stub.fault.Fault;
import dev.tick.stub.journal.Entry;
import dev.tick.stub.journal.Journal;
import dev.tick.stub.service.ContractService;
import dev.tick.stub.token.Application;
import dev.tick.stub.token.TokenAuthority;
import dev.tick.stub.token.TokenEndpoint;
import dev.tick.stub.token.TokenVariant;
import dev.tick.stub.token.TokenVerifier;
import dev.tick.stub.wiremock.ContractTransformer;
import dev.tick.stub.wiremock.FaithfulHttpServer;
import dev.tick.stub.wiremock.NoAdmin;
import dev.tick.stub.wiremock.Routes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A running stub on 127.0.0.1; it forgets everything when it is closed. */
public final class StubServer implements AutoCloseable {
    private final WireMockServer server;
    private final TokenAuthority authority;
    private final String tenant;
    private final Application application;
    private final Application otherApplication;
    private final Journal journal;
    private final ContractService service;

    private StubServer(StubOptions options) {
        TokenRules rules = options.contract().tokens();
        tenant = UUID.randomUUID().toString();
        application = application(rules);
        otherApplication = application(rules);
        journal = new Journal(options.clock());
        authority = new TokenAuthority(tenant, options.clock(), rules);
        service = new ContractService(
                options.contract(),
                options.register(),
                options.clock(),
                new TokenVerifier(rules, options.clock(), authority),
                options.strictness(),
                journal,
                options.capacity(),
                application.id());
        Routes routes = new Routes(
                options.contract(),
                service,
                new TokenEndpoint(authority, rules, List.of(application, otherApplication)));
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .port(options.port())
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                .notifier(new ConsoleNotifier(false))
                .usingFilesUnderClasspath("dev/tick/stub/no-files")
                .extensions(new ContractTransformer(routes), new NoAdmin(service), new FaithfulHttpServer.Factory()));
        routes.mappings().forEach(server::addStubMapping);
    }

    /** Starts the contract {@code tiindicators} on a free port. */
    public static StubServer start() {
        return start(StubOptions.of("tiindicators"));
    }

    /**
     * Starts a stub.
     *
     * @throws IllegalStateException when the port is taken
     */
    public static StubServer start(StubOptions options) {
        StubServer stub = new StubServer(options);
        try {
            stub.server.start();
        } catch (FatalStartupException e) {
            throw new IllegalStateException(
                    "port: cannot listen on 127.0.0.1:" + options.port()
                            + "; is it taken? Choose another, or 0 for a free one",
                    e);
        }
        return stub;
    }

    /** Where the service is, without a slash at the end. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** The token endpoint in the form v1; the form v2 lies at {@code /oauth2/v2.0/token} of the same tenant. */
    public URI tokenEndpoint() {
        return baseUrl().resolve("/" + tenant + "/oauth2/token");
    }

    /** The application that is meant to call. */
    public Application application() {
        return application;
    }

    /** Another application of the same tenant, with the same roles. */
    public Application otherApplication() {
        return otherApplication;
    }

    /** A token of one of the applications, as the token endpoint would issue it or with one flaw. */
    public String token(Application of, TokenVariant variant) {
        return authority.issue(of, variant);
    }

    /** Breaks this one thing from now on, in place of what was broken before. */
    public void inject(Fault fault) {
        service.breakBy(Optional.of(fault));
    }

    /** Breaks nothing any more; what a fault did to the state stays. */
    public void heal() {
        service.breakBy(Optional.empty());
    }

    /** Forgets every entity and the journal, and breaks nothing any more; applications and tokens stay. */
    public void reset() {
        service.reset();
    }

    /** The latest exchanges with the service, oldest first; the token endpoint's are not kept, since they hold secrets. */
    public List<Entry> journal() {
        return journal.entries();
    }

    /** Stops listening; idempotent. */
    @Override
    public void close() {
        server.stop();
    }

    private static Application application(TokenRules rules) {
        List<String> roles = rules.roles().stream().limit(1).toList();
        return new Application(UUID.randomUUID().toString(), UUID.randomUUID().toString(), roles);
    }
}
