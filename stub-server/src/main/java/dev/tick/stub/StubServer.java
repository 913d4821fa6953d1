package dev.tick.stub;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ConsoleNotifier;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit.Stubbing;
import dev.tick.spec.contract.Operation;
import dev.tick.spec.register.Requirement;
import dev.tick.stub.access.Application;
import dev.tick.stub.access.Privileges;
import dev.tick.stub.admin.AdminCalls;
import dev.tick.stub.admin.AdminService;
import dev.tick.stub.admin.Console;
import dev.tick.stub.admin.TenantCalls;
import dev.tick.stub.authority.TokenVariant;
import dev.tick.stub.fault.FaultCatalogue;
import dev.tick.stub.journal.JournalEntry;
import dev.tick.stub.journal.TokenCall;
import dev.tick.stub.scenario.ScenarioReader;
import dev.tick.stub.scenario.StepProgress;
import dev.tick.stub.state.Applications;
import dev.tick.stub.tenant.RunningTenant;
import dev.tick.stub.tenant.Tenants;
import dev.tick.stub.tls.CertificateFile;
import dev.tick.stub.tls.ServerCertificate;
import dev.tick.stub.wiremock.FaithfulHttpServer;
import dev.tick.stub.wiremock.Routes;
import dev.tick.stub.wiremock.TlsListener;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A running stub, which is the sandbox of its default tenant; it forgets everything when it is closed. */
public final class StubServer implements Sandbox, AutoCloseable {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    /** As long may a connection be silent, unless a request may take longer; the web server's own default. */
    private static final long USUAL_IDLE_MILLIS = 30_000;

    private final WireMockServer server;
    private final Tenants tenants;
    private final ScenarioReader scenarios;
    private final Sandbox own;
    private final String host;
    private final Optional<ServerCertificate> certificate;
    private final Optional<CertificateFile> certificateFile;
    private final Optional<TlsListener> tls;

    private StubServer(StubConfig config) {
        FaultCatalogue faults = new FaultCatalogue(config.specifications());
        scenarios = new ScenarioReader(
                faults,
                config.specifications().stream()
                        .flatMap(specification -> specification.contract().operations().stream())
                        .map(Operation::id)
                        .toList(),
                config.scenarios());
        tenants = new TenantMaker(config, scenarios).tenants();
        own = sandbox(tenants.own());
        TenantCalls tenantCalls = new TenantCalls(tenants, this::baseUrl);
        Routes routes = new Routes(
                tenants,
                new AdminService(
                        config.adminKey(),
                        tenantCalls,
                        one -> new AdminCalls(
                                new AdminCalls.Parts(one.contents(), scenarios, faults, one.authority()),
                                () -> status(config, sandbox(one)),
                                tenantCalls)),
                new Console());
        StubIdentity identity = config.identity();
        host = host(config.address());
        certificate = switch (config.scheme()) {
            case HTTP -> Optional.empty();
            case HTTPS ->
                Optional.of(identity.certificate()
                        .map(ServerCertificate::of)
                        .orElseGet(() -> ServerCertificate.create(config.address(), config.clock())));
        };
        certificateFile = identity.certificateFile().map(CertificateFile::new);
        tls = certificate.map(TlsListener::new);
        server = server(config, routes);
    }

    private Sandbox sandbox(RunningTenant tenant) {
        return new TenantSandbox(tenant, this::baseUrl, scenarios);
    }

    private WireMockServer server(StubConfig config, Routes routes) {
        WireMockConfiguration listening = WireMockConfiguration.options().bindAddress(config.address());
        return new WireMockServer(tls.map(one -> one.configure(listening, config.port()))
                .orElseGet(() -> listening.port(config.port()))
                // A reset would meet all of an HTTP/2 connection; and changing to it in the clear lost requests of
                // the JDK's client on a busy machine (WireMock 3.13.2, JDK 17).
                .http2PlainDisabled(true)
                .http2TlsDisabled(true)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                .jettyHeaderRequestSize(config.limits().header())
                .jettyIdleTimeout(
                        Math.max(USUAL_IDLE_MILLIS, config.limits().time().toMillis()))
                .notifier(new ConsoleNotifier(false))
                .usingFilesUnderClasspath("dev/tick/stub/no-files")
                .extensions(new FaithfulHttpServer.Factory(
                        tenants, routes, () -> server, config.clock(), config.limits())));
    }

    /** Starts a stub of every contract that comes with the kit, on a free port. */
    public static StubServer start() {
        return start(StubConfig.of());
    }

    /**
     * Starts a stub.
     *
     * @throws IllegalArgumentException when others than this machine could reach its admin calls, and it has no key for them; or the
     *     file for the certificate is there with anything but certificates
     * @throws IllegalStateException when the port is taken
     */
    public static StubServer start(StubConfig config) {
        if (!LOOPBACK.contains(config.address()) && config.adminKey().isEmpty()) {
            throw new IllegalArgumentException("admin-key: a stub on " + config.address()
                    + " can be reached from elsewhere, so its admin calls need a key; give it one, or bind 127.0.0.1");
        }
        StubServer stub = new StubServer(config);
        try {
            stub.server.start();
            stub.writeCertificate();
        } catch (FatalStartupException e) {
            throw new IllegalStateException(
                    "port: cannot listen on " + config.address() + ":" + config.port()
                            + "; is it taken? Choose another, or 0 for a free one",
                    e);
        } finally {
            stub.tls.ifPresent(TlsListener::close);
        }
        return stub;
    }

    @Override
    public URI baseUrl() {
        return certificate.isPresent()
                ? URI.create("https://" + host + ":" + server.httpsPort())
                : URI.create("http://" + host + ":" + server.port());
    }

    /** Returns the certificate as PEM text, which a client must trust; empty without HTTPS. */
    public Optional<String> certificate() {
        return certificate.map(ServerCertificate::pem);
    }

    /**
     * Returns the sandbox of a name, a tenant of its own; made where there is none. One that ended, because it was removed or because
     * there were too many, is made anew; what was returned for it before reaches nobody any more.
     *
     * @param name letters, digits and any of {@code . _ $ -}, such as {@code team-a}; or the id of a tenant, a GUID
     * @throws IllegalArgumentException when it can be neither
     */
    public Sandbox tenant(String name) {
        return sandbox(tenants.findOrAdd(name).tenant());
    }

    /**
     * Ends the sandbox of a name or a tenant's id with all that it holds; its tokens are refused, unless a tenant of that id is made
     * again. Returns whether there was one.
     *
     * @throws IllegalArgumentException for the default tenant, which ends with the stub
     */
    public boolean removeTenant(String name) {
        return tenants.remove(name);
    }

    @Override
    public String tenantId() {
        return own.tenantId();
    }

    @Override
    public URI tokenEndpoint() {
        return own.tokenEndpoint();
    }

    @Override
    public Application application() {
        return own.application();
    }

    @Override
    public Application otherApplication() {
        return own.otherApplication();
    }

    @Override
    public Applications applications() {
        return own.applications();
    }

    @Override
    public String token(Application of, TokenVariant variant) {
        return own.token(of, variant);
    }

    @Override
    public void play(String line) {
        own.play(line);
    }

    /** Plays a scenario; the former name of {@link #play(String)}. */
    public void become(String line) {
        play(line);
    }

    @Override
    public List<StepProgress> scenarioProgress() {
        return own.scenarioProgress();
    }

    @Override
    public List<Privileges> privileges() {
        return own.privileges();
    }

    /**
     * Returns WireMock's own API for mappings beside the contracts, on the same port. A mapping of yours is asked before the stub,
     * on whatever path, and the journal does not see what it answers; {@link #reset()} leaves it there.
     */
    public Stubbing wireMock() {
        return server;
    }

    @Override
    public void reset() {
        own.reset();
    }

    @Override
    public List<JournalEntry> journal() {
        return own.journal();
    }

    @Override
    public List<TokenCall> tokenCalls() {
        return own.tokenCalls();
    }

    @Override
    public List<Requirement> rows(JournalEntry exchange) {
        return own.rows(exchange);
    }

    /** Stops listening, and removes the file of its certificate; idempotent. */
    @Override
    public void close() {
        server.stop();
        certificateFile.ifPresent(file -> certificate().ifPresent(file::remove));
    }

    private void writeCertificate() {
        if (certificateFile.isPresent()) {
            try {
                certificateFile.get().write(certificate().orElseThrow());
            } catch (IOException e) {
                close();
                throw new IllegalStateException(
                        "certificate-out: cannot write " + certificateFile.get().path() + "; does its folder exist?",
                        e);
            }
        }
    }

    /** Returns the settings of a tenant for the admin call. */
    private static ObjectNode status(StubConfig config, Sandbox tenant) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(
                        "contract",
                        config.specifications().stream()
                                .map(specification -> specification
                                        .contract()
                                        .at("/info/title")
                                        .asString())
                                .collect(Collectors.joining(", ")))
                .put("refuse", config.refuse().name().toLowerCase(Locale.ROOT))
                .put("tenant", tenant.tenantId())
                .put("tokenEndpoint", tenant.tokenEndpoint().toString())
                .put("capacity", config.capacity())
                .put("keyed", config.adminKey().isPresent());
    }

    /** Returns where this machine reaches the address; all addresses are no place to call. */
    private static String host(String address) {
        return switch (address) {
            case "0.0.0.0", "::" -> "127.0.0.1";
            default -> address.contains(":") ? "[" + address + "]" : address;
        };
    }
}
